import { z } from 'zod'
import { setting, settingValue } from '#capabilities/operations'
import type { Tx } from '#kernel/database/transaction.ts'
import { label } from '#kernel/values/labels.ts'
import type { Definition, Form, Variant } from './definition.ts'

const decimalText = z.string().regex(/^-?\d{1,6}(\.\d{1,4})?$/)

/** What the court expects of an indicator. Inside the band is in order, and nothing beyond it is rewarded. */
export const Band = z.object({
  low: decimalText.optional(),
  high: decimalText.optional(),
  target: decimalText.optional(),
  /** Where it comes from: a bulletin, the court's own plan. */
  source: z.string().max(120),
})
export type Band = z.output<typeof Band>

const indicatorId = z.string().regex(/^K\d{2}$/)

/** The four targets of 2018: three of ninety, and eighty of all closings. */
export const bands = setting<Readonly<Record<string, Band>>>({
  key: 'indicators.bands',
  title: label('指标区间与目标', 'Bands and targets'),
  hint: label(
    '决定每个指标旁显示“区间内”还是“区间外”；不改变任何数字。',
    'Decides what stands beside a figure; changes none.',
  ),
  schema: z.record(indicatorId, Band),
  fallback: {
    K01: { low: '80', target: '80', source: '2018年执行工作“三个90%、一个80%”' },
    K10: { low: '90', target: '90', source: '2018年执行工作“三个90%、一个80%”' },
    K12: { low: '90', target: '90', source: '2018年执行工作“三个90%、一个80%”' },
    K18: { low: '90', target: '90', source: '2018年执行工作“三个90%、一个80%”' },
  },
})

const Reading = z.object({ rounding: z.enum(['truncate', 'half-up']), decimals: z.int().min(0).max(4) })

/** How a figure is cut off, where this court does it otherwise than the definition. */
export const roundings = setting<Readonly<Record<string, z.output<typeof Reading>>>>({
  key: 'indicators.roundings',
  title: label('指标取舍方式', 'Rounding of indicators'),
  hint: label(
    '截断或四舍五入、保留几位小数；未设的按口径（截断两位）。',
    'Truncate or round, and to how many decimals.',
  ),
  schema: z.record(indicatorId, Reading),
  fallback: {},
})

/** The name under which this court stands in tables of other bodies. */
export const ownName = setting<string>({
  key: 'indicators.own-name',
  title: label('本院在通报中的名称', 'Name of this court in bulletins'),
  hint: label('用来在上级通报的表里认出本院一行；空着时用本院名称。', 'Finds the own row in imported tables.'),
  schema: z.string().max(60),
  fallback: '',
})

/**
 * The month in which a statistical year begins. Most courts count calendar years; some report December to November
 * (上年12月—本年11月), so that the year is closed before its report is due.
 */
export const yearStartsIn = setting<number>({
  key: 'indicators.year-starts-in',
  title: label('统计年度起始月', 'First month of the statistical year'),
  hint: label(
    '1为自然年度；12为上年12月至本年11月。决定期间的常用选项、累计走势和月末固定的累计起点。',
    '1 for calendar years, 12 for December to November.',
  ),
  schema: z.int().min(1).max(12),
  fallback: 1,
})

export async function formsOf(tx: Tx): Promise<(definition: Definition, variant: Variant) => Form> {
  const set = await settingValue(tx, roundings)
  return ({ id, form }, variant) => variant.form ?? { ...form, ...set[id] }
}

/** A band with who set it; the shipped ones have no author. */
export type SetBand = {
  readonly low: string | null
  readonly high: string | null
  readonly target: string | null
  readonly source: string
  readonly setBy: string | null
  readonly setAt: string | null
}

export async function bandsOf(tx: Tx): Promise<ReadonlyMap<string, SetBand>> {
  const by = await authorOf(tx, bands.key)
  const set = Object.entries(await settingValue(tx, bands))
  return new Map(
    set.map(([id, { low = null, high = null, target = null, source }]) => [id, { low, high, target, source, ...by }]),
  )
}

/** Who last set this, and when. */
export async function authorOf({ db }: Tx, key: string) {
  const row = await db
    .selectFrom('kernel_setting')
    .select(['set_by', 'set_at'])
    .where('key', '=', key)
    .executeTakeFirst()
  return { setBy: row?.set_by ?? null, setAt: row?.set_at ?? null }
}

/** Whether a value lies in its band; null when no band is known or there is no value. */
export function insideBand(value: string | null, band: Pick<SetBand, 'low' | 'high'> | undefined): boolean | null {
  if (value === null || !band || (band.low === null && band.high === null)) return null
  const { low, high } = band
  return (low === null || Number(value) >= Number(low)) && (high === null || Number(value) <= Number(high))
}
