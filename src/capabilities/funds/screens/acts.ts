import type { RecordKind } from '#kernel/command.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { mayTouch, type Actor, type Belongs, type Occasion } from '#kernel/occasion.ts'
import { outsideScope } from '#kernel/pipeline/problems.ts'
import { isRefusal, type Refusal } from '#kernel/problem.ts'
import { reading } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import type { z } from 'zod'
import { claimRecord } from '../commands/claims.ts'
import { noSuchDeferral } from '../payouts/problems.ts'
import { payeeAccountRecord } from '../payouts/payee-account.ts'
import { payoutRecord } from '../payouts/store.ts'
import { AskActs, RecordActs } from './contract.ts'

type Found = { readonly belongs: Belongs; readonly version: number }

const finder =
  <Rec>(kind: RecordKind<Rec>) =>
  async (tx: Tx, id: string): Promise<Found | Refusal> => {
    const record = await kind.load(tx, id, false)
    return isRefusal(record) ? record : { belongs: kind.belongs(record), version: kind.version(record) }
  }

async function findDeferral({ client }: Tx, id: string): Promise<Found | Refusal> {
  const { rows } = await client.query<Record<'handler' | 'clerk' | 'team', string | null> & { version: number }>(
    `select c.handler_id as handler, c.clerk_id as clerk, c.team_id as team, d.version
     from funds_deferral d
     join funds_claim k on k.court_id = d.court_id and k.claim_id = d.claim_id
     left join cases_fact_source c on c.court_id = k.court_id and c.case_number = k.case_number
     where d.deferral_id = $1`,
    [id],
  )
  const [row] = rows
  if (!row) return noSuchDeferral()
  return { belongs: { own: [row.handler, row.clerk], team: row.team }, version: row.version }
}

const finders: Readonly<Record<z.output<typeof AskActs>['kind'], (tx: Tx, id: string) => Promise<Found | Refusal>>> = {
  payout: finder(payoutRecord),
  'payee-account': finder(payeeAccountRecord),
  claim: finder(claimRecord),
  'payout-deferral': findDeferral,
}

const title = label('可办事项', 'Lawful acts')

/** 可办事项: the buttons of a money record. The gate that greys a button is the gate that refuses the call. */
export const recordActs = reading({
  name: 'funds.acts',
  title,
  may: 'funds.read',
  reach: 'anyone',
  input: AskActs,
  output: RecordActs,
  read: async (tx, { kind, id }, occasion) => {
    const found = await finders[kind](tx, id)
    if (isRefusal(found)) return found
    const isShared = kind === 'payee-account'
    if (!isShared && !mayTouch(occasion.actor, 'funds.read', found.belongs)) return outsideScope(title)
    return { version: found.version, acts: await actsOn(tx, kind, id, found.belongs, occasion) }
  },
})

/** Acts of other posts are left out; what this person's post could do but may not here says why. */
async function actsOn(
  tx: Tx,
  kind: string,
  id: string,
  belongs: Belongs,
  occasion: Occasion,
): Promise<z.input<typeof RecordActs>['acts']> {
  const acts: z.input<typeof RecordActs>['acts'] = []
  for (const { name, title: words, may, record, offer } of tx.platform.registry.commands.values()) {
    if (record?.kind !== kind || !holds(occasion.actor, may)) continue
    const verdict = await offer(tx, id, occasion)
    if (verdict === null || isOfAnotherState(verdict)) continue
    const refused = isRefusal(verdict) ? verdict : mayTouch(occasion.actor, may, belongs) ? null : outsideScope(words)
    acts.push({
      command: name,
      title: words,
      allowed: refused === null,
      because: refused && {
        title: refused.problem.title,
        detail: refused.problem.detail,
        rule: refused.problem.rule ?? null,
      },
    })
  }
  return acts
}

/** A step that is over or not yet due is nothing that this person may not do. */
const isOfAnotherState = (verdict: object): boolean => isRefusal(verdict) && otherState.has(verdict.problem.type)
const otherState: ReadonlySet<string> = new Set(
  ['payout-not-in-state', 'payee-account-decided', 'deferral-decided'].map((name) => `/problems/funds/${name}`),
)

const holds = ({ grants }: Actor, may: string): boolean => grants.some(({ permission }) => permission === may)
