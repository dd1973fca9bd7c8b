import { layout, type RecordOf } from '#capabilities/ledgers'
import { label } from '#kernel/values/labels.ts'
import * as check from './checks.ts'
import * as column from './columns.ts'
import { caseMarks } from './marks.ts'

/** 财产保全执行台账: preservation orders carried out, with the days they begin and end. */
export const preservation = layout({
  kind: 'preservation',
  title: label('财产保全执行台账', 'Ledger of preservation'),
  hints: ['财产保全', '执保', '保全'],
  key: 'caseNumber',
  caseTypes: ['执保'],
  columns: [
    column.runningNumber,
    { ...column.ownNumber, synonyms: [...column.ownNumber.synonyms, '保全案号', '执保案号', '保全执行案号'] },
    { field: 'stage', title: '保全类型', type: 'text', synonyms: ['保全阶段', '保全种类', '保全类别'] },
    column.filedOn,
    {
      ...column.applicants,
      title: '保全申请人',
      synonyms: [...column.applicants.synonyms, '申请执行人', '申请保全人', '保全申请人姓名/名称'],
    },
    {
      ...column.debtors,
      title: '被保全人',
      synonyms: [...column.debtors.synonyms, '被执行人', '被申请保全人', '被保全人姓名/名称'],
    },
    column.applicantIds,
    column.debtorIds,
    {
      field: 'claim',
      title: '申请保全金额',
      type: 'money',
      synonyms: ['申请保全标的额', '保全标的额', '保全标的', '申请保全标的', '标的额', '请求保全金额', '申请金额'],
    },
    {
      field: 'asset',
      title: '财产种类',
      type: 'text',
      synonyms: ['保全财产', '财产类型', '保全财产种类', '保全标的物', '财产类别'],
    },
    {
      field: 'preserved',
      title: '实际保全金额',
      type: 'money',
      emptyIsZero: true,
      synonyms: ['实保金额', '实际保全标的额', '保全到位金额', '保全金额', '实际保全到位金额', '保全财产价值'],
    },
    {
      field: 'startsOn',
      title: '保全起始日期',
      type: 'date',
      synonyms: [
        '保全开始日期',
        '起始日期',
        '查封起始日期',
        '冻结起始日期',
        '保全日期',
        '查封日期',
        '保全起始日',
        '开始日期',
      ],
    },
    {
      field: 'endsOn',
      title: '保全届满日期',
      type: 'date',
      mayBeAhead: true,
      synonyms: [
        '保全到期日期',
        '届满日期',
        '到期日期',
        '查封到期日',
        '保全到期日',
        '保全期限届满日',
        '冻结到期日',
        '查封届满日期',
        '截止日期',
      ],
    },
    {
      field: 'guarantee',
      title: '担保金',
      type: 'money',
      emptyIsZero: true,
      synonyms: ['保全担保金', '担保金数额', '担保金额', '保证金', '担保数额', '担保'],
    },
    column.closedOn,
    {
      field: 'result',
      title: '保全结果',
      type: 'text',
      synonyms: ['实施结果', '结案方式', '保全情况', '执行结果', '结果'],
    },
    {
      field: 'linkedNumber',
      title: '关联执行案号',
      type: 'case-number',
      synonyms: ['执行案号', '首执案号', '关联案号', '对应执行案号', '转执行案号', '后续执行案号'],
    },
    column.handler,
    column.clerk,
    column.remark,
  ],
  checks: [
    check.closedBeforeFiling,
    check.closedOutsidePeriod,
    check.suspiciousClaim,
    check.numberYearFarFromFiling,
    check.samePartyOnBothSides,
    {
      code: 'W_PRESERVED_ABOVE_CLAIM',
      severity: 'warning',
      field: 'preserved',
      find: ({ claim, preserved }) =>
        claim !== null && preserved !== null && preserved > claim
          ? '实际保全金额多于申请保全金额，请核对。'
          : undefined,
    },
    {
      code: 'W_TERM_REVERSED',
      severity: 'warning',
      field: 'endsOn',
      find: ({ startsOn, endsOn }) =>
        startsOn !== null && endsOn !== null && endsOn < startsOn
          ? `保全届满日期${endsOn}早于起始日期${startsOn}，请核对。`
          : undefined,
    },
  ],
  marks: ({ filedOn, applicantIds, debtorIds, applicants, debtors }) =>
    caseMarks({ filedOn, identifiers: [...applicantIds, ...debtorIds], names: [...applicants, ...debtors] }),
})
export type PreservationRow = RecordOf<typeof preservation>
