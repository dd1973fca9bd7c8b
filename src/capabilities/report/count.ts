import { sql, type RawBuilder } from 'kysely'
import { quotient, unitWords, type Period } from '#capabilities/indicators'
import type { Tx } from '#kernel/database/transaction.ts'
import { isBefore } from '#kernel/values/dates.ts'
import { formatYuan } from '#kernel/values/money.ts'
import { catalogued, figureTitle } from './catalogue.ts'
import type { CountedFigure, DatedFigure, Days, DeclaredFigure, Drill, ShareFigure } from './declared.ts'
import type { Part, Reckoned } from './figure.ts'
import { printedNumber } from './rules/printed-form.ts'

type Figures = Record<string, Reckoned>

/** Every declared figure that has records behind it. A room without a single record claims nothing, not even 0. */
export async function reckonDeclared(
  tx: Tx,
  declared: readonly DeclaredFigure[],
  period: Period,
): Promise<Readonly<Figures>> {
  const figures: Figures = {}
  const amounts = new Map<string, Counted>()
  for (const one of declared) {
    if ('from' in one) {
      const counted = await countOf(tx, one, period)
      if (!counted) continue
      amounts.set(one.figure, counted)
      figures[one.figure] = counted.reckoned
    } else if ('day' in one) {
      const dated = await datedOf(tx, one, period)
      if (dated) figures[one.figure] = dated
    }
  }
  for (const one of declared) {
    if (!('share' in one)) continue
    const share = shareOf(one, amounts)
    if (share) figures[one.figure] = share
  }
  return figures
}

type Counted = { readonly amount: bigint; readonly reckoned: Reckoned }

async function countOf(tx: Tx, figure: CountedFigure, period: Period): Promise<Counted | undefined> {
  const days = await daysOf(tx, figure, period)
  const form = catalogued(figure.figure)?.form
  if (!form || form.unit !== figure.unit) throw new Error(`${figure.figure} does not print ${figure.unit}`)
  if (!days || (days.from && isBefore(days.until, days.from))) return undefined
  const { rows, amount, known } = await scan(tx, figure, days)
  if (!known) return undefined
  const whole = figure.unit === 'yuan' ? amount / 100n : amount
  const text = figure.unit === 'yuan' ? `${formatYuan(amount)}元` : `${amount}${unitWords[figure.unit]}`
  return {
    amount,
    reckoned: {
      printed: printedNumber(whole, form),
      ground: 'records',
      parts: [partOf(figure.figure, text, figure.drill, days)],
      formula: `${spanWords(figure, days)}${rows}条记录${tellingApart(figure)} = ${text}`,
      source: sourceOf(figure.figure),
      ...(figure.days && {
        periodText: `${days.from ? `${days.from.toString()} 至 ` : '截至 '}${days.until.toString()}`,
      }),
    },
  }
}

/** A report on days to come has no figures: its period has not begun. */
async function daysOf(tx: Tx, { days, figure }: CountedFigure, period: Period): Promise<Days | null> {
  if (days) return days(tx, period)
  const kind = catalogued(figure)?.period
  const isWithin = kind === 'year' || kind === 'since-new-year'
  return isBefore(period.until, period.from) ? null : { from: isWithin ? period.from : null, until: period.until }
}

/** Names of views and columns come from declarations, never from a caller. */
async function scan({ db }: Tx, figure: CountedFigure, days: Days) {
  const counted = conditionOf(figure, days)
  const { rows } = await sql<{ rows: string; amount: string; known: boolean }>`
    select count(*) filter (where ${counted})::text as rows,
           ${amountOf(figure, counted)}::text as amount,
           count(*) > 0 as known
    from ${sql.table(figure.from)}`.execute(db)
  const [found] = rows
  return { rows: found?.rows ?? '0', amount: BigInt(found?.amount ?? 0), known: found?.known ?? false }
}

