import type { Register } from '#capabilities/registers'
import { label } from '#kernel/values/labels.ts'

/** 督促联系: each time somebody was spoken to, and what was promised. */
export const urgingContact = {
  room: 'urging',
  name: 'urging-contact',
  plural: 'contacts',
  title: label('督促联系', 'Contact'),
  unit: label('次', 'contacts'),
  about: 'court',
  hints: ['督促联系', '联系记录'],
  key: ['fileNumber', 'contactedOn', 'contactedAt', 'channel'],
  day: 'contactedOn',
  told: 'response',
  fields: {
    fileNumber: {
      kind: 'text',
      title: label('督促编号', 'File number'),
      required: true,
      synonyms: ['督促案号', '督促档案号', '执前督促编号', '督促登记号'],
    },
    contactedOn: {
      kind: 'day',
      title: label('联系日期', 'Contacted on'),
      required: true,
      synonyms: ['联系时间', '沟通日期', '约谈日期', '通话日期'],
    },
    contactedAt: { kind: 'time', title: label('联系时刻', 'At'), synonyms: ['沟通时刻', '通话时刻'] },
    channel: {
      kind: 'choice',
      title: label('联系方式', 'Channel'),
      required: true,
      synonyms: ['沟通方式', '联系渠道', '约谈方式'],
      codes: {
        电话: ['电话联系', '致电'],
        短信: ['发送短信'],
        微信: ['微信联系', '线上'],
        上门: ['上门走访', '走访', '实地'],
        来院: ['到院约谈', '来院面谈', '面谈'],
        信函: ['邮寄', '寄信'],
      },
    },
    answeredBy: {
      kind: 'choice',
      title: label('接听人', 'Who answered'),
      synonyms: ['被联系人', '应答人', '联系对象'],
      codes: {
        义务人本人: ['本人', '债务人本人', '被告本人'],
        家属: ['亲属', '配偶', '父母', '子女'],
        单位负责人: ['法定代表人', '负责人', '经办人'],
        村社干部: ['村干部', '社区干部', '网格员'],
        无人应答: ['未接', '无人接听', '关机', '停机', '空号'],
      },
    },
    response: {
      kind: 'choice',
      title: label('联系结果', 'Result'),
      synonyms: ['沟通结果', '联系情况', '答复'],
      codes: {
        已履行: ['已付清', '称已履行'],
        承诺履行: ['承诺付款', '承诺限期履行'],
        请求分期: ['要求分期', '申请分期'],
        有异议: ['对判决有异议', '不服'],
        拒绝: ['拒绝履行'],
        未联系上: ['无法联系', '失联'],
      },
    },
    promisedOn: {
      kind: 'day',
      title: label('承诺履行日期', 'Promised for'),
      ahead: true,
      synonyms: ['承诺日期', '约定履行日期', '承诺付款日期'],
    },
    promised: { kind: 'fen', title: label('承诺履行金额', 'Promised'), synonyms: ['承诺金额', '约定履行金额'] },
    note: { kind: 'long', title: label('联系内容', 'What was said'), synonyms: ['沟通内容', '谈话内容', '联系记录'] },
  },
  views: [{ id: 'promised', title: label('有承诺', 'Promised'), filter: { has: 'promisedOn' } }],
} as const satisfies Register
