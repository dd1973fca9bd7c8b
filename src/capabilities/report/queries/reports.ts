import { z } from 'zod'
import { query } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { ReportRow } from '../contract.ts'
import { reportLabels } from '../labels.ts'

/** Work reports of the court, newest first. */
export const reports = query({
  name: 'report.list',
  title: label('工作报告', 'Work reports'),
  may: 'report.read',
  input: z.object({ state: z.enum(['draft', 'final']).optional() }),
  row: ReportRow,
  scope: { own: ['draftedBy'] },
  orders: [['-draftedAt', 'reportId']],
  columns: reportLabels,
  rows: (db, { state }) =>
    db
      .selectFrom('report_report as r')
      .select([
        'r.report_id as reportId',
        'r.title',
        'r.period_from as periodFrom',
        'r.period_to as periodTo',
        'r.state',
        'r.drafted_by as draftedBy',
        'r.drafted_at as draftedAt',
        'r.finalised_at as finalisedAt',
        'r.version',
      ])
      .$if(state !== undefined, (q) => q.where('r.state', '=', state ?? 'draft')),
})
