/**
 * A document as its author means it: words, figures and what they rest on. How it looks is decided by `kind`: an
 * official paper (GB/T 9704—2012) or a working print. The same value becomes a Word file and a PDF.
 */
export type Paper = {
  readonly kind: 'official' | 'working'
  readonly orientation?: 'portrait' | 'landscape'
  /** `\n` breaks the title where its author wants it broken. */
  readonly title: string
  readonly subtitle?: string
  /** Signs the paper. */
  readonly issuer?: string
  /** 发文字号: a numbered paper opens with the issuer's name in red, the number and a red rule. */
  readonly number?: string
  /** The day the paper is made, printed under the issuer and kept in the file's properties. */
  readonly date?: Temporal.PlainDate
  readonly blocks: readonly Block[]
  readonly notes: readonly Note[]
  /** Where notes are printed: at the foot of their page unless said otherwise. */
  readonly notesAt?: 'foot' | 'end'
  /** Foot of a working print. */
  readonly print?: PrintedBy
}

/** Ready to print: moments are written out by the caller, who knows the time zone. */
export type PrintedBy = { readonly by: string; readonly at: string; readonly asOf: string }

export type Block = Heading | Paragraph | Table | PageBreak

export type Heading = { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly runs: readonly Run[] }

export type Paragraph = {
  readonly kind: 'paragraph'
  /** Opening words set as a second-level heading that the text continues: （一）用足强制措施。 */
  readonly lead?: string
  readonly runs: readonly Run[]
  /** `body` starts two characters in; `flush` is for whom the paper addresses. */
  readonly layout?: 'body' | 'flush' | 'center' | 'right'
}

export type Table = {
  readonly kind: 'table'
  readonly caption?: string
  readonly columns: readonly Column[]
  /** Repeated on every page. */
  readonly head: readonly (readonly Cell[])[]
  readonly body: readonly (readonly Cell[])[]
}

export type Column = {
  readonly align: 'left' | 'center' | 'right'
  /** Share of the width, against the other columns. */
  readonly share: number
}

/** `across` and `down` count the columns and rows a cell covers; covered places are left out of their rows. */
export type Cell = { readonly runs: readonly Run[]; readonly across?: number; readonly down?: number }

export type PageBreak = { readonly kind: 'page-break' }

export type Run = {
  readonly text: string
  readonly bold?: boolean
  /** `id` of a note that the words rest on. */
  readonly note?: string
  readonly mark?: Mark
}

/** What a reader must see before believing the words: nothing stands behind them, or the sources disagree. */
export type Mark = 'unsupported' | 'differs'

/** Ink of marked words; on a black printer the dotted line and the raised word remain. */
export const markInk: Readonly<Record<Mark, string>> = { unsupported: '8A1F63', differs: '0A5C78' }

export const redHeadInk = 'D7000F'

export const markWords: Readonly<Record<Mark, string>> = { unsupported: '未绑定', differs: '不一致' }

/** How a figure came about, in the words of whoever reckoned it. */
export type Note = {
  readonly id: string
  readonly text: string
  readonly formula?: string
  readonly source?: string
  readonly asOf?: string
}

export const heading = (level: Heading['level'], text: string): Heading => ({
  kind: 'heading',
  level,
  runs: [{ text }],
})

export const paragraph = (...runs: readonly (Run | string)[]): Paragraph => ({
  kind: 'paragraph',
  runs: runs.map(toRun),
})

export const cell = (...runs: readonly (Run | string)[]): Cell => ({ runs: runs.map(toRun) })

export const pageBreak: PageBreak = { kind: 'page-break' }

const toRun = (run: Run | string): Run => (typeof run === 'string' ? { text: run } : run)
