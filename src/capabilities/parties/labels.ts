import { label, type Label } from '#kernel/values/labels.ts'
import type { groundCodes, partyKindCodes, purposeCodes } from './contract.ts'

export const purposeLabels = {
  identity: label('核对身份', 'Check identity'),
  document: label('制作文书', 'Draft a document'),
  inquiry: label('发起查控', 'Search for property'),
  service: label('联系送达', 'Serve papers'),
  assistance: label('请求协助', 'Ask for assistance'),
  supervision: label('监督核查', 'Supervision'),
} as const satisfies Record<(typeof purposeCodes)[number], Label>

export const groundLabels = {
  'document-seen': label('核对证件原件', 'The document was seen'),
  'party-stated': label('本人到场确认', 'The person stated it'),
  judgment: label('裁判文书载明', 'A judgment says so'),
  police: label('公安户籍核实', 'The police confirmed it'),
  'same-phone': label('同一实名电话', 'One phone registered to the person'),
} as const satisfies Record<(typeof groundCodes)[number], Label>

export const partyKindLabels = {
  person: label('自然人', 'Natural person'),
  legal: label('法人', 'Legal person'),
  unincorporated: label('非法人组织', 'Unincorporated organisation'),
  unknown: label('未载明', 'Not stated'),
} as const satisfies Record<(typeof partyKindCodes)[number], Label>
