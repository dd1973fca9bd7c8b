import { readCaseNumberCell } from './clean/case-number.ts'
import { readDate } from './clean/date.ts'
import { identifierText, isPhone, phoneText } from './clean/identifier.ts'
import { splitList } from './clean/list.ts'
import { readMoney } from './clean/money.ts'
import type { ColumnType } from './layout.ts'
import type { RawCell, RawRow } from './raw.ts'
import { cellText, isEmptyCell } from './raw.ts'

/** What the cells of one column look like, by their content alone. */
export type Profile = {
  readonly filled: number
  readonly caseNumbers: number
  readonly dates: number
  readonly amounts: number
  readonly identifiers: number
  readonly phones: number
  /** Types of the case numbers seen, with how often: 执, 执恢. */
  readonly caseTypes: ReadonlyMap<string, number>
  readonly courts: ReadonlyMap<string, number>
}

const identifierForm = /^(?:\d{17}[\dX]|[0-9A-Z]{18}|\d{15})$/

export function profileOf(rows: readonly RawRow[], column: number): Profile {
  const cells = rows.map((row) => row.cells[column] ?? null).filter((cell) => !isEmptyCell(cell))
  const caseTypes = new Map<string, number>()
  const courts = new Map<string, number>()
  const counts = { caseNumbers: 0, dates: 0, amounts: 0, identifiers: 0, phones: 0 }
  for (const cell of cells) {
    const kind = kindOf(cell, caseTypes, courts)
    if (kind) counts[kind]++
  }
  return { filled: cells.length, ...counts, caseTypes, courts }
}

function kindOf(
  cell: RawCell,
  caseTypes: Map<string, number>,
  courts: Map<string, number>,
): 'caseNumbers' | 'dates' | 'amounts' | 'identifiers' | 'phones' | undefined {
  const text = cellText(cell)
  if (typeof cell === 'string' && text.length < 40) {
    const number = readCaseNumberCell(text)
    if (number.kind === 'read') {
      caseTypes.set(number.type, (caseTypes.get(number.type) ?? 0) + 1)
      if (number.court !== null) courts.set(number.court, (courts.get(number.court) ?? 0) + 1)
      return 'caseNumbers'
    }
  }
  if (typeof cell === 'object' ? cell?.kind === 'date' : typeof cell === 'string' && readDate(cell).kind === 'day') {
    return 'dates'
  }
  const first = splitList(text)[0] ?? ''
  if (identifierForm.test(identifierText(first))) return 'identifiers'
  const phone = phoneText(first)
  if (phone.length >= 10 && isPhone(phone)) return 'phones'
  const amount = typeof cell === 'string' ? cell.replace(/\s*[%％]\s*$/, '') : cell
  return readMoney(amount, 'yuan').kind === 'amount' ? 'amounts' : undefined
}

/** How well content of that kind fits a column type, 0 to 1; an empty column fits everything. */
export function fitOf(type: ColumnType, profile: Profile): number {
  const { filled, caseNumbers, dates, amounts, identifiers, phones } = profile
  if (filled === 0) return 1
  const share = (count: number): number => count / filled
  switch (type) {
    case 'case-number':
      return share(caseNumbers)
    case 'date':
      return share(dates)
    case 'money':
    case 'number':
      return share(amounts)
    case 'integer':
      return share(amounts + phones)
    case 'id-list':
      return share(identifiers)
    case 'phone-list':
      return share(phones)
    case 'list':
    case 'text':
    case 'code':
    case 'yes-no':
      return 1 - share(dates + identifiers) - 0.5 * share(amounts + phones)
  }
}

export const mostFrequent = (counts: ReadonlyMap<string, number>): string | undefined =>
  [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0]
