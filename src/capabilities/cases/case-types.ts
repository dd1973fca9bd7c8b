import { label, type Label } from '#kernel/values/labels.ts'

/** Case types of the enforcement bureau, by the code in the case number. */
export const caseTypes = {
  执: label('首次执行', 'First enforcement'),
  执恢: label('恢复执行', 'Resumed enforcement'),
  执保: label('财产保全执行', 'Preservation'),
  执异: label('执行异议', 'Objection'),
  执复: label('执行复议', 'Review'),
  执监: label('执行监督', 'Supervision'),
  执协: label('执行协调', 'Coordination'),
  执他: label('其他执行', 'Other'),
} as const satisfies Record<string, Label>

export type CaseTypeCode = keyof typeof caseTypes
export const caseTypeCodes = Object.keys(caseTypes) as [CaseTypeCode, ...CaseTypeCode[]]
