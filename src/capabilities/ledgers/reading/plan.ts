import type { MoneyUnit } from './clean/money.ts'
import type { FileProblem } from './file/file-problem.ts'
import { UnreadableFile } from './file/file-problem.ts'
import { toldBefore, type ToldKinds } from './fingerprint.ts'
import type { Head } from './header.ts'
import { findHead, headEndingAt, headSearchRows } from './header.ts'
import { withOwnUnits } from './column-unit.ts'
import { unitIn } from './heading.ts'
import type { KeyIndex } from './keys.ts'
import { keyIn, keyIndex } from './keys.ts'
import type { Layout } from './layout.ts'
import type { MappedColumn, Remembered } from './mapping.ts'
import { mapColumns } from './mapping.ts'
import type { DayRangeText } from './period.ts'
import { findPeriod } from './period.ts'
import type { Profile } from './profile.ts'
import { mostFrequent, profileOf } from './profile.ts'
import type { RawCell, RawRow } from './raw.ts'
import { isEmptyRow } from './raw.ts'
import { isComposed } from './row-key.ts'
import type { Guess } from './recognise.ts'
import { guessLayouts, recognised } from './recognise.ts'
import type { Glance } from './file/worksheet.ts'
import type { Book, FileInput, Sheet } from './sheets.ts'
import { openBook } from './sheets.ts'

/** What a person decided about one sheet in place of what was found. */
export type SheetChoice = {
  readonly kind?: string
  /** Row number of the last row of the head. */
  readonly headRow?: number
  /** Heading key → field; null keeps the column beside the record. */
  readonly fields?: Remembered
  readonly unit?: MoneyUnit
  readonly period?: DayRangeText | null
  /** Read a hidden sheet too, or leave a visible one out. */
  readonly read?: boolean
}

/** Typed corrections of one sheet: row number → field → what was typed. */
export type Corrections = ReadonlyMap<number, Readonly<Record<string, string>>>

export type PlanOptions = {
  readonly layouts: readonly Layout[]
  /** Headings as people corrected them before, by heading key. */
  readonly remembered?: Remembered
  /** Sheets of these shapes were named by people before. */
  readonly told?: ToldKinds
  /** The court's code; without it the code of most case numbers of the sheet. */
  readonly court?: string
  /** Read every sheet that has a head as this kind. */
  readonly as?: string
  /** Read hidden sheets like the others. */
  readonly hidden?: boolean
  /** By sheet name. */
  readonly choices?: ReadonlyMap<string, SheetChoice>
  readonly corrections?: ReadonlyMap<string, Corrections>
}

/** How one sheet will be read: shown to a person before anything is. */
export type SheetPlan = {
  /** From 0. */
  readonly index: number
  readonly sheet: string
  readonly hidden: boolean
  /** Why it is left out: clerks hide what is old or only a help, and do not expect it on record. Null when it is read. */
  readonly left: 'hidden' | 'person' | null
  /** Null when the sheet is no known ledger. */
  readonly layout: Layout | null
  readonly guesses: readonly { readonly kind: string; readonly score: number }[]
  readonly head: Head | null
  readonly columns: readonly MappedColumn[]
  readonly missing: readonly string[]
  readonly unit: MoneyUnit
  readonly unitFrom: 'person' | 'heading' | 'line' | 'default'
  readonly period: DayRangeText | null
  readonly court: string | null
  /** Rows that hold anything, titles and totals included. */
  readonly rowCount: number
  /** The first rows beneath the head. */
  readonly sample: readonly RawRow[]
}

export type LedgerPlan = { readonly book: Book; readonly sheets: readonly SheetPlan[]; readonly keys: KeyIndex }

const sampleRows = 200
const shownRows = 20

/**
 * Goes through a file once: what each sheet is, where its head stands, which column is which, and which names come twice.
 * A file that cannot be read as a whole comes back as a problem.
 */
