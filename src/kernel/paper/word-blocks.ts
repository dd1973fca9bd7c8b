import {
  AlignmentType,
  BookmarkEnd,
  BookmarkStart,
  BorderStyle,
  BuilderElement,
  EndnoteReferenceRun,
  FootnoteReferenceRun,
  HeightRule,
  PageBreak,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type IParagraphOptions,
  type XmlComponent,
} from 'docx'
import { pointsPerMm, type Geometry } from './geometry.ts'
import type { Mark } from './paper.ts'
import type { Piece, SetBlock, SetCell } from './typeset.ts'

export type NotesAt = 'foot' | 'end'

export const twips = (points: number): number => Math.round(points * 20)
export const twipsOfMm = (mm: number): number => twips(mm * pointsPerMm)

export function wordBlock(block: SetBlock, page: Geometry, notesAt: NotesAt): Paragraph | Table {
  switch (block.kind) {
    case 'heading':
      return written({ style: `Heading${block.level}` }, wordRuns(block.pieces, notesAt))
    case 'paragraph':
      return written(paragraphLayouts[block.layout], [
        ...wordRuns(block.lead, notesAt, 'Lead'),
        ...wordRuns(block.pieces, notesAt),
      ])
    case 'table':
      return wordTable(block, page, notesAt)
    case 'page-break':
      return new Paragraph({ children: [new PageBreak()] })
  }
}

const paragraphLayouts = {
  body: { style: 'BodyText' },
  flush: { alignment: AlignmentType.BOTH },
  center: { alignment: AlignmentType.CENTER },
  right: { alignment: AlignmentType.RIGHT },
} as const

/** Takes what the library's own list of children leaves out: bookmarks and cross-references. */
export function written(layout: IParagraphOptions, runs: readonly XmlComponent[]): Paragraph {
  const paragraph = new Paragraph(layout)
  for (const run of runs) paragraph.addChildElement(run)
  return paragraph
}

export const caption = (text: string): Paragraph => new Paragraph({ style: 'Caption', text })

const markStyles: Readonly<Record<Mark, string>> = { unsupported: 'Unsupported', differs: 'Differs' }

export const wordRuns = (pieces: readonly Piece[], notesAt: NotesAt, style?: string): XmlComponent[] =>
  pieces.flatMap((piece): XmlComponent[] => {
    switch (piece.kind) {
      case 'text': {
        const ofMark = piece.mark === null ? style : markStyles[piece.mark]
        return [
          new TextRun({
            text: piece.text,
            ...(piece.bold && { bold: true }),
            ...(ofMark !== undefined && { style: ofMark }),
          }),
        ]
      }
      case 'line-end':
        return [new TextRun({ break: 1 })]
      case 'mark':
        return [new TextRun({ text: piece.word, style: `${markStyles[piece.mark]}Word` })]
      case 'note':
        return piece.first ? noteHere(piece.number, notesAt) : [noteAgain(piece.number)]
    }
  })

const bookmarkOf = (number: number): string => `note${number}`

const noteHere = (number: number, notesAt: NotesAt): XmlComponent[] => [
  new BookmarkStart(bookmarkOf(number), number),
  notesAt === 'foot' ? new FootnoteReferenceRun(number) : new EndnoteReferenceRun(number),
  new BookmarkEnd(number),
]

/** A cross-reference: Word counts it anew when somebody adds a note. */
const noteAgain = (number: number): XmlComponent =>
  new BuilderElement({
    name: 'w:fldSimple',
    attributes: { instruction: { key: 'w:instr', value: ` NOTEREF ${bookmarkOf(number)} \\f \\h ` } },
    children: [new TextRun({ text: String(number), superScript: true })],
  })

type SetTable = Extract<SetBlock, { readonly kind: 'table' }>

function wordTable(table: SetTable, page: Geometry, notesAt: NotesAt): Table {
  const width = twipsOfMm(page.width - page.margin.left - page.margin.right)
  const shares = table.columns.reduce((sum, { share }) => sum + share, 0)
  const row = (cells: readonly SetCell[], isHead: boolean) =>
    new TableRow({
      children: cells.map((cell) => wordCell(cell, notesAt)),
      cantSplit: true,
      tableHeader: isHead,
      height: { value: twips(page.table.line + cellPadding), rule: HeightRule.ATLEAST },
    })
  return new Table({
    width: { size: width, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths: table.columns.map(({ share }) => Math.floor((width * share) / shares)),
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
    margins: { left: twips(cellPadding), right: twips(cellPadding) },
    rows: [...table.head.map((cells) => row(cells, true)), ...table.body.map((cells) => row(cells, false))],
  })
}

const cellPadding = 3
const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const

const cellSides = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const

const wordCell = ({ pieces, across, down, align }: SetCell, notesAt: NotesAt): TableCell =>
  new TableCell({
    ...(across > 1 && { columnSpan: across }),
    ...(down > 1 && { rowSpan: down }),
    verticalAlign: VerticalAlignTable.CENTER,
    children: [written({ style: 'TableText', alignment: cellSides[align] }, wordRuns(pieces, notesAt))],
  })
