import { caseRecord, type Case } from '#capabilities/cases'
import { recordCommand } from '#kernel/command.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Fact } from '#kernel/fact.ts'
import type { Occasion } from '#kernel/occasion.ts'
import type { Refusal } from '#kernel/problem.ts'
import { isBefore } from '#kernel/values/dates.ts'
import { newId } from '#kernel/values/ids.ts'
import { label } from '#kernel/values/labels.ts'
import { z } from 'zod'
import { ConfirmRelease } from '../contract.ts'
import { dayInFuture, dayTooEarly, noSuchRelease, notPaidInFull } from '../problems.ts'
import { liveControls, listedOf, outstandingOf, type Control, type Listed } from '../releases.ts'

type About = {
  readonly record: Case
  readonly live: readonly Control[]
  readonly listed: readonly Listed[]
  readonly outstandingFen: bigint
}

const load = async (tx: Tx, record: Case, { today }: Occasion): Promise<About> => ({
  record,
  live: await liveControls(tx, [record.caseNumber], today),
  listed: await listedOf(tx, record.caseNumber),
  outstandingFen: await outstandingOf(tx, record),
})

const known = ({ kind, id }: Control, listed: readonly Listed[]): boolean =>
  listed.some(({ kind: other, sourceId }) => other === kind && sourceId === id)

export type ReleasesListed = Fact & {
  readonly type: 'funds.releases-listed'
  readonly caseId: string
  readonly caseNumber: string
  readonly items: readonly (Control & { readonly itemId: string })[]
}

/** 列出解控清单: once the debt is paid in full, everything that still bears on the debtor, of whatever room. */
export const listReleases = recordCommand(caseRecord, {
  name: 'funds.list-releases',
  title: label('列出解控清单', 'List what must be released'),
  may: 'funds.release',
  cites: ['dishonest.delete', 'close.modes'],
  input: z.object({}),
  load,
  offers: ({ live, listed }) => live.some((control) => !known(control, listed)),
  gate: ({ outstandingFen }) => (outstandingFen > 0n ? notPaidInFull(outstandingFen) : undefined),
  decide: ({ record: { caseId, caseNumber }, live, listed }): ReleasesListed => ({
    type: 'funds.releases-listed',
    caseId,
    caseNumber,
    items: live.filter((control) => !known(control, listed)).map((control) => ({ ...control, itemId: newId() })),
  }),
  save: async ({ client }, facts, { actor, now }) => {
    for (const { caseNumber, items } of facts)
      await client.query(
        `insert into funds_release_item (item_id, case_number, kind, source_id, title, detail, since_on, href, listed_by, listed_at)
         select r."itemId", $2, r.kind, r.id, r.title, r.detail, r."sinceOn", r.href, $3, $4::timestamptz
         from jsonb_to_recordset($1::jsonb) as r ("itemId" uuid, kind text, id text, title text, detail text, "sinceOn" date, href text)
         on conflict do nothing`,
        [JSON.stringify(items), caseNumber, actor.id, now.toString()],
      )
  },
  subjects: ({ caseId }) => [`case:${caseId}`],
  answer: ({ items }) => ({ listed: items.length }),
})

export type ReleaseConfirmed = Fact & {
  readonly type: 'funds.release-confirmed'
  readonly caseId: string
  readonly itemId: string
  readonly kind: string
  readonly sourceId: string
  readonly receipt: string
  readonly occurredOn: Temporal.PlainDate
}

/** 登记解除回执: who answered, by which paper, on which day. */
export const confirmRelease = recordCommand(caseRecord, {
  name: 'funds.confirm-release',
  title: label('登记解除回执', 'Record the receipt of a release'),
  may: 'funds.release',
  cites: ['close.modes'],
  input: ConfirmRelease,
  load,
  offers: ({ listed }) => listed.some(({ receipt }) => receipt === null),
  decide: ({ record, listed }, { itemId, receipt, releasedOn }, { today }): ReleaseConfirmed | Refusal => {
    const item = listed.find((one) => one.itemId === itemId && one.receipt === null)
    if (!item) return noSuchRelease()
    if (isBefore(today, releasedOn)) return dayInFuture('/releasedOn')
    if (item.sinceOn !== null && releasedOn.toString() < item.sinceOn) return dayTooEarly('/releasedOn', item.sinceOn)
    const { kind, sourceId } = item
    return {
      type: 'funds.release-confirmed',
      caseId: record.caseId,
      itemId,
      kind,
      sourceId,
      receipt,
      occurredOn: releasedOn,
    }
  },
  save: async ({ client }, facts, { actor, now }) => {
    for (const { itemId, receipt, occurredOn } of facts)
      await client.query(
        `update funds_release_item set receipt = $2, released_on = $3, confirmed_by = $4, confirmed_at = $5::timestamptz,
           version = version + 1 where item_id = $1`,
        [itemId, receipt, occurredOn.toString(), actor.id, now.toString()],
      )
  },
  subjects: ({ caseId }) => [`case:${caseId}`],
})
