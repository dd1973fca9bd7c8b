import { z } from 'zod'
import { mayTouch } from '#kernel/occasion.ts'
import { outsideScope } from '#kernel/pipeline/problems.ts'
import { isRefusal } from '#kernel/problem.ts'
import { download } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { contentOf } from '../content.ts'
import { fileOf, mediaTypes, type FileFormat } from '../file.ts'
import { findReport, reportRecord } from '../store.ts'

const fileQuery = (format: FileFormat, zh: string, en: string) =>
  download({
    name: `report.${format}`,
    title: label(zh, en),
    may: 'report.read',
    input: z.object({ reportId: z.uuid() }),
    // Whose report it is decides; a report is looked for before it is shown.
    reach: 'anyone',
    mediaTypes: [mediaTypes[format]],
    read: async (tx, { reportId }, occasion) => {
      const report = await findReport(tx, reportId, false)
      if (isRefusal(report)) return report
      if (!mayTouch(occasion.actor, 'report.read', reportRecord.belongs(report))) return outsideScope(label(zh, en))
      return fileOf(tx, await contentOf(tx, report, occasion), format)
    },
  })

export const reportDocx = fileQuery('docx', '导出文稿', 'Export as Word')
export const reportPdf = fileQuery('pdf', '导出 PDF', 'Export as PDF')