export async function planLedger(input: FileInput, options: PlanOptions): Promise<LedgerPlan | FileProblem> {
  const book = await openBook(input)
  if ('code' in book) return book
  const keys = keyIndex()
  const sheets: SheetPlan[] = []
  try {
    for (const [index, sheet] of book.sheets.entries()) sheets.push(await planSheet(book, sheet, index, keys, options))
    return { book, sheets, keys }
  } catch (error) {
    if (error instanceof UnreadableFile) return error.problem
    throw error
  }
}

async function planSheet(
  book: Book,
  sheet: Sheet,
  index: number,
  keys: KeyIndex,
  options: PlanOptions,
): Promise<SheetPlan> {
  const top: RawRow[] = []
  const glance: Glance = {}
  /** Over all rows: the first ones may be numbers of a form that names no court. */
  const courts = new Map<string, number>()
  let rowCount = 0
  let draft: Draft | undefined
  let track: ((row: RawRow) => void) | undefined
  const decide = (): void => {
    draft = decideSheet(book, sheet, top, options)
    track = keyTracker(draft, index, keys, options.corrections?.get(sheet.name), courts)
    for (const row of top) track(row)
    glance.only = keyColumnOf(draft)?.index ?? -1
  }
  for await (const row of sheet.rows(glance)) {
    if (isEmptyRow(row.cells)) continue
    rowCount++
    if (track) track(row)
    else if (top.push(row) === headSearchRows + sampleRows) decide()
  }
  if (!draft) decide()
  const plan = draft ?? decideSheet(book, sheet, top, options)
  addMergedKeys(plan, sheet, index, keys)
  const { head, mapping, ...decided } = plan
  const sample = top.filter(({ rowNumber }) => head !== null && rowNumber > head.lastRow).slice(0, shownRows)
  const court = options.court ?? mostFrequent(courts) ?? decided.court
  return { index, sheet: sheet.name, hidden: sheet.hidden, head, ...mapping, ...decided, court, rowCount, sample }
}

type Draft = Pick<SheetPlan, 'left' | 'layout' | 'guesses' | 'head' | 'unit' | 'unitFrom' | 'period' | 'court'> & {
  readonly mapping: Pick<SheetPlan, 'columns' | 'missing'>
}

function decideSheet(book: Book, sheet: Sheet, top: readonly RawRow[], options: PlanOptions): Draft {
  const choice = options.choices?.get(sheet.name) ?? {}
  const before = choice.kind === undefined && options.as === undefined ? knownShape(top, options) : undefined
  const wanted = choice.kind ?? options.as ?? before?.kind
  const layouts = wanted === undefined ? options.layouts : options.layouts.filter(({ kind }) => kind === wanted)
  const head = headOf(top, layouts, choice, before?.head) ?? null
  const remembered = { ...options.remembered, ...choice.fields }
  const body = top.filter(({ rowNumber }) => head !== null && rowNumber > head.lastRow).slice(0, sampleRows)
  const profiles = head?.columns.map(({ index }) => profileOf(body, index)) ?? []
  const names = [...(head?.above ?? []), sheet.name, book.fileName]
  const guesses = head ? guessLayouts(layouts, head, profiles, names, remembered) : []
  const found = wanted === undefined ? recognised(guesses) : guesses[0]
  const recognisedAs = found?.mapping ?? { columns: unmapped(head, profiles, remembered), missing: [] }
  const money = moneyFieldsOf(found)
  const unit = unitOf(recognisedAs.columns, money, head, choice.unit)
  const mapping =
    unit.unitFrom === 'heading' && unit.unit !== 'yuan'
      ? { ...recognisedAs, columns: withOwnUnits(recognisedAs.columns, money, body) }
      : recognisedAs
  return {
    left: choice.read === false ? 'person' : sheet.hidden && !(choice.read ?? options.hidden) ? 'hidden' : null,
    layout: found?.layout ?? null,
    guesses: guesses.slice(0, 3).map(({ layout, score }) => ({ kind: layout.kind, score })),
    head,
    mapping,
    ...unit,
    period: choice.period !== undefined ? choice.period : findPeriod(head?.above ?? [], [sheet.name, book.fileName]),
    court: options.court ?? courtOf(found, profiles) ?? null,
  }
}

