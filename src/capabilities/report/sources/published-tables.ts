import { comparisonFor, importedTotal, quotient, type Compared, type Period } from '#capabilities/indicators'
import type { Tx } from '#kernel/database/transaction.ts'
import { label } from '#kernel/values/labels.ts'
import { chineseOrdinal } from '#law/chinese-ordinal.ts'
import type { FigureSource, Reckoned } from '../figure.ts'

/** What only a table of the superior court can give: means, rank, and the totals of the city. Marked as imported. */
export const tableFigures: FigureSource = {
  figures: ['F04', 'F10', 'F28', 'F29'],
  reckon: async (tx, period) => {
    const compared = await comparisonFor(tx, period)
    return {
      ...againstMean(compared),
      ...rank(compared),
      ...(await shareOfCity(tx, period, compared, 'F28', '实际送拘人数', '人')),
      ...(await shareOfCity(tx, period, compared, 'F29', '拒执罪判决案件数', '件')),
    }
  },
}

const href = '/indicators/comparison'

const importedFrom = ({ publisher, source, publishedOn }: Compared): string =>
  `导入：${publisher ?? ''}${source ?? ''}${publishedOn ? `，${publishedOn}` : ''}`

type Figures = Readonly<Record<string, Reckoned>>

/** Above the mean means better than it: below it where low is good. The words follow the table, not the wish. */
function againstMean(compared: Compared): Figures {
  const lines = compared.measures.filter(({ better }) => better !== null)
  if (lines.length === 0) return {}
  const ahead = lines.filter(({ better }) => better)
  const printed = compared.allBetter ? '均高于全省平均值' : `${lines.length}项中${ahead.length}项优于全省平均值`
  const parts = lines.map(({ measure, imported, provinceMean }) => ({
    title: label(measure, measure),
    text: `${imported}（全省平均 ${provinceMean}）`,
    href,
  }))
  const formula = parts.map(({ title, text }) => `${title.zh} ${text}`).join('；')
  return { F04: { printed, ground: 'imported', parts, formula, source: importedFrom(compared) } }
}

function rank(compared: Compared): Figures {
  const place = Number(compared.rank ?? 0)
  if (!Number.isInteger(place) || place < 1 || place > 99) return {}
  const printed = `全市排名第${chineseOrdinal(place)}`
  return {
    F10: {
      printed,
      ground: 'imported',
      parts: [{ title: label('全市排名', 'Rank in the city'), text: String(place), href }],
      formula: `${compared.courts} 个法院中第 ${place} 名，由上级法院公布，不由本院计算`,
      source: importedFrom(compared),
    },
  }
}

/** This court's part of all courts in the table. A whole percentage is printed without decimals. */
async function shareOfCity(
  tx: Tx,
  period: Period,
  compared: Compared,
  figure: string,
  measure: string,
  unit: string,
): Promise<Figures> {
  const found = await importedTotal(tx, period, measure)
  if (!found || found.total === '0') return {}
  const share = quotient(BigInt(found.own) * 100n, BigInt(found.total), { decimals: 2, rounding: 'truncate' })
  const parts = [
    { title: label(`本院${measure}`, `${measure}, this court`), text: `${found.own}${unit}`, href },
    { title: label(`全市${measure}`, `${measure}, the city`), text: `${found.total}${unit}`, href },
  ]
  const formula = `${parts.map(({ title, text }) => `${title.zh} ${text}`).join(' ÷ ')} × 100% = ${share}%`
  const printed = `占全市法院${share.replace(/\.00$/, '')}%`
  return { [figure]: { printed, ground: 'imported', parts, formula, source: importedFrom(compared) } }
}
