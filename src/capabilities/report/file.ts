import type { Tx } from '#kernel/database/transaction.ts'
import type { Occasion } from '#kernel/occasion.ts'
import { renderDocx } from '#kernel/paper/docx.ts'
import { fontDirIn } from '#kernel/paper/fonts.ts'
import { renderPdf } from '#kernel/paper/pdf.ts'
import type { Download } from '#kernel/query.ts'
import { previewOf, type Content } from './content.ts'
import { paperOf } from './paper.ts'

export type FileFormat = 'docx' | 'pdf'

export const mediaTypes: Readonly<Record<FileFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
}

/** The report of a period as a file, from what is on record now. */
export async function reportFile(
  tx: Tx,
  period: { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate },
  format: FileFormat,
  occasion: Occasion,
): Promise<Download> {
  return fileOf(tx, await previewOf(tx, period.from, period.to, occasion), format)
}

export async function fileOf({ platform }: Tx, content: Content, format: FileFormat): Promise<Download> {
  const paper = paperOf(content)
  const { dataDir, courtFontDir } = platform
  const fontDir = fontDirIn(dataDir)
  const bytes =
    format === 'docx'
      ? await renderDocx(paper)
      : await renderPdf(paper, { fontDir, ...(courtFontDir !== undefined && { courtFontDir }) })
  return { bytes, mediaType: mediaTypes[format], fileName: `${content.title.replaceAll('\n', '')}.${format}` }
}
