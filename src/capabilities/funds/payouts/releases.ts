import type { Case } from '#capabilities/cases'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Refusal } from '#kernel/problem.ts'
import { controlsLive } from './problems.ts'
import type { LiveControl } from './slots.ts'

export type Control = LiveControl & { readonly kind: string; readonly kindTitle: string }
export type Listed = {
  readonly itemId: string
  readonly kind: string
  readonly sourceId: string
  readonly title: string
  readonly detail: string
  readonly sinceOn: string | null
  readonly href: string | null
  readonly receipt: string | null
  readonly releasedOn: string | null
}

/** What still bears on the debtors of these cases, of every kind that rooms declare. */
export async function liveControls(
  tx: Tx,
  caseNumbers: readonly string[],
  today: Temporal.PlainDate,
): Promise<readonly Control[]> {
  const found: Control[] = []
  for (const { kind, title, live } of tx.platform.registry.gather('releases')) {
    for (const control of await live(tx, caseNumbers, today)) found.push({ ...control, kind, kindTitle: title.zh })
  }
  return found
}

export async function listedOf({ client }: Tx, caseNumber: string): Promise<readonly Listed[]> {
  const { rows } = await client.query<Listed>(
    `select item_id as "itemId", kind, source_id as "sourceId", title, detail, since_on as "sinceOn", href, receipt,
            released_on as "releasedOn"
     from funds_release_item where case_number = $1 order by kind, since_on nulls last, item_id`,
    [caseNumber],
  )
  return rows
}

/** What is still owed: by what was stated of the case, or by what the money records show, whichever is less. */
export async function outstandingOf({ client }: Tx, record: Case): Promise<bigint> {
  const { rows } = await client.query<{ received: string }>(
    `select coalesce(sum(amount_fen), 0)::text as received from funds_claim
     where case_number = $1 and kind in ('case', 'direct', 'in-kind') and undone_at is null`,
    [record.caseNumber],
  )
  const received = BigInt(rows[0]?.received ?? 0)
  const counted = received > record.recoveredFen ? received : record.recoveredFen
  const left = record.claimFen - record.waivedFen - counted
  return left > 0n ? left : 0n
}

/** 执行完毕 waits for the end of every control: one that is live and has no receipt stands in its way. */
export async function unreleased(tx: Tx, record: Case, today: Temporal.PlainDate): Promise<Refusal | undefined> {
  const listed = await listedOf(tx, record.caseNumber)
  const live = await liveControls(tx, [record.caseNumber], today)
  const waiting = [
    ...live
      .filter(({ kind, id }) => !listed.some((one) => one.kind === kind && one.sourceId === id && one.receipt !== null))
      .map(({ title }) => title),
    ...listed
      .filter(
        ({ kind, sourceId, receipt }) =>
          receipt === null && !live.some((one) => one.kind === kind && one.id === sourceId),
      )
      .map(({ title }) => title),
  ]
  return waiting.length === 0 ? undefined : controlsLive(waiting.length, [...new Set(waiting)].slice(0, 6).join('、'))
}
