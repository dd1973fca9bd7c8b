import { z } from 'zod'
import { label } from '#kernel/values/labels.ts'
import { PlainDateText } from '#kernel/values/wire.ts'
import { commandContract, listContract, readingContract } from '#web/api.ts'
import { figureId, Reason, ReportContent, ReportPeriod, ReportRow, sentenceId, SentenceText } from '../contract.ts'

const reportId = z.uuid()

export const preview = readingContract({ name: 'report.preview', input: ReportPeriod, output: ReportContent })
/** Asked of the room below: the years that this court counts in. */
export const years = readingContract({
  name: 'indicators.years',
  input: z.object({}),
  output: z.object({ last: z.object({ from: PlainDateText, to: PlainDateText }) }),
})
export const reportPage = readingContract({
  name: 'report.page',
  input: z.object({ reportId }),
  output: ReportContent,
})
export const reports = listContract({ name: 'report.list', input: z.object({}), row: ReportRow })

export const draft = commandContract({
  name: 'report.draft',
  title: label('生成初稿', 'Draft'),
  input: ReportPeriod,
  answer: z.object({ reportId }),
})
export const rewriteSentence = commandContract({
  name: 'report.rewrite-sentence',
  title: label('改写', 'Rewrite'),
  input: z.object({ reportId, sentenceId, body: SentenceText }),
})
export const signFor = commandContract({
  name: 'report.sign-for',
  title: label('签认', 'Sign for'),
  input: z.object({ reportId, sentenceId, reason: Reason }),
})
export const keepFigure = commandContract({
  name: 'report.keep-figure',
  title: label('保留并注明', 'Keep with a note'),
  input: z.object({ reportId, figureId, reason: Reason }),
})
export const refreshFigure = commandContract({
  name: 'report.refresh-figure',
  title: label('更新', 'Update'),
  input: z.object({ reportId, figureId }),
})
export const finalise = commandContract({
  name: 'report.finalise',
  title: label('定稿', 'Finalise'),
  input: z.object({ reportId }),
})

/** The report as a file. */
export const fileHref = (id: string, format: 'docx' | 'pdf'): string =>
  `/api/queries/report.${format}?${new URLSearchParams({ input: JSON.stringify({ reportId: id }) }).toString()}`
