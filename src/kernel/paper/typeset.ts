import { formatDayZh } from '../values/dates.ts'
import { geometryOf, type Geometry } from './geometry.ts'
import {
  markWords,
  type Block,
  type Cell,
  type Column,
  type Mark,
  type Note,
  type Paper,
  type Run,
  type Table,
} from './paper.ts'
import { printable } from './printable.ts'
import { placeCells } from './place-cells.ts'
import { signOff, type SignOff } from './sign-off.ts'

/** A paper with its notes numbered in reading order, its marks spelt out and its text made printable. */
export type Sheet = {
  readonly kind: Paper['kind']
  readonly landscape: boolean
  readonly page: Geometry
  readonly title: readonly string[]
  readonly subtitle: string | null
  readonly redHead: { readonly issuer: string; readonly number: string } | null
  readonly blocks: readonly SetBlock[]
  /** Text of note 1, 2, …; those past `referred` are named by nothing and stand at the end. */
  readonly notes: readonly (readonly Piece[])[]
  readonly referred: number
  readonly notesAt: 'foot' | 'end'
  readonly signOff: SignOff | null
  readonly print: { readonly by: string; readonly at: string; readonly asOf: string } | null
  readonly issuer: string | null
  readonly date: Temporal.PlainDate | null
}

export type SetBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly pieces: readonly Piece[] }
  | {
      readonly kind: 'paragraph'
      readonly layout: 'body' | 'flush' | 'center' | 'right'
      readonly lead: readonly Piece[]
      readonly pieces: readonly Piece[]
    }
  | {
      readonly kind: 'table'
      readonly caption: string | null
      readonly columns: readonly Column[]
      readonly head: readonly (readonly SetCell[])[]
      readonly body: readonly (readonly SetCell[])[]
    }
  | { readonly kind: 'page-break' }

export type SetCell = {
  readonly pieces: readonly Piece[]
  readonly across: number
  readonly down: number
  readonly align: Column['align']
}

export type Piece =
  | { readonly kind: 'text'; readonly text: string; readonly bold: boolean; readonly mark: Mark | null }
  | { readonly kind: 'line-end' }
  /** The word that follows marked text, once for neighbours that share a mark. */
  | { readonly kind: 'mark'; readonly mark: Mark; readonly word: string }
  /** A note's number; the first place that names a note carries it, later ones refer back. */
  | { readonly kind: 'note'; readonly number: number; readonly first: boolean }

/** Throws RangeError when a run names a note that the paper does not have: a number must not lose its source. */
export function typeset(paper: Paper): Sheet {
  const numbering = numberNotes(paper.notes)
  const blocks = paper.blocks.map((block) => setBlock(block, numbering))
  const referred = numbering.order.length
  const unnamed = paper.notes.filter(({ id }) => !numbering.has(id))
  const issuer = textOrNull(paper.issuer)
  const date = paper.date ?? null
  const { print } = paper
  return {
    kind: paper.kind,
    landscape: paper.orientation === 'landscape',
    page: geometryOf(paper.kind, paper.orientation ?? 'portrait'),
    title: printable(paper.title).split('\n'),
    subtitle: textOrNull(paper.subtitle),
    redHead: issuer && paper.number ? { issuer, number: printable(paper.number) } : null,
    blocks,
    notes: [...numbering.order, ...unnamed].map(setNote),
    referred,
    notesAt: paper.notesAt ?? 'foot',
    signOff: signOff(issuer, date && formatDayZh(date)),
    print: print ? { by: printable(print.by), at: printable(print.at), asOf: printable(print.asOf) } : null,
    issuer,
    date,
  }
}

type Numbering = {
  readonly order: readonly Note[]
  readonly has: (id: string) => boolean
  readonly refer: (id: string) => Piece
}

function numberNotes(notes: readonly Note[]): Numbering {
  const byId = new Map(notes.map((note) => [note.id, note]))
  const order: Note[] = []
  const numbers = new Map<string, number>()
  return {
    order,
    has: (id) => numbers.has(id),
    refer: (id) => {
      const known = numbers.get(id)
      if (known !== undefined) return { kind: 'note', number: known, first: false }
      const note = byId.get(id)
      if (!note) throw new RangeError(`no such note: ${id}`)
      const number = order.push(note)
      numbers.set(id, number)
      return { kind: 'note', number, first: true }
    },
  }
}

function setBlock(block: Block, numbering: Numbering): SetBlock {
  switch (block.kind) {
    case 'heading':
      return { kind: 'heading', level: block.level, pieces: setRuns(block.runs, numbering) }
    case 'paragraph':
      return {
        kind: 'paragraph',
        layout: block.layout ?? 'body',
        lead: block.lead === undefined ? [] : setRuns([{ text: block.lead }], numbering),
        pieces: setRuns(block.runs, numbering),
      }
    case 'table':
      return setTable(block, numbering)
    case 'page-break':
      return { kind: 'page-break' }
  }
}

function setTable(table: Table, numbering: Numbering): SetBlock {
  const setCell = ({ runs, across = 1, down = 1 }: Cell, align: Column['align']): SetCell => ({
    pieces: setRuns(runs, numbering),
    across,
    down,
    align,
  })
  const head = placeCells(table.head, table.columns.length)
  const body = placeCells(table.body, table.columns.length)
  return {
    kind: 'table',
    caption: textOrNull(table.caption),
    columns: table.columns,
    head: head.map((row) => row.map(({ cell }) => setCell(cell, 'center'))),
    body: body.map((row) => row.map(({ cell, column }) => setCell(cell, table.columns[column]?.align ?? 'left'))),
  }
}

const setRuns = (runs: readonly Run[], numbering: Numbering): readonly Piece[] =>
  runs.flatMap((run, i) => [
    ...setText(run),
    ...(run.mark && run.mark !== runs[i + 1]?.mark ? [markPiece(run.mark)] : []),
    ...(run.note === undefined ? [] : [numbering.refer(run.note)]),
  ])

const markPiece = (mark: Mark): Piece => ({ kind: 'mark', mark, word: markWords[mark] })

const setText = ({ text, bold = false, mark }: Run): readonly Piece[] =>
  printable(text)
    .split('\n')
    .flatMap((line, i): Piece[] => [
      ...(i > 0 ? [{ kind: 'line-end' } as const] : []),
      ...(line === '' ? [] : [{ kind: 'text', text: line, bold, mark: mark ?? null } as const]),
    ])

/** One sentence: 结案率；算式：1188 ÷ 1191；来源：2024年台账；截至：2024-12-31。 */
function setNote({ text, formula, source, asOf }: Note): readonly Piece[] {
  const parts = [text, formula && `算式：${formula}`, source && `来源：${source}`, asOf && `截至：${asOf}`]
  const said = parts.flatMap((part) => (part ? [part.replace(/[。；]$/, '')] : []))
  return setText({ text: `${said.join('；')}。` })
}

const textOrNull = (text: string | undefined): string | null => (text === undefined ? null : printable(text))
