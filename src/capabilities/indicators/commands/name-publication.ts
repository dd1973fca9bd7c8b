import { command } from '#kernel/command.ts'
import type { Fact } from '#kernel/fact.ts'
import type { Refusal } from '#kernel/problem.ts'
import { isBefore } from '#kernel/values/dates.ts'
import { label } from '#kernel/values/labels.ts'
import { benchmarksFor } from '../benchmarks.ts'
import { Publication } from '../contract.ts'
import { nothingImported, publishedAhead } from '../problems.ts'

type PublicationNamed = Fact & {
  readonly type: 'indicators.publication-named'
  readonly from: Temporal.PlainDate
  readonly to: Temporal.PlainDate
  readonly publisher: string
  readonly publishedOn: Temporal.PlainDate
  readonly source: string
}

/** Says who published an imported table, when and where: a ledger file does not. */
export const namePublication = command({
  name: 'indicators.name-publication',
  title: label('注明通报来源', 'Name the publication'),
  may: 'indicators.benchmarks',
  cites: [],
  input: Publication,
  load: async (tx, { from, to }): Promise<{ readonly lines: number } | Refusal> => {
    const { length } = await benchmarksFor(tx, from.toString(), to.toString())
    return length === 0 ? nothingImported() : { lines: length }
  },
  decide: (_facts, { from, to, publisher, publishedOn, source }, { machineDay }): PublicationNamed | Refusal =>
    isBefore(machineDay, publishedOn)
      ? publishedAhead(machineDay)
      : { type: 'indicators.publication-named', from, to, publisher, publishedOn, source },
  save: async (tx, facts) => {
    for (const { from, to, publisher, publishedOn, source } of facts) {
      await tx.db
        .updateTable('indicators_benchmark')
        .set({ publisher, published_on: publishedOn.toString(), source })
        .where('period_from', '=', from.toString())
        .where('period_to', '=', to.toString())
        .execute()
    }
  },
  subjects: ({ from, to }) => [`publication:${from.toString()}/${to.toString()}`],
})
