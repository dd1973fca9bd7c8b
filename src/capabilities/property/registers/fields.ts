import type { Field } from '#capabilities/registers'
import { label } from '#kernel/values/labels.ts'
import { assetKinds } from '#law/asset-kinds.ts'

export const caseNumber = { kind: 'case', title: label('案号', 'Case number') } as const satisfies Field
export const person = { kind: 'person', title: label('被执行人', 'Debtor') } as const satisfies Field
export const certificate = {
  kind: 'certificate',
  title: label('证件号码', 'ID number'),
  aside: true,
} as const satisfies Field

export const assetKind = {
  kind: 'choice',
  title: label('财产种类', 'Kind of asset'),
  required: true,
  synonyms: ['财产类型', '财产类别', '标的物类别', '标的物种类', '查封财产种类', '财产性质'],
  codes: assetKinds,
} as const satisfies Field

export const asset = {
  kind: 'long',
  title: label('财产名称', 'What it is'),
  required: true,
  synonyms: ['财产描述', '财产明细', '标的物名称', '查封标的物', '查封财产', '财产坐落', '财产详情'],
} as const satisfies Field
