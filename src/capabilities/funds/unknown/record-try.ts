import { command } from '#kernel/command.ts'
import type { Fact } from '#kernel/fact.ts'
import type { Refusal } from '#kernel/problem.ts'
import { newId } from '#kernel/values/ids.ts'
import { label } from '#kernel/values/labels.ts'
import { noSuchLine } from '../claims/problems.ts'
import { findLine } from '../claims/store.ts'
import { RecordTry, type WayToTry } from './contract.ts'
import { noticeText } from './notice.ts'
import { nothingSaid, nothingUnknown, noticeNeedsDay } from './problems.ts'

export type LineTried = Fact & {
  readonly type: 'funds.line-tried'
  readonly tryId: string
  readonly bankLineId: string
  readonly how: WayToTry
  readonly said: string
  readonly nextOn: string | null
  readonly untilOn: string | null
  readonly triedOn: string
}

/** 登记查找经过: whose it is stays unknown; what was tried is on record, and a notice has its text and its last day. */
export const recordTry = command({
  name: 'funds.record-try',
  title: label('登记查找经过', 'Record what was tried'),
  may: 'funds.claim',
  cites: ['funds.account'],
  input: RecordTry,
  load: async (tx, { bankLineId }) => ({ line: await findLine(tx, bankLineId, true) }),
  decide: ({ line }, { bankLineId, how, said, nextOn, untilOn }, { today }): LineTried | Refusal => {
    if (!line) return noSuchLine()
    if (line.amountFen < 0n || line.unclaimedFen === 0n) return nothingUnknown()
    const isNotice = how === 'notice'
    if (isNotice !== (untilOn !== undefined) || (untilOn && untilOn.toString() <= today.toString()))
      return noticeNeedsDay()
    const text = untilOn ? noticeText({ on: line.on, openFen: line.unclaimedFen, untilOn: untilOn.toString() }) : said
    if (text === undefined) return nothingSaid()
    return {
      type: 'funds.line-tried',
      tryId: newId(),
      bankLineId,
      how,
      said: text,
      nextOn: nextOn?.toString() ?? null,
      untilOn: untilOn?.toString() ?? null,
      triedOn: today.toString(),
    }
  },
  save: async ({ client }, facts, { actor, now }) => {
    for (const { tryId, bankLineId, how, said, nextOn, untilOn, triedOn } of facts)
      await client.query(
        `insert into funds_line_try (try_id, bank_line_id, how, said, next_on, until_on, tried_on, tried_by, tried_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9::timestamptz)`,
        [tryId, bankLineId, how, said, nextOn, untilOn, triedOn, actor.id, now.toString()],
      )
  },
  subjects: ({ bankLineId }) => [`bank-line:${bankLineId}`],
})
