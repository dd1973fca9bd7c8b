import { sql, type RawBuilder } from 'kysely'
import { label, type Label } from '#kernel/values/labels.ts'
import type { CheckCode } from '../contract.ts'
import type { Period } from '../period.ts'

/** A list of cases that an inspector would ask about. None changes a figure. */
export type HonestyCheck = {
  readonly check: CheckCode
  readonly title: Label
  readonly why: Label
  /** True of the cases it lists; null while nothing is on record to check. */
  readonly lists: ((period: Period) => RawBuilder<boolean>) | null
}

const closedThen = ({ from, until }: Period) =>
  sql<boolean>`f.closed_on between ${from.toString()} and ${until.toString()}`
/** A resumed case has had its round; the checks of a first one do not run again. */
const firstRoundEnded = (period: Period) =>
  sql<boolean>`${closedThen(period)} and f.manner = 'round-terminated' and f.type_code = '执'`
const lastDays = ({ until }: Period) => sql`(${until.toString()}::date - 4)`

/**
 * Cases ended in a month in which the same debtor paid in another. Written over one join and a window, so that it stays
 * quick however little the database knows of its rows.
 */
const endedWhilePaying = ({ from, until }: Period) => sql`
  with owed as materialized (
    select d.party_id, c.case_id::text as case_id, c.manner, c.closed_on, c.last_receipt_on, c.recovered_fen
    from cases_debtor d join indicators_case_fact c on c.court_id = d.court_id and c.case_id = d.case_id),
  marks as (
    select party_id, case_id, true as ended, date_trunc('month', closed_on) as month from owed
    where manner = 'round-terminated' and closed_on between ${from.toString()} and ${until.toString()}
    union all
    select party_id, case_id, false, date_trunc('month', last_receipt_on) from owed where recovered_fen > 0)
  select case_id::uuid from (
    select case_id, ended, min(case_id) filter (where not ended) over debtor as first_paying,
           max(case_id) filter (where not ended) over debtor as last_paying
    from marks window debtor as (partition by party_id, month)) told
  where ended and (first_paying <> case_id or last_paying <> case_id)`

/** Source: practice handbook §2.8. */
export const honestyChecks: readonly HonestyCheck[] = [
  {
    check: 'december-filings',
    title: label('十二月立案', 'Filed in December'),
    why: label('十二月日均立案明显低于全年，可能压案到次年。', 'A dip in December may mean filings held back.'),
    lists: ({ until }) =>
      sql`f.filed_on between ${until.with({ month: 12, day: 1 }).toString()} and ${until.toString()}`,
  },
  {
    check: 'filed-late',
    title: label('收案七日后才立案', 'Filed more than seven days after receipt'),
    why: label('收到申请应在七日内立案。', 'Applications are filed within seven days.'),
    lists: ({ from, until }) =>
      sql`f.filed_on between ${from.toString()} and ${until.toString()} and f.filed_on - f.received_on > 7`,
  },
  {
    check: 'last-days',
    title: label('期末五日内集中结案', 'Closed in the last five days'),
    why: label('临近期末突击结案，核对是否真正办结。', 'Closings crowded at the end.'),
    lists: (period) => sql`f.closed_on between ${lastDays(period)} and ${period.until.toString()}`,
  },
  {
    check: 'resumed-in-january',
    title: label('十二月终本、一月第一周恢复', 'Terminated in December, resumed in the first week of January'),
    why: label('年底终本、年初恢复，等于把未结案件移到次年。', 'An open case moved over New Year.'),
    lists: ({ until }) =>
      sql`f.round_terminated_on between ${until.with({ month: 12, day: 1 }).toString()} and ${until.toString()}
        and f.resumed_on between ${until.toString()} and ${until.toString()}::date + 7`,
  },
  {
    check: 'terminated-with-balance',
    title: label('长期和解终结、尚有未到位', 'Terminated on a long settlement with a balance'),
    why: label('终结执行计入实结，但款项还没有履行完。', 'Counts as really finished while money is outstanding.'),
    lists: (period) =>
      sql`${closedThen(period)} and f.manner = 'terminated' and f.closing_reason like '%和解%'
        and f.claim_fen - f.waived_fen - f.unenforceable_fen > f.recovered_fen`,
  },
  {
    check: 'performed-with-balance',
    title: label('执行完毕、尚有未到位', 'Performed in full with a balance'),
    why: label('执行完毕的案件不应再有未到位金额。', 'Nothing should be outstanding.'),
    lists: (period) =>
      sql`${closedThen(period)} and f.manner = 'performed' and f.claim_fen - f.waived_fen > f.recovered_fen`,
  },
  {
    check: 'recovered-above-claim',
    title: label('到位超过标的', 'Recovered more than claimed'),
    why: label('到位金额大于申请标的，核对利息、多缴和登记。', 'Check interest, overpayment and entries.'),
    lists: (period) => sql`${closedThen(period)} and f.recovered_fen > f.claim_fen`,
  },
  {
    check: 'implausible-amounts',
    title: label('到位为应执行标的十倍以上', 'Recovered ten times the claim'),
    why: label(
      '多半是元与万元、小数点或串行录错；改正之前，到位率不可信。',
      'Mostly a slip of units, decimals or rows.',
    ),
    lists: (period) =>
      sql`${closedThen(period)} and f.recovered_fen > 0
        and f.recovered_fen >= 10 * greatest(f.claim_fen - f.waived_fen - f.unenforceable_fen, 0)`,
  },
  {
    check: 'late-extension',
    title: label('超期之后才批准延长', 'Extended after the limit'),
    why: label('延长应在期限届满前批准。', 'Extensions are approved before the limit.'),
    lists: null,
  },
  {
    check: 'early-termination',
    title: label('立案不满三个月终本', 'Terminated within three months of filing'),
    why: label('终本一般须立案满三个月。', 'A round runs three months at least.'),
    lists: (period) => sql`${firstRoundEnded(period)} and f.round_terminated_on < f.filed_on + interval '3 months'`,
  },
  {
    check: 'termination-without-order',
    title: label('终本前没有限制消费', 'Terminated without a consumption order'),
    why: label('终本前应当对被执行人限制消费。', 'The debtor is restricted before the round ends.'),
    lists: (period) => sql`${firstRoundEnded(period)} and f.restricted_on is null`,
  },
  {
    check: 'terminated-yet-paying',
    title: label('同一被执行人同月一案终本、一案有到位', 'Terminated in one case, paying in another in the same month'),
    why: label('被执行人有履行能力，终本结论需要核对。', 'The debtor can pay.'),
    lists: (period) => sql`f.case_id in (${endedWhilePaying(period)})`,
  },
]
