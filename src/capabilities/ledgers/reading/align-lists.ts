import { cleanEntries } from './clean/party-cleaners.ts'
import { splitByBlanks } from './clean/list.ts'
import type { CleanValue } from './layout.ts'
import type { RawCell } from './raw.ts'
import { cellText } from './raw.ts'
import type { Report, Slot } from './row-report.ts'

/** Identifiers and the names they stand beside. */
export type Pair = { readonly slot: Slot; readonly names: Slot }

/**
 * Names and identifiers in one row prove each other: names divided by blanks only are told apart when as many
 * identifiers stand beside them, and a count that differs is remarked.
 */
export function alignPair(
  pair: Pair,
  record: Record<string, CleanValue>,
  cellOf: (slot: Slot) => RawCell,
  report: Report,
): void {
  const { slot, names: anchor } = pair
  const names = record[anchor.column.field]
  const identifiers = record[slot.column.field]
  if (!isTexts(names) || !isTexts(identifiers) || names.length === 0 || identifiers.length === 0) return
  if (names.length === identifiers.length || report.hasFailed(slot)) return
  const cell = cellOf(anchor)
  const text = cellText(cell).trim()
  const pieces = names.length === 1 ? splitByBlanks(text, identifiers.length) : []
  if (pieces.length === identifiers.length) {
    const divided = cleanEntries(pieces, text, true, report.sinkFor(anchor))
    record[anchor.column.field] = divided
    report.changed(anchor, cell, divided, ['list-split'])
    return
  }
  const [title, namesTitle] = [slot.column.title, anchor.column.title]
  const counts = `${namesTitle}有${names.length}个，${title}有${identifiers.length}个，对不上`
  report.add(slot, 'W_PARTY_COUNT', 'warning', `${counts}；请逐一补齐，没有的写“/”。`)
}

const isTexts = (value: CleanValue | undefined): value is readonly string[] => Array.isArray(value)
