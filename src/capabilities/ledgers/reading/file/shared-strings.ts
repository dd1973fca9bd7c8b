import { richText, xmlText } from './xml-text.ts'

export type SharedStrings = { at(index: number): string }

export const noSharedStrings: SharedStrings = { at: () => '' }

const lessThan = 60
const greaterThan = 62
const slash = 47
/** Texts met early are those that come again and again; later ones are mostly names and numbers of their own. */
const remembered = 50_000

/**
 * The table of texts of a workbook, kept as the bytes it came in: a ledger of 100,000 rows has a million of them, and as
 * bytes they cost a third of what strings would. A text is decoded when a cell asks for it.
 */
export function sharedStringsOf(bytes: Buffer): SharedStrings {
  const starts = startsOf(bytes)
  const memory: (string | undefined)[] = []
  return {
    at(index) {
      const known = memory[index]
      if (known !== undefined) return known
      const from = starts[index]
      if (from === undefined) return ''
      const text = textOf(bytes, from, starts[index + 1] ?? bytes.length)
      if (index < remembered) memory[index] = text
      return text
    },
  }
}

function startsOf(bytes: Buffer): Uint32Array {
  const prefix = /<(?:([\w.-]+):)?sst[\s>]/.exec(bytes.toString('latin1', 0, 2048))?.[1]
  const skip = prefix === undefined ? 0 : prefix.length + 1
  let starts = new Uint32Array(1024)
  let count = 0
  let at = bytes.indexOf(60)
  while (at !== -1 && at < bytes.length) {
    const name = at + 1 + skip
    if (bytes[name] === 115 && bytes[name + 1] === 105 && isTagEnd(bytes[name + 2])) {
      if (count === starts.length) {
        const longer = new Uint32Array(count * 2)
        longer.set(starts)
        starts = longer
      }
      starts[count++] = at
    }
    at++
    while (at < bytes.length && bytes[at] !== lessThan) at++
  }
  return starts.subarray(0, count)
}

const isTagEnd = (sign: number | undefined): boolean => sign === greaterThan || sign === slash || sign === 32

/** Most entries are one plain run, `<si><t>…</t></si>`: its text is cut straight out of the bytes. */
function textOf(bytes: Buffer, from: number, to: number): string {
  const firstTagEnd = bytes.indexOf(greaterThan, from)
  const textFrom = bytes.indexOf(greaterThan, firstTagEnd + 1) + 1
  const plain =
    bytes[firstTagEnd - 1] !== slash && bytes[firstTagEnd + 2] === 116 && textFrom > 0 && bytes[textFrom - 2] !== slash
  if (plain) {
    const textTo = bytes.indexOf(lessThan, textFrom)
    const closesBoth = bytes.indexOf('</si>', textTo) - textTo <= 4 && bytes[textTo + 2] === 116
    if (textTo !== -1 && textTo < to && closesBoth) return xmlText(bytes.toString('utf8', textFrom, textTo))
  }
  return richText(bytes.toString('utf8', from, to))
}
