import type { z } from 'zod'
import { nameOfCourt, periodOf } from '#capabilities/indicators'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Occasion } from '#kernel/occasion.ts'
import { day, formatDayZh, isBefore } from '#kernel/values/dates.ts'
import { bindFigures, type Binding, type BoundFigure } from './bind.ts'
import type { ReportContent } from './contract.ts'
import { outline } from './outline.ts'
import { lacksOf, wordsOf, type Standing } from './rules/compose.ts'
import { differencesOf } from './rules/differences.ts'
import { keptFigures, sentencesOf, type KeptFigure, type Report, type Sentence } from './store.ts'

export type Content = z.input<typeof ReportContent>
type Figure = Content['figures'][number]

/** The report of a period as it would be drafted now. */
export async function previewOf(
  tx: Tx,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  occasion: Occasion,
): Promise<Content> {
  const binding = await bindNow(tx, from, to, occasion)
  const figures = binding.figures.map((figure) => shown(figure, null, null))
  const sentences = freshSentences().map((sentence) => ({ ...sentence, signedBy: null, signReason: null }))
  const court = await nameOfCourt(tx)
  const head = {
    reportId: null,
    state: 'preview' as const,
    version: 0,
    from: from.toString(),
    to: to.toString(),
    court,
    title: titleOf(court, from, to),
    dated: occasion.today.toString(),
    asOf: binding.until,
    remarks: remarksOn(from, to, day(binding.until)),
  }
  return assembled(head, figures, sentences, binding.differences)
}

/** A drafted report: its own figures, and where they would be others now. */
export async function contentOf(tx: Tx, report: Report, occasion: Occasion): Promise<Content> {
  const { reportId, from, to, title, state, version } = report
  const binding = await bindNow(tx, from, to, occasion)
  const kept = new Map((await keptFigures(tx, reportId)).map((figure) => [figure.figureId, figure]))
  const figures = binding.figures.map((figure) => drafted(figure, kept.get(figure.id)))
  const published = Object.fromEntries(
    figures.flatMap(({ id, published: printed }) => (printed === null ? [] : [[id, printed]])),
  )
  const printed = new Map(figures.flatMap(({ id, printed: text }) => (text === null ? [] : [[id, text] as const])))
  const head = {
    reportId,
    state,
    version,
    from: from.toString(),
    to: to.toString(),
    court: await nameOfCourt(tx),
    title,
    dated: report.draftedOn,
    asOf: binding.until,
    remarks: remarksOn(from, to, day(binding.until)),
  }
  return assembled(head, figures, await sentencesOf(tx, reportId), differencesOf(published, printed))
}

/** A report may be drafted ahead; what it can know is said at its head. */
function remarksOn(from: Temporal.PlainDate, to: Temporal.PlainDate, until: Temporal.PlainDate): string[] {
  if (isBefore(until, from)) return [`报告期自${formatDayZh(from)}起，尚未开始：没有记录可计，数字待期间开始后生成。`]
  return isBefore(until, to) ? [`报告期尚未届满：数字计至${formatDayZh(until)}。`] : []
}

export const freshSentences = (): readonly Pick<Sentence, 'sentenceId' | 'body'>[] =>
  outline.flatMap(({ sentences }) => sentences.map(({ id, text }) => ({ sentenceId: id, body: text })))

export async function bindNow(
  tx: Tx,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  occasion: Occasion,
): Promise<Binding & { readonly until: string }> {
  const period = periodOf(from, to, undefined, occasion.machineDay)
  return { ...(await bindFigures(tx, period, occasion)), until: period.until.toString() }
}

/** 犍为县人民法院 / 2024年执行工作情况报告; a statistical year by its months, another period by its days. */
export function titleOf(court: string, from: Temporal.PlainDate, to: Temporal.PlainDate): string {
  const isYear = from.year === to.year && from.dayOfYear === 1 && to.dayOfYear === to.daysInYear
  const isTwelveMonths = from.day === 1 && to.equals(from.add({ years: 1 }).subtract({ days: 1 }))
  const span = isYear
    ? `${from.year}年`
    : isTwelveMonths
      ? `${to.year}年度（${from.year}年${from.month}月至${to.year}年${to.month}月）`
      : `${from.year}年${from.month}月${from.day}日至${to.year}年${to.month}月${to.day}日`
  return `${court}\n${span}执行工作情况报告`
}

function shown(figure: BoundFigure, now: string | null, keepReason: string | null): Figure {
  return { ...figure, parts: [...figure.parts], now, keepReason }
}

function drafted(current: BoundFigure, kept: KeptFigure | undefined): Figure {
  if (!kept) return shown(current, null, null)
  const { printed, ground, formula, source, parts, keepReason } = kept
  const now = current.printed !== printed && current.printed !== null ? current.printed : null
  return shown({ ...current, printed, ground, formula, source, parts }, now, keepReason)
}

type Head = Omit<Content, 'sections' | 'figures' | 'differences' | 'counts'>

function assembled(
  head: Head,
  figures: readonly Figure[],
  sentences: readonly Sentence[],
  differences: Binding['differences'],
): Content {
  const differing = new Set(differences.map(({ figure }) => figure))
  const standing = new Map(figures.map((figure) => [figure.id, standingOf(figure, differing)]))
  const year = Number(head.to.slice(0, 4))
  const bodies = new Map(sentences.map((sentence) => [sentence.sentenceId, sentence]))
  const sections = outline.map(({ id, heading, lead, level, sentences: own }) => ({
    id,
    heading,
    lead: lead ?? null,
    level,
    sentences: own.flatMap(({ id: sentenceId }) => {
      const sentence = bodies.get(sentenceId)
      return sentence && sentence.body !== '' ? [sentenceOf(sentence, year, standing)] : []
    }),
  }))
  return {
    ...head,
    sections,
    figures: [...figures],
    differences: [...differences],
    counts: {
      bound: figures.filter(({ printed }) => printed !== null).length,
      unbound: sections
        .flatMap((section) => section.sentences)
        .filter(({ lacks, signedBy }) => lacks.length > 0 && signedBy === null).length,
      changed: figures.filter(({ now, keepReason }) => now !== null && keepReason === null).length,
      differing: differences.length,
    },
  }
}

const standingOf = (
  { id, printed, ground, now, keepReason, doubt }: Figure,
  differing: ReadonlySet<string>,
): Standing => ({
  printed,
  imported: ground === 'imported',
  differs: differing.has(id),
  changed: now !== null && keepReason === null,
  doubt,
})

const sentenceOf = (
  { sentenceId, body, signedBy, signReason }: Sentence,
  year: number,
  standing: ReadonlyMap<string, Standing>,
) => ({
  id: sentenceId,
  body,
  parts: [...wordsOf(body, year, standing)],
  lacks: [...lacksOf(body, standing)],
  signedBy,
  signReason,
})
