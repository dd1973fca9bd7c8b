import { z } from 'zod'
import { reading, recordReading } from '#kernel/query.ts'
import { isBefore } from '#kernel/values/dates.ts'
import { label } from '#kernel/values/labels.ts'
import { contentOf, previewOf } from '../content.ts'
import { ReportContent, ReportPeriod } from '../contract.ts'
import { periodBackwards } from '../problems.ts'
import { reportRecord } from '../store.ts'

/** A drafted or final report with every figure, what it rests on, and what it would be now. */
export const reportPage = recordReading({
  name: 'report.page',
  title: label('工作报告', 'Work report'),
  may: 'report.read',
  record: reportRecord,
  input: z.object({}),
  output: ReportContent,
  read: (tx, report, _input, occasion) => contentOf(tx, report, occasion),
})

/** The report of a period as it would be drafted now; nothing is kept. */
export const preview = reading({
  name: 'report.preview',
  title: label('工作报告预览', 'Preview of a report'),
  may: 'report.read',
  input: ReportPeriod,
  output: ReportContent,
  read: (tx, { from, to }, occasion) =>
    isBefore(to, from) ? Promise.resolve(periodBackwards()) : previewOf(tx, from, to, occasion),
})