function amountOf(figure: CountedFigure, counted: RawBuilder<boolean>): RawBuilder<unknown> {
  if ('each' in figure) return sql`count(distinct ${sql.ref(figure.each)}) filter (where ${counted})`
  if ('fen' in figure) return sql`coalesce(sum(${sql.ref(figure.fen)}) filter (where ${counted}), 0)`
  return sql`count(*) filter (where ${counted})`
}

function conditionOf({ where = {}, on, ended }: CountedFigure, { from, until }: Days): RawBuilder<boolean> {
  const last = sql`${until.toString()}::date`
  const must: readonly RawBuilder<boolean>[] = [
    ...Object.entries(where).map(([column, held]) => holds(column, held)),
    ...(on === undefined ? [] : [sql<boolean>`${sql.ref(on)} <= ${last}`]),
    ...(on === undefined || from === null || ended !== undefined
      ? []
      : [sql<boolean>`${sql.ref(on)} >= ${from.toString()}::date`]),
    ...(ended === undefined ? [] : [sql<boolean>`(${sql.ref(ended)} > ${last}) is not false`]),
  ]
  return must.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(must, sql` and `)}`
}

function holds(column: string, held: string | boolean | readonly string[]): RawBuilder<boolean> {
  if (typeof held === 'boolean') return sql<boolean>`${sql.ref(column)} is ${held ? sql`true` : sql`not true`}`
  return sql<boolean>`${sql.ref(column)} = any(${typeof held === 'string' ? [held] : [...held]}::text[])`
}

/** 拘留日期在 … 至 … 的 */
function spanWords({ on, ended }: CountedFigure, { from, until }: Days): string {
  if (on === undefined) return ''
  if (ended !== undefined) return `${until.toString()} 在册的 `
  return from ? `${from.toString()} 至 ${until.toString()} 的 ` : `截至 ${until.toString()} 的 `
}

function tellingApart(figure: CountedFigure): string {
  if ('each' in figure) return `，同一${nouns[figure.unit]}只计一次，`
  return 'fen' in figure ? '，金额合计' : ''
}

const nouns: Readonly<Record<Extract<CountedFigure, { each: string }>['unit'], string>> = {
  person: '人',
  case: '案件',
  batch: '批次',
  organisation: '单位',
  issue: '期',
  zone: '区',
  post: '岗位',
  receipt: '笔',
}

function partOf(figure: string, text: string, { page, input }: Drill, days?: Days): Part {
  const search = new URLSearchParams({
    ...input,
    ...(days?.from && { from: days.from.toString() }),
    ...(days && { to: days.until.toString() }),
  }).toString()
  return { title: figureTitle(figure), text, href: search === '' ? page : `${page}?${search}` }
}

const sourceOf = (figure: string): string => `本院${catalogued(figure)?.keptBy.zh ?? ''}`

async function datedOf(tx: Tx, { figure, day, drill }: DatedFigure, period: Period): Promise<Reckoned | undefined> {
  const on = await day(tx, period)
  if (!on) return undefined
  const printed = `${on.year}年${on.month}月${on.day}日`
  return {
    printed,
    ground: 'records',
    parts: [partOf(figure, printed, drill)],
    formula: `登记的日期 ${on.toString()}`,
    source: sourceOf(figure),
  }
}

/** A share of nothing says nothing. */
function shareOf({ figure, share }: ShareFigure, amounts: ReadonlyMap<string, Counted>): Reckoned | undefined {
  const [above, below] = share.map((id) => amounts.get(id))
  if (!above || !below || below.amount === 0n) return undefined
  const value = quotient(above.amount * 100n, below.amount, { decimals: 2, rounding: 'truncate' })
  const parts = [...above.reckoned.parts, ...below.reckoned.parts]
  const { periodText } = above.reckoned
  return {
    printed: `${value}%`,
    ground: 'records',
    parts,
    formula: `${parts.map(({ title, text }) => `${title.zh} ${text}`).join(' ÷ ')} × 100% = ${value}%`,
    source: sourceOf(figure),
    ...(periodText !== undefined && { periodText }),
  }
}
