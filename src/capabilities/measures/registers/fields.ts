import type { Field } from '#capabilities/registers'
import { label } from '#kernel/values/labels.ts'

/** How every sheet of measures begins: whose case, who, and their number. */
export const running = { kind: 'running', title: label('序号', 'No.') } as const satisfies Field
export const caseNumber = { kind: 'case', title: label('案号', 'Case number') } as const satisfies Field
export const person = {
  kind: 'person',
  title: label('被执行人', 'Debtor'),
  synonyms: ['被申请执行人'],
} as const satisfies Field
export const certificate = {
  kind: 'certificate',
  title: label('证件号码', 'ID number'),
  aside: true,
} as const satisfies Field

export const decisionNumber = {
  kind: 'text',
  title: label('决定书文号', 'Decision number'),
  aside: true,
  synonyms: ['文书号', '决定书号', '文号', '决定书案号', '司惩案号', '决定文号'],
} as const satisfies Field

export const decidedOn = {
  kind: 'day',
  title: label('决定日期', 'Decided on'),
  required: true,
  synonyms: ['决定时间', '作出决定日期', '决定书日期', '作出日期'],
} as const satisfies Field

/** Grounds of fines and detentions: 民事诉讼法 (2023) arts. 114, 117. */
export const groundOfSanction = {
  拒不报告财产: ['未报告财产', '违反财产报告令', '违反财产报告制度', '拒绝报告财产'],
  虚假报告财产: ['不如实报告财产', '虚假申报财产'],
  违反限制消费令: ['违反限消令', '违反限制高消费令', '违反限制消费'],
  隐匿查封财产: ['隐藏、转移查封财产', '转移查封财产', '隐匿、转移财产', '隐匿财产'],
  有履行能力拒不履行: ['有能力拒不履行', '有履行能力而拒不履行', '拒不履行'],
  妨碍执行: ['妨害执行', '阻碍执行', '抗拒执行', '妨碍执行公务'],
  拒不协助执行: ['不协助执行', '拒不履行协助义务'],
} as const

/** Where people help: the police stations and units of this county are named by each entry. */
export const helper = {
  kind: 'text',
  title: label('协助单位', 'Helping unit'),
  synonyms: ['协助派出所', '配合单位', '协助机关', '协助警力'],
} as const satisfies Field
