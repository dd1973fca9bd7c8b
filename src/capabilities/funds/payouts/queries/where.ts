import { caseRecord } from '#capabilities/cases'
import type { Tx } from '#kernel/database/transaction.ts'
import { recordReading } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { sumFen } from '#kernel/values/money.ts'
import { z } from 'zod'
import { WhereIsMoney } from '../contract.ts'
import { firstHold, holdsOn } from '../hold-sources.ts'
import { peopleOf } from '../received.ts'

type State = z.output<typeof WhereIsMoney>['lines'][number]['state']
type Row = {
  readonly claimId: string
  readonly payoutId: string | null
  readonly chain: string | null
  readonly second: boolean | null
  readonly kind: string | null
  readonly fen: string
  readonly arrivedOn: string
  readonly since: string
  readonly dueOn: string | null
  readonly deferred: boolean
  readonly ground: string | null
  /** The day on which the bank sent it back, until somebody asks again. */
  readonly bouncedOn: string | null
  readonly payee: string | null
  readonly partyId: string | null
  readonly payer: string | null
  readonly caseNumber: string
}

/** Each received sum of the case in the parts that payouts made of it, and what no payout asks for. */
async function partsOf({ client }: Tx, caseNumber: string): Promise<readonly Row[]> {
  const { rows } = await client.query<Row>({
    name: 'funds_where',
    text: `
      with parts as (
        select k.claim_id, o.payout_id, o.state as chain, o.approved_by is not null as second, o.kind, p.amount_fen as fen,
               coalesce(o.paid_on, (coalesce(o.ordered_at, o.second_approved_at, o.approved_at, o.checked_at, o.proposed_at)
                                    at time zone 'Asia/Shanghai')::date) as since, o.payee
        from funds_claim k
        join funds_payout_part p on p.court_id = k.court_id and p.claim_id = k.claim_id
        join funds_payout o on o.court_id = p.court_id and o.payout_id = p.payout_id
        where k.case_number = $1 and k.kind = 'case' and k.undone_at is null
          and o.state in ('proposed', 'checked', 'approved', 'ordered', 'paid')
        union all
        select claim_id, null, null, null, null, amount_fen - paid_fen - reserved_fen, claimed_on, null
        from funds_claim
        where case_number = $1 and kind = 'case' and undone_at is null and paid_fen + reserved_fen < amount_fen
      )
      select p.claim_id as "claimId", p.payout_id as "payoutId", p.chain, p.second, p.kind, p.fen::text as fen,
             k.arrived_on as "arrivedOn", p.since, nullif(l.lawful_due_on, '9999-12-31') as "dueOn",
             l.deferred, l.ground, p.payee,
             (select max(o.bounced_on) from funds_payout_part b
              join funds_payout o on o.court_id = b.court_id and o.payout_id = b.payout_id and o.state = 'bounced'
              where b.court_id = k.court_id and b.claim_id = k.claim_id and p.payout_id is null
                and not exists (select from funds_payout f where f.court_id = o.court_id and f.follows = o.payout_id
                                and f.state not in ('refused', 'cancelled'))) as "bouncedOn", k.party_id as "partyId", k.payer, k.case_number as "caseNumber"
      from parts p
      join funds_claim k on k.claim_id = p.claim_id
      join funds_claim_clock l on l.claim_id = p.claim_id
      order by k.arrived_on, p.claim_id, p.since, p.payout_id
      limit 1000`,
    values: [caseNumber],
  })
  return rows
}

const stateOf = ({ chain, kind }: Row): State => {
  if (kind === 'deposit' && chain === 'paid') return 'aside'
  if (chain === 'paid') return 'paid'
  if (chain === 'ordered') return 'ordered'
  return chain === null ? 'arrived' : 'approving'
}

/** The post that has it now. Whom a court sends to ask is the post, never the person. */
const postOf = ({ chain, second, kind, bouncedOn }: Row): string => {
  if (bouncedOn !== null) return '案款管理专员'
  if (chain === 'paid') return kind === 'deposit' ? '本院提存账目' : '收款人'
  if (chain === 'ordered') return '银行'
  if (chain === 'proposed') return '案款管理专员'
  if (chain === 'checked') return second ? '院领导' : '执行局局长'
  return chain === 'approved' ? '财务付款岗' : '承办法官'
}

const reasonOf = ({ deferred, ground, bouncedOn }: Row): string | null => {
  if (deferred) return `延缓发放：${ground ?? '经批准'}`
  return bouncedOn === null ? null : `${bouncedOn} 银行退汇，核实账户后重新发放`
}

/** 我的案款在哪里: every fen of the case in one of four states, since when, and at which post. */
export const where = recordReading({
  name: 'funds.where',
  title: label('案款在哪里', 'Where is the money'),
  may: 'funds.read',
  record: caseRecord,
  input: z.object({}),
  output: WhereIsMoney,
  read: async (tx, { caseNumber }, _input, { today }) => {
    const rows = await partsOf(tx, caseNumber)
    const { holds } = await holdsOn(tx, [caseNumber], today)
    const debtors = (await peopleOf(tx, [caseNumber])).filter(({ role }) => role === 'debtor')
    const lines = rows.map((row) => {
      const state = stateOf(row)
      const hold =
        state === 'arrived' || state === 'approving' ? firstHold([row], 'applicant', holds, debtors) : undefined
      return {
        claimId: row.claimId,
        state,
        amountFen: row.fen,
        arrivedOn: row.arrivedOn,
        since: row.since,
        heldBy: postOf(row),
        dueOn: state === 'paid' || state === 'aside' ? null : row.dueOn,
        why: hold?.text ?? reasonOf(row),
        payee: row.payee,
      }
    })
    const sum = (wanted: State) =>
      sumFen(lines.filter(({ state }) => state === wanted).map(({ amountFen }) => BigInt(amountFen))).toString()
    return {
      caseNumber,
      sums: {
        arrived: sum('arrived'),
        approving: sum('approving'),
        ordered: sum('ordered'),
        paid: sum('paid'),
        aside: sum('aside'),
      },
      lines,
    }
  },
})
