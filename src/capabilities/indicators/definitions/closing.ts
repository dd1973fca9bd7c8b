import { label } from '#kernel/values/labels.ts'
import { percent, type Definition } from '../definition.ts'
import type { CaseFactColumn } from '../tables.ts'
import {
  accepted,
  base,
  closed,
  closedInOwnLimit,
  closedInSixMonths,
  closedInTime,
  meanPool,
  newlyFiled,
  newlyFiledYearBefore,
  all,
  filedYearBefore,
  open,
  openOverYear,
  performed,
  reallyFinished,
  roundTerminated,
} from './sets.ts'

type CaseDefinition = Definition<CaseFactColumn>

const first = ['执'] as const
const resumed = ['执恢'] as const
const implementing = ['执', '执恢'] as const
/** Every type of case that the bureau keeps. */
const everyType = ['执', '执恢', '执保', '执异', '执复', '执监', '执协', '执他'] as const

const defined = { version: 1, validFrom: '2024-01-01' } as const

export const closingRate: CaseDefinition = {
  ...defined,
  id: 'K01',
  title: label('结案率', 'Closing rate'),
  direction: 'band',
  form: percent,
  source: '2024年工作报告：1188÷1191，截断',
  variants: [
    {
      key: 'printed',
      title: label('结案率（首次执行，以受理为基数）', 'Closing rate, first enforcement, of accepted'),
      types: first,
      numerator: closed,
      denominator: accepted,
    },
    {
      key: 'implementing',
      title: label('结案率（首次执行与恢复执行，以受理为基数）', 'Closing rate, first and resumed, of accepted'),
      types: implementing,
      numerator: closed,
      denominator: accepted,
    },
    {
      key: 'all-types',
      title: label('结案率（全部执行案件，以受理为基数）', 'Closing rate, every type, of accepted'),
      types: everyType,
      numerator: closed,
      denominator: accepted,
    },
  ],
}

export const performanceRate: CaseDefinition = {
  ...defined,
  id: 'K02',
  title: label('执行完毕率', 'Full-performance rate'),
  direction: 'up',
  form: percent,
  source: '2024年工作报告；基数为结案减去销案、撤回、移送',
  variants: [
    {
      key: 'printed',
      title: label('执行完毕率（以结案减去销案、撤回、移送为基数）', 'Full-performance rate, of closed in the base'),
      types: first,
      numerator: performed,
      denominator: base,
    },
    {
      key: 'of-closed',
      title: label('执行完毕占结案数比例（以结案为基数）', 'Share of closings performed in full'),
      types: first,
      numerator: performed,
      denominator: closed,
    },
    {
      key: 'of-accepted',
      title: label('执行完毕率（以受理为基数）', 'Full-performance rate, of accepted'),
      types: first,
      numerator: performed,
      denominator: accepted,
    },
  ],
}

export const resumedPerformanceRate: CaseDefinition = {
  ...performanceRate,
  id: 'K03',
  title: label('执行完毕率（恢复执行）', 'Full-performance rate, resumed'),
  source: '省级质效报表：执恢案件执行完毕率',
  variants: [
    {
      key: 'printed',
      title: label('恢复执行案件执行完毕率（以结案减去销案、撤回、移送为基数）', 'Resumed: of closed in the base'),
      types: resumed,
      numerator: performed,
      denominator: base,
    },
    {
      key: 'of-closed',
      title: label('恢复执行案件执行完毕占结案数比例（以结案为基数）', 'Resumed: share of closings'),
      types: resumed,
      numerator: performed,
      denominator: closed,
    },
    {
      key: 'of-accepted',
      title: label('恢复执行案件执行完毕率（以受理为基数）', 'Resumed: of accepted'),
      types: resumed,
      numerator: performed,
      denominator: accepted,
    },
  ],
}

export const realClosingRate: CaseDefinition = {
  ...defined,
  id: 'K07',
  title: label('实际执结率', 'Real-closing rate'),
  direction: 'up',
  form: percent,
  source: '2024年工作报告；省级质效报表',
  variants: [
    {
      key: 'printed',
      title: label('实际执结率（以结案减去销案、撤回、移送为基数）', 'Real-closing rate, of closed in the base'),
      types: first,
      numerator: reallyFinished,
      denominator: base,
    },
    {
      key: 'of-closed',
      title: label('实结占结案数比例（以结案为基数）', 'Share of closings really finished'),
      types: first,
      numerator: reallyFinished,
      denominator: closed,
    },
    {
      key: 'of-accepted',
      title: label('实际执结率（以受理为基数）', 'Real-closing rate, of accepted'),
      types: first,
      numerator: reallyFinished,
      denominator: accepted,
    },
  ],
}

export const roundTerminationRate: CaseDefinition = {
  ...defined,
  id: 'K08',
  title: label('首次执行案件终本率', 'Round-termination rate'),
  direction: 'down',
  form: percent,
  source: '基数各地不一：结案、受理并存，名称写明',
  variants: [
    {
      key: 'printed',
      title: label('终本率（以结案减去销案、撤回、移送为基数）', 'Round-termination rate, of closed in the base'),
      types: first,
      numerator: roundTerminated,
      denominator: base,
    },
    {
      key: 'of-closed',
      title: label('终本率（以结案为基数）', 'Round-termination rate, of closed'),
      types: first,
      numerator: roundTerminated,
      denominator: closed,
    },
    {
      key: 'of-accepted',
      title: label('终本率（以受理为基数）', 'Round-termination rate, of accepted'),
      types: first,
      numerator: roundTerminated,
      denominator: accepted,
    },
  ],
}

