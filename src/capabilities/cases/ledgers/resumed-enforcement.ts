import { layout, type RecordOf } from '#capabilities/ledgers'
import { label } from '#kernel/values/labels.ts'
import * as check from './checks.ts'
import * as column from './columns.ts'
import { caseMarks } from './marks.ts'

/** 恢复执行案件台账: rounds taken up again, each with the number it continues. */
export const resumedEnforcement = layout({
  kind: 'resumed-enforcement',
  title: label('恢复执行案件台账', 'Ledger of resumed enforcement'),
  hints: ['恢复执行', '执恢', '恢执'],
  key: 'caseNumber',
  caseTypes: ['执恢'],
  columns: [
    column.runningNumber,
    { ...column.ownNumber, synonyms: [...column.ownNumber.synonyms, '恢复执行案号', '执恢案号'] },
    column.originalNumber,
    {
      ...column.filedOn,
      synonyms: [...column.filedOn.synonyms, '恢复执行立案日期', '恢复日期', '恢复执行日期', '恢复立案日期'],
    },
    column.cause,
    column.applicants,
    column.applicantKinds,
    column.applicantIds,
    column.applicantPhones,
    column.debtors,
    column.debtorKinds,
    column.debtorIds,
    column.debtorPhones,
    {
      field: 'claim',
      title: '恢复执行标的额',
      type: 'money',
      required: true,
      missing: 'E_AMOUNT_MISSING',
      synonyms: [
        '恢复执行标的',
        '恢复标的额',
        '恢复执行金额',
        '申请执行标的额',
        '申请标的额',
        '执行标的额',
        '标的额',
        '申请恢复标的额',
        '申请恢复执行标的额',
        '标的',
        '标的金额',
        '执行标的',
      ],
    },
    column.waived,
    column.recovered,
    column.handler,
    column.clerk,
    column.closedOn,
    column.closingManner,
    column.remark,
  ],
  checks: [
    check.closedBeforeFiling,
    check.closedOutsidePeriod,
    check.mannerMissing,
    check.closedDateMissing,
    check.recoveredAboveClaim,
    check.fullWithBalance,
    check.suspiciousClaim,
    check.numberYearFarFromFiling,
    check.samePartyOnBothSides,
  ],
  marks: ({ filedOn, applicantIds, debtorIds, applicants, debtors }) =>
    caseMarks({ filedOn, identifiers: [...applicantIds, ...debtorIds], names: [...applicants, ...debtors] }),
})
export type ResumedEnforcementRow = RecordOf<typeof resumedEnforcement>
