import type { Register } from '#capabilities/registers'
import { label } from '#kernel/values/labels.ts'

/** 出警单: one unit sent to one call, with times of its own. A call may have several: the town's station and the court's squad. */
export const dispatchedUnit = {
  room: 'hotline',
  name: 'dispatched-unit',
  plural: 'dispatched-units',
  title: label('出警单', 'Dispatched unit'),
  unit: label('次', 'dispatches'),
  about: 'court',
  hints: ['出警单', '派警单', '出警登记', '出警单位登记'],
  key: ['callNumber', 'unit', 'sentOn', 'sentAt'],
  day: 'sentOn',
  told: 'unit',
  fields: {
    running: { kind: 'running', title: label('序号', 'No.') },
    callNumber: {
      kind: 'text',
      title: label('接报编号', 'Call number'),
      required: true,
      synonyms: ['登记编号', '警情编号', '接警编号', '对应接报编号'],
    },
    unit: {
      kind: 'text',
      title: label('出警单位', 'Unit'),
      required: true,
      synonyms: ['处警单位', '派警单位', '出动单位'],
    },
    force: {
      kind: 'choice',
      title: label('出警力量', 'Whose'),
      required: true,
      synonyms: ['力量类别', '出警类别'],
      codes: {
        公安: ['公安机关', '派出所', '民警'],
        法院: ['法警', '执行局', '备勤组'],
        其他: ['镇街', '医疗', '消防'],
      },
    },
    squad: { kind: 'list', title: label('出警人员', 'Squad'), synonyms: ['处警人员', '出警干警'] },
    sentOn: {
      kind: 'day',
      title: label('派警日期', 'Sent on'),
      required: true,
      synonyms: ['派单日期', '出警日期'],
    },
    sentAt: { kind: 'time', title: label('派警时间', 'Sent at'), required: true, synonyms: ['派单时间', '指令时间'] },
    leftAt: { kind: 'time', title: label('出发时间', 'Left at'), synonyms: ['出发时刻', '出动时间'] },
    arrivedAt: { kind: 'time', title: label('到场时间', 'Arrived at'), synonyms: ['到达时间', '到达现场时间'] },
    minutes: {
      kind: 'integer',
      title: label('到场用时（分钟）', 'Minutes to the scene'),
      computed: true,
      synonyms: ['到场用时', '到达用时（分钟）'],
    },
    finding: {
      kind: 'choice',
      title: label('现场情况', 'Found'),
      synonyms: ['控制情况', '现场控制情况'],
      codes: {
        已控制被执行人: ['已控制', '控制'],
        财产已控制: ['财产已控', '车辆已控制'],
        未发现: ['未找到', '扑空'],
        已离开: ['离开', '逃离'],
        途中召回: ['召回', '取消出警'],
      },
    },
    backAt: { kind: 'time', title: label('返回时间', 'Back at'), synonyms: ['收队时间', '返院时间'] },
  },
  steps: [
    { act: 'depart', done: 'departed', title: label('出发', 'Leave'), day: 'leftAt', fields: ['leftAt'] },
    { act: 'arrive', done: 'arrived', title: label('到场', 'Arrive'), day: 'arrivedAt', fields: ['arrivedAt'] },
    {
      act: 'return',
      done: 'returned',
      title: label('收队', 'Return'),
      day: 'backAt',
      fields: ['backAt', 'finding'],
    },
  ],
  views: [
    { id: 'out', title: label('在外', 'Out'), filter: { lacks: 'backAt' } },
    { id: 'on-the-way', title: label('待到场', 'On the way'), filter: { lacks: 'arrivedAt,backAt' } },
  ],
} as const satisfies Register
