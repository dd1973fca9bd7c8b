import { recordKind } from '#kernel/command.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Refusal } from '#kernel/problem.ts'
import { day } from '#kernel/values/dates.ts'
import type { BoundFigure } from './bind.ts'
import { noSuchReport } from './problems.ts'

export type Report = {
  readonly reportId: string
  readonly from: Temporal.PlainDate
  readonly to: Temporal.PlainDate
  readonly title: string
  readonly state: 'draft' | 'final'
  readonly draftedBy: string
  readonly draftedOn: string
  readonly version: number
}

export type Sentence = {
  readonly sentenceId: string
  readonly body: string
  readonly signedBy: string | null
  readonly signReason: string | null
}

export type KeptFigure = Pick<BoundFigure, 'printed' | 'ground' | 'formula' | 'source' | 'parts'> & {
  readonly figureId: string
  readonly keepReason: string | null
}

export const reportRecord = recordKind<Report>({
  kind: 'report',
  idField: 'reportId',
  load: findReport,
  belongs: ({ draftedBy }) => ({ own: [draftedBy], team: null }),
  version: ({ version }) => version,
})

export async function findReport({ db }: Tx, reportId: string, lock: boolean): Promise<Report | Refusal> {
  const query = db.selectFrom('report_report').selectAll().where('report_id', '=', reportId)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  if (!row) return noSuchReport()
  return {
    reportId: row.report_id,
    from: day(row.period_from),
    to: day(row.period_to),
    title: row.title,
    state: row.state,
    draftedBy: row.drafted_by,
    draftedOn: row.drafted_on,
    version: row.version,
  }
}

export async function sentencesOf({ db }: Tx, reportId: string): Promise<readonly Sentence[]> {
  const rows = await db.selectFrom('report_sentence').selectAll().where('report_id', '=', reportId).execute()
  return rows.map(({ sentence_id, body, signed_by, sign_reason }) => ({
    sentenceId: sentence_id,
    body,
    signedBy: signed_by,
    signReason: sign_reason,
  }))
}

export async function keptFigures({ db }: Tx, reportId: string): Promise<readonly KeptFigure[]> {
  const rows = await db.selectFrom('report_figure').selectAll().where('report_id', '=', reportId).execute()
  return rows.map(({ figure_id, printed, ground, formula, source, parts, keep_reason }) => ({
    figureId: figure_id,
    printed,
    ground,
    formula,
    source,
    parts,
    keepReason: keep_reason,
  }))
}

/** The new report with its sentences and figures. */
export async function insertReport(
  { db }: Tx,
  report: Omit<Report, 'state' | 'version'> & { readonly draftedAt: Temporal.Instant },
  sentences: readonly Pick<Sentence, 'sentenceId' | 'body'>[],
  figures: readonly BoundFigure[],
): Promise<void> {
  await db
    .insertInto('report_report')
    .values({
      report_id: report.reportId,
      period_from: report.from.toString(),
      period_to: report.to.toString(),
      title: report.title,
      drafted_by: report.draftedBy,
      drafted_at: report.draftedAt.toString(),
      drafted_on: report.draftedOn,
      finalised_by: null,
      finalised_at: null,
    })
    .execute()
  await db
    .insertInto('report_sentence')
    .values(
      sentences.map(({ sentenceId, body }) => ({
        report_id: report.reportId,
        sentence_id: sentenceId,
        body,
        signed_by: null,
        sign_reason: null,
        signed_at: null,
      })),
    )
    .execute()
  await writeFigures({ db }, report.reportId, figures)
}

/** Puts figures into a report as they are now; a reason for keeping an older one is gone with it. */
export async function writeFigures(
  { db }: Pick<Tx, 'db'>,
  reportId: string,
  figures: readonly Pick<BoundFigure, 'id' | 'printed' | 'ground' | 'formula' | 'source' | 'parts'>[],
): Promise<void> {
  await db
    .insertInto('report_figure')
    .values(
      figures.map(({ id, printed, ground, formula, source, parts }) => ({
        report_id: reportId,
        figure_id: id,
        printed,
        ground,
        formula,
        source,
        parts: JSON.stringify(parts) as never,
        keep_reason: null,
        kept_by: null,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['court_id', 'report_id', 'figure_id']).doUpdateSet((eb) => ({
        printed: eb.ref('excluded.printed'),
        ground: eb.ref('excluded.ground'),
        formula: eb.ref('excluded.formula'),
        source: eb.ref('excluded.source'),
        parts: eb.ref('excluded.parts'),
        keep_reason: null,
        kept_by: null,
      })),
    )
    .execute()
}

/** Counts a change against the version of the report. */
export async function touchReport({ db }: Tx, reportId: string): Promise<void> {
  await db
    .updateTable('report_report')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('report_id', '=', reportId)
    .execute()
}
