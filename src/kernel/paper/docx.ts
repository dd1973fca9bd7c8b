import type { Paper } from './paper.ts'
import { stampZip } from './stamp-zip.ts'
import { typeset } from './typeset.ts'

/** The earliest day a zip file can name: an undated paper says nothing of when it was made. */
const undated = Temporal.PlainDate.from('1980-01-01')

/** A Word file naming the faces of GB/T 9704, which a court's own computers have; the same bytes for the same paper. */
export async function renderDocx(paper: Paper): Promise<Uint8Array> {
  const sheet = typeset(paper)
  // Loaded with the first file: the server starts without it.
  const { packWord } = await import('./word-document.ts')
  return stampZip(await packWord(sheet), sheet.date ?? undated)
}
