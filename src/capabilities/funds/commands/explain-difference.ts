import { command } from '#kernel/command.ts'
import type { Fact } from '#kernel/fact.ts'
import type { Refusal } from '#kernel/problem.ts'
import { label } from '#kernel/values/labels.ts'
import { ExplainDifference } from '../reconciliation/contract.ts'
import { dayEnd } from '../reconciliation/day-end.ts'
import { differenceExplained, noSuchDifference } from '../reconciliation/problems.ts'

export type DifferenceExplained = Fact & {
  readonly type: 'funds.difference-explained'
  readonly day: string
  readonly key: string
  readonly amountFen: bigint
  readonly text: string
}

/** 说明差额: what was found out about one line, before its day is closed. The next day's payments wait for it. */
export const explainDifference = command({
  name: 'funds.explain-difference',
  title: label('说明差额', 'Explain a difference'),
  may: 'funds.close',
  cites: ['funds.account'],
  input: ExplainDifference,
  load: async (tx, { day, key }) => ({
    line: (await dayEnd(tx, day.toString())).differences.find((line) => line.key === key),
  }),
  decide: ({ line }, { day, key, text }): DifferenceExplained | Refusal => {
    if (!line) return noSuchDifference(day.toString())
    if (line.said !== null) return differenceExplained()
    return { type: 'funds.difference-explained', day: day.toString(), key, amountFen: line.amountFen, text }
  },
  save: async ({ client }, facts, { actor, now }) => {
    for (const { day, key, amountFen, text } of facts)
      await client.query(
        `insert into funds_difference_note (difference, amount_fen, day, said, said_by, said_at)
         values ($1, $2, $3, $4, $5, $6::timestamptz)`,
        [key, amountFen.toString(), day, text, actor.id, now.toString()],
      )
  },
  subjects: ({ day }) => [`money-day:${day}`],
  onConstraint: { funds_difference_note_pkey: differenceExplained },
})
