import { layout, type RecordOf } from '#capabilities/ledgers'
import { label } from '#kernel/values/labels.ts'
import * as check from './checks.ts'
import * as column from './columns.ts'
import { caseMarks } from './marks.ts'

/** 执行异议案件台账: objections and what follows them, each against an enforcement case. */
export const objection = layout({
  kind: 'objection',
  title: label('执行异议案件台账', 'Ledger of objections'),
  hints: ['执行异议', '执异', '异议', '执行审查', '执行复议', '执行监督'],
  key: 'caseNumber',
  caseTypes: ['执异', '执复', '执监', '执协'],
  columns: [
    column.runningNumber,
    { ...column.ownNumber, synonyms: [...column.ownNumber.synonyms, '异议案号', '执异案号'] },
    {
      field: 'objectionKind',
      title: '异议类型',
      type: 'text',
      synonyms: ['异议种类', '案件类型', '异议事项', '审查类型', '异议类别'],
    },
    {
      field: 'objectors',
      title: '异议人',
      type: 'list',
      names: true,
      required: true,
      missing: 'E_APPLICANT_MISSING',
      synonyms: [
        '提出异议人',
        '异议申请人',
        '申请人',
        '案外人',
        '利害关系人',
        '复议申请人',
        '异议人姓名',
        '异议人姓名/名称',
        '申请异议人',
      ],
    },
    { ...column.originalNumber, synonyms: [...column.originalNumber.synonyms, '执行案号', '关联执行案号'] },
    column.filedOn,
    column.closedOn,
    {
      field: 'result',
      title: '审查结果',
      type: 'text',
      synonyms: ['结案方式', '处理结果', '裁定结果', '审查结论', '结果'],
    },
    column.handler,
    column.clerk,
    column.remark,
  ],
  checks: [check.closedBeforeFiling, check.closedOutsidePeriod, check.numberYearFarFromFiling],
  marks: ({ filedOn, originalNumber, objectors }) =>
    caseMarks({ filedOn, basisNumber: originalNumber, identifiers: [], names: objectors }),
})
export type ObjectionRow = RecordOf<typeof objection>