export const roundTerminationShare: CaseDefinition = {
  ...roundTerminationRate,
  id: 'K09',
  title: label('终本占结案数比例', 'Share of closings that are round terminations'),
  source: '省级质效报表：终本占结案数比例',
  variants: [
    {
      key: 'printed',
      title: label('终本占结案数比例（首次执行，以结案为基数）', 'Share of closings, first enforcement'),
      types: first,
      numerator: roundTerminated,
      denominator: closed,
    },
    {
      key: 'implementing',
      title: label('终本占结案数比例（首次执行与恢复执行，以结案为基数）', 'Share of closings, first and resumed'),
      types: implementing,
      numerator: roundTerminated,
      denominator: closed,
    },
  ],
}

const netOfClock = label(
  '期限六个月，加上案件期限钟记录的扣除与延长；钟上没有登记的，按六个月计。',
  'Six months and what the clock of the case recorded as deducted or extended.',
)

export const inTimeRate: CaseDefinition = {
  ...defined,
  version: 2,
  id: 'K11',
  title: label('法定期限内结案率', 'Closed within the limit'),
  direction: 'up',
  form: percent,
  source: '最高人民法院关于严格执行案件审理期限制度的若干规定第五条',
  variants: [
    {
      key: 'printed',
      title: label('法定期限内结案率（首次执行，以结案为基数）', 'Closed within the limit, first enforcement'),
      types: first,
      numerator: closedInTime,
      denominator: closed,
      note: netOfClock,
    },
    {
      key: 'implementing',
      title: label(
        '法定期限内结案率（首次执行与恢复执行，以结案为基数）',
        'Closed within the limit, first and resumed',
      ),
      types: implementing,
      numerator: closedInTime,
      denominator: closed,
      note: netOfClock,
    },
    {
      key: 'without-deductions',
      title: label('六个月内结案率（首次执行，不扣除、不延长）', 'Closed within six months, gross'),
      types: first,
      numerator: closedInSixMonths,
      denominator: closed,
    },
    {
      key: 'own-limit',
      title: label('法定期限内结案率（首次执行，非诉行政按三个月）', 'Closed within the limit of their kind'),
      types: first,
      numerator: closedInOwnLimit,
      denominator: closed,
    },
  ],
}

export const openOverYearShare: CaseDefinition = {
  ...defined,
  id: 'K16',
  title: label('超12个月未结案件比', 'Open for more than twelve months'),
  direction: 'down',
  form: percent,
  source: '最高人民法院审判质量管理指标体系',
  variants: [
    {
      key: 'printed',
      title: label('超12个月未结案件比（首次执行与恢复执行）', 'Open over twelve months, first and resumed'),
      types: implementing,
      numerator: openOverYear,
      denominator: open,
    },
    {
      key: 'first',
      title: label('超12个月未结案件比（首次执行）', 'Open over twelve months, first enforcement'),
      types: first,
      numerator: openOverYear,
      denominator: open,
    },
  ],
}

export const filingsYearOnYear: CaseDefinition = {
  ...defined,
  id: 'K29',
  title: label('执行案件新收数同比', 'New filings, year on year'),
  direction: 'down',
  form: { ...percent, kind: 'change' },
  source: '新收首次执行案件，本期比上年同期',
  variants: [
    {
      key: 'printed',
      title: label('首次执行案件新收数同比（以上年同期新收为基数）', 'New first-enforcement filings, year on year'),
      types: first,
      numerator: newlyFiled,
      denominator: newlyFiledYearBefore,
      // A register that holds of last year only what was still open in this one is no base to compare with.
      wholeWhen: all(filedYearBefore, { kind: 'dated', column: 'closed_on', to: 'day-before-from' }),
      note: label(
        '上年同期在本院登记中只有结转到本期的案件时，不作比较。',
        'Left empty when of last year only cases carried over into this period are on record.',
      ),
    },
  ],
}

export const resumptionRate: CaseDefinition = {
  ...defined,
  id: 'K42',
  title: label('恢复执行率', 'Resumption rate'),
  direction: 'neutral',
  form: percent,
  source: '恢复执行立案数，比终本在库的期初期末平均数',
  variants: [
    {
      key: 'printed',
      title: label('恢复执行率（以终本在库的期初期末平均数为基数）', 'Resumed filings, of the mean store'),
      types: implementing,
      numerator: {
        ...newlyFiled,
        title: label('新收恢复执行', 'Resumed cases filed'),
        where: all(newlyFiled.where, { kind: 'one-of', column: 'type_code', values: resumed }),
      },
      denominator: meanPool,
      mayExceed: true,
      note: label(
        '在库只计本院登记中已有的终本案件；历年终本案件补录之后，基数随之变化。',
        'Only terminated rounds on record are in store.',
      ),
    },
  ],
}
