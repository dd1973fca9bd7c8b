import type { LedgerRecord } from '#capabilities/ledgers'
import type { Tx } from '#kernel/database/transaction.ts'
import { day } from '#kernel/values/dates.ts'
import { fen, noMoney } from '#kernel/values/money.ts'
import { type Refusal, refuse } from '#kernel/problem.ts'
import { label } from '#kernel/values/labels.ts'
import { type Bounty, bountyPayout } from '#law/bounty-payout.ts'
import { ratioOf } from '#law/parameter.ts'
import { earning } from '../registers/tip.ts'

const earns: ReadonlySet<unknown> = new Set(earning)

const nothingPromised = () =>
  refuse({
    type: '/problems/bounty/nothing-promised',
    status: 409,
    title: label('没有这项悬赏', 'No such bounty'),
    detail: label(
      '这个案件的这名被执行人没有悬赏登记，或没有写悬赏比例、定额，算不出悬赏金。请先登记悬赏。',
      'No bounty with a rate or sum is on record for this debtor of this case.',
    ),
    rule: 'bounty.pay',
  })

/** What was promised for this debtor of this case: the last posting before the tip came in. */
async function promisedFor(tx: Tx, tip: LedgerRecord): Promise<Bounty['scheme'] | undefined> {
  const { rows } = await tx.client.query<{ rate: string | null; fixed: string | null }>(
    `select rate::text, fixed::text from bounty_posting
     where case_number = $1 and person = $2 and published_on <= $3 and withdrawn_because is null
     order by published_on desc, entry_id limit 1`,
    [tip['caseNumber'], tip['person'], tip['receivedOn']],
  )
  const [posted] = rows
  if (posted?.fixed) return { fixed: fen(BigInt(posted.fixed)) }
  if (!posted?.rate) return undefined
  const { numerator, denominator } = ratioOf(posted.rate)
  return { ratePpm: (numerator * 10_000n) / denominator }
}

const moneyIn = (value: LedgerRecord[string] | undefined) => (typeof value === 'bigint' ? fen(value) : noMoney)

/** 悬赏金: reckoned once the reward is decided, from what was promised and what the tip brought (财产调查规定 art. 24). */
export async function withReward(tx: Tx, tip: LedgerRecord): Promise<LedgerRecord | Refusal> {
  const { rewardedOn, conclusion } = tip
  if (typeof rewardedOn !== 'string') return { ...tip, reward: null, net: null, workings: null }
  const scheme = await promisedFor(tx, tip)
  if (!scheme) return nothingPromised()
  const recovered = moneyIn(tip['recovered'])
  const { value, workings } = bountyPayout({
    scheme,
    recovered: earns.has(conclusion) || conclusion === '已掌握' ? recovered : noMoney,
    applicantShare: typeof tip['applicantShare'] === 'bigint' ? fen(tip['applicantShare']) : recovered,
    knownBefore: conclusion === '已掌握',
    ineligible: (tip['barred'] ?? null) !== null,
    on: day(rewardedOn),
  })
  return { ...tip, reward: value.bounty, net: value.netToApplicant, workings: workings.join('；') }
}
