import type { Tx } from '#kernel/database/transaction.ts'

export type FirstPublished = {
  readonly printed: string
  readonly numerator: string
  readonly denominator: string | null
  readonly frozenAt: string
}

/** What the court first published for exactly this period, by `K01 printed`. Empty when nothing was frozen. */
export async function firstPublished(
  { db }: Tx,
  from: string,
  to: string,
): Promise<ReadonlyMap<string, FirstPublished>> {
  const rows = await db
    .selectFrom('indicators_run as r')
    .innerJoin('indicators_run_value as v', (on) =>
      on.onRef('v.court_id', '=', 'r.court_id').onRef('v.run_id', '=', 'r.run_id'),
    )
    .select(['v.indicator_id', 'v.variant', 'v.printed', 'v.numerator', 'v.denominator', 'r.frozen_at'])
    .where('r.period_from', '=', from)
    .where('r.period_to', '=', to)
    .execute()
  return new Map(
    rows.map(({ indicator_id, variant, printed, numerator, denominator, frozen_at }) => [
      `${indicator_id} ${variant}`,
      { printed, numerator, denominator, frozenAt: frozen_at },
    ]),
  )
}
