import { readCaseNumberCell } from './clean/case-number.ts'
import { compact, isEmptyMark } from './clean/cleaning.ts'
import type { Column } from './layout.ts'
import type { MergedRange, RawCell } from './raw.ts'
import { cellText } from './raw.ts'

export type RowPlace = { readonly sheet: number; readonly row: number }

/** Rows of a file by the record they name, kept only as far as needed to know which names come twice. */
export type KeyIndex = {
  add(kind: string, key: string, place: RowPlace): void
  /** One cell merged over several rows names all of them alike. */
  addMerged(sheet: number, range: MergedRange): void
  /** The other rows that name the same record; empty when there is none. */
  others(kind: string, key: string, place: RowPlace): readonly RowPlace[]
}

const rowsPerSheet = 2 ** 21
const packed = ({ sheet, row }: RowPlace): number => sheet * rowsPerSheet + row
const unpacked = (place: number): RowPlace => ({ sheet: Math.floor(place / rowsPerSheet), row: place % rowsPerSheet })

export function keyIndex(): KeyIndex {
  const first = new Map<string, number>()
  const repeated = new Map<string, number[]>()
  const merged: { readonly sheet: number; readonly range: MergedRange }[] = []
  return {
    add(kind, key, place) {
      const name = `${kind} ${key}`
      const before = first.get(name)
      if (before === undefined) {
        first.set(name, packed(place))
        return
      }
      const places = repeated.get(name)
      if (places) places.push(packed(place))
      else repeated.set(name, [before, packed(place)])
    },
    addMerged(sheet, range) {
      merged.push({ sheet, range })
    },
    others(kind, key, place) {
      if (repeated.size === 0 && merged.length === 0) return []
      const places = (repeated.get(`${kind} ${key}`) ?? []).filter((other) => other !== packed(place)).map(unpacked)
      const together = merged.find(
        ({ sheet, range }) => sheet === place.sheet && range.fromRow <= place.row && range.toRow >= place.row,
      )
      if (!together || places.length > 0) return places
      const row = place.row === together.range.fromRow ? together.range.toRow : together.range.fromRow
      return [{ sheet: place.sheet, row }]
    },
  }
}

/** The record a cell names, in the form in which two rows are compared; undefined when it names none. */
export function keyIn(cell: RawCell | undefined, column: Column): string | undefined {
  const text = cellText(cell ?? null)
  if (text === '') return undefined
  if (column.type === 'case-number') {
    const found = readCaseNumberCell(text)
    return found.kind === 'read' ? found.canonical : undefined
  }
  const word = compact(text)
  // A copy: a slice of the file's text would keep the whole piece alive.
  return word === '' || isEmptyMark(word) ? undefined : Buffer.from(word).toString()
}