const knownShape = (top: readonly RawRow[], { layouts, told }: PlanOptions) =>
  told === undefined ? undefined : toldBefore(top, layouts, told)

const headOf = (top: readonly RawRow[], layouts: readonly Layout[], { headRow }: SheetChoice, before?: Head) =>
  headRow === undefined ? (before ?? findHead(top, layouts)) : headEndingAt(top, headRow)

const unmapped = (head: Head | null, profiles: readonly Profile[], remembered: Remembered): readonly MappedColumn[] =>
  head ? mapColumns(emptyLayout, head, profiles, remembered).columns : []

const emptyLayout: Layout = {
  kind: '',
  title: { zh: '', en: '' },
  hints: [],
  columns: [],
  key: null,
  keyFields: [],
  after: [],
  caseTypes: [],
  checks: [],
  marks: () => [],
}

const moneyFieldsOf = (found: Guess | undefined): ReadonlySet<string> =>
  new Set(found?.layout.columns.filter(({ type }) => type === 'money').map(({ field }) => field))

function unitOf(
  columns: readonly MappedColumn[],
  money: ReadonlySet<string>,
  head: Head | null,
  chosen: MoneyUnit | undefined,
): Pick<SheetPlan, 'unit' | 'unitFrom'> {
  if (chosen !== undefined) return { unit: chosen, unitFrom: 'person' }
  const line = head?.above.map(unitIn).find((unit) => unit !== undefined)
  if (line !== undefined) return { unit: line, unitFrom: 'line' }
  const inHeading = columns.find(({ field, unit }) => unit !== null && field !== null && money.has(field))?.unit
  return inHeading ? { unit: inHeading, unitFrom: 'heading' } : { unit: 'yuan', unitFrom: 'default' }
}

function courtOf(found: Guess | undefined, profiles: readonly Profile[]): string | undefined {
  const at = found?.mapping.columns.findIndex(({ field }) => field === found.layout.key)
  const profile = at === undefined ? undefined : profiles[at]
  return profile && mostFrequent(profile.courts)
}

function keyColumnOf({
  layout,
  mapping,
}: Draft): { readonly index: number; readonly read: (cell?: RawCell) => string | undefined } | undefined {
  const declared = layout?.columns.find(({ field }) => field === layout.key)
  const held = mapping.columns.find(({ field }) => field !== null && field === layout?.key)
  return declared && held && { index: held.index, read: (cell) => keyIn(cell, declared) }
}

/** 川1123 in （2024）川1123执12号. */
const courtInNumber = /^（\d{4}）(最高法|[\u4e00-\u9fff](?:\d{4}|\d{2})?)(?=[\u4e00-\u9fff])/

function keyTracker(
  draft: Draft,
  sheet: number,
  keys: KeyIndex,
  corrections: Corrections | undefined,
  courts: Map<string, number>,
): (row: RawRow) => void {
  const key = keyColumnOf(draft)
  const { layout, head } = draft
  if (!key || !layout?.key || !head || draft.left !== null) return () => {}
  const { kind, key: field } = layout
  return ({ rowNumber, cells }) => {
    if (rowNumber <= head.lastRow) return
    const name = key.read(corrections?.get(rowNumber)?.[field] ?? cells[key.index])
    if (name === undefined) return
    if (!isComposed(layout)) keys.add(kind, name, { sheet, row: rowNumber })
    const court = courtInNumber.exec(name)?.[1]
    if (court !== undefined) courts.set(court, (courts.get(court) ?? 0) + 1)
  }
}

function addMergedKeys(draft: Draft, sheet: Sheet, index: number, keys: KeyIndex): void {
  const key = keyColumnOf(draft)
  // One case number merged over the rows of its measures is how such a ledger is written.
  if (draft.layout && isComposed(draft.layout)) return
  for (const range of sheet.merges()) {
    const names = key !== undefined && range.fromColumn - 1 === key.index && range.toRow > range.fromRow
    if (names && range.fromRow > (draft.head?.lastRow ?? 0)) keys.addMerged(index, range)
  }
}
