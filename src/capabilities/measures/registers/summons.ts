import type { Register } from '#capabilities/registers'
import { label } from '#kernel/values/labels.ts'
import { caseNumber, certificate, helper, person, running } from './fields.ts'

/** 拘传: bringing in somebody who was lawfully summoned and did not come; one entry per person and time. */
export const summons = {
  room: 'measures',
  name: 'summons',
  plural: 'summonses',
  title: label('拘传', 'Forced summons'),
  unit: label('人次', 'person-times'),
  about: 'debtor',
  hints: ['拘传'],
  key: ['caseNumber', 'person', 'summonedOn'],
  day: 'summonedOn',
  told: 'result',
  fields: {
    running,
    caseNumber,
    person,
    certificate,
    summonedOn: {
      kind: 'day',
      title: label('拘传日期', 'Brought in on'),
      required: true,
      synonyms: ['拘传时间', '实施日期', '执行日期', '日期'],
    },
    arrivedAt: {
      kind: 'time',
      title: label('到案时间', 'Arrived at'),
      synonyms: ['到院时间', '到案时刻', '到达时间', '带到时间'],
    },
    hours: {
      kind: 'integer',
      title: label('询问时长（小时）', 'Hours of questioning'),
      synonyms: ['询问时长', '询问时间', '询问小时数', '询问时长(小时)'],
    },
    leftAt: {
      kind: 'time',
      title: label('离开时间', 'Let go at'),
      synonyms: ['询问结束时间', '放行时间'],
      aside: true,
    },
    place: { kind: 'text', title: label('拘传地点', 'Place'), synonyms: ['拘传地址', '地点', '实施地点', '执行地点'] },
    helper,
    result: {
      kind: 'choice',
      title: label('拘传结果', 'Outcome'),
      synonyms: ['结果', '处理结果', '拘传效果'],
      codes: {
        当场履行: ['当场履行完毕', '履行完毕', '现场履行'],
        达成执行和解: ['达成和解', '和解'],
        承诺限期履行: ['承诺履行', '限期履行', '承诺分期履行'],
        报告财产: ['如实报告财产', '申报财产'],
        转拘留: ['司法拘留', '决定拘留', '拘留'],
        教育放行: ['训诫', '批评教育', '放回'],
      },
    },
  },
  steps: [
    {
      act: 'end',
      done: 'ended',
      title: label('结束询问', 'End questioning'),
      day: 'leftAt',
      fields: ['leftAt', 'hours', 'result'],
    },
  ],
  views: [{ id: 'open', title: label('未填结果', 'Without outcome'), filter: { lacks: 'result' } }],
} as const satisfies Register
