import {
  AlignmentType,
  BorderStyle,
  Document,
  DocumentGridType,
  Footer,
  PageNumber,
  PageOrientation,
  Packer,
  Paragraph,
  TabStopType,
  TextRun,
  type Table,
} from 'docx'
import type { Geometry } from './geometry.ts'
import { redHeadInk } from './paper.ts'
import { widthInCharacters } from './sign-off.ts'
import type { SetBlock, Sheet } from './typeset.ts'
import { caption, twips, twipsOfMm, wordBlock, wordRuns, written } from './word-blocks.ts'
import { wordFonts, wordProperties, wordStyles } from './word-parts.ts'

/** Builds and packs the file; what our own parts say replaces what the library would write. */
export function packWord(sheet: Sheet): Promise<Uint8Array> {
  const { page } = sheet
  const official = sheet.kind === 'official'
  const notes = Object.fromEntries(
    sheet.notes.slice(0, sheet.referred).map((note, i) => [i + 1, wordNote(note, sheet)]),
  )
  const document = new Document({
    compatabilityModeVersion: 15,
    evenAndOddHeaderAndFooters: official,
    ...(sheet.notesAt === 'foot' ? { footnotes: notes } : { endnotes: notes }),
    sections: [
      {
        properties: { page: pageOf(sheet), ...(official && { grid: gridOf(page) }) },
        footers: official ? officialFooters() : { default: workingFooter(sheet) },
        children: contentOf(sheet),
      },
    ],
  })
  return Packer.toBuffer(document, false, [
    { path: 'word/styles.xml', data: wordStyles(sheet.kind, page) },
    { path: 'word/fontTable.xml', data: wordFonts() },
    { path: 'docProps/core.xml', data: wordProperties(sheet) },
  ])
}

const contentOf = (sheet: Sheet): (Paragraph | Table)[] => [
  ...redHead(sheet),
  new Paragraph({ style: 'Title', children: inLines(sheet.title) }),
  ...(sheet.subtitle === null ? [] : [new Paragraph({ style: 'Subtitle', text: sheet.subtitle })]),
  blank(),
  ...sheet.blocks.flatMap((block, i) => wordBlocks(block, sheet.blocks[i + 1], sheet)),
  ...(sheet.kind === 'official' ? signature(sheet) : []),
  ...remainingNotes(sheet),
]

/** Word joins two tables that touch, and wants a paragraph after the last. */
function wordBlocks(block: SetBlock, next: SetBlock | undefined, { page, notesAt }: Sheet): (Paragraph | Table)[] {
  const drawn = wordBlock(block, page, notesAt)
  if (block.kind !== 'table') return [drawn]
  const above = block.caption === null ? [] : [caption(block.caption)]
  const touches = next === undefined || (next.kind === 'table' && next.caption === null)
  return [...above, drawn, ...(touches ? [new Paragraph({ style: 'TableText' })] : [])]
}

const blank = (): Paragraph => new Paragraph({})

const inLines = (lines: readonly string[]): TextRun[] =>
  lines.map((text, i) => new TextRun({ text, ...(i > 0 && { break: 1 }) }))

const wordNote = (note: Sheet['notes'][number], { notesAt }: Sheet) => ({
  children: [
    written({ style: notesAt === 'foot' ? 'FootnoteText' : 'EndnoteText' }, [
      new TextRun(' '),
      ...wordRuns(note, notesAt),
    ]),
  ],
})

/** Notes that nothing refers to have no place of their own and stand at the end, under a rule. */
function remainingNotes({ notes, referred, notesAt }: Sheet): Paragraph[] {
  const rule = { border: { top: { style: BorderStyle.SINGLE, size: 4, space: 4, color: '000000' } } }
  const remaining = notes.slice(referred).map((note, i) => {
    const layout = { style: 'EndnoteText', ...(i === 0 && rule) }
    return written(layout, [new TextRun(`注${referred + i + 1}　`), ...wordRuns(note, notesAt)])
  })
  return remaining.length === 0 ? [] : [blank(), ...remaining]
}

/** 35 mm below the top of the text, the rule 4 mm below the number: GB/T 9704—2012 clauses 7.2.4, 7.2.7. */
function redHead({ redHead: head, page }: Sheet): Paragraph[] {
  if (!head) return []
  const width = twipsOfMm(page.width - page.margin.left - page.margin.right) / 20
  const size = Math.floor(Math.min(40, (width * 0.92) / widthInCharacters(head.issuer)) * 2)
  const rule = { style: BorderStyle.SINGLE, size: 12, space: 11, color: redHeadInk }
  return [
    new Paragraph({
      style: 'RedHead',
      spacing: { before: twipsOfMm(35), line: size * 12 },
      children: [new TextRun({ text: head.issuer, size })],
    }),
    blank(),
    blank(),
    new Paragraph({ style: 'IssueNumber', text: head.number, border: { bottom: rule } }),
    blank(),
    blank(),
  ]
}

function signature({ signOff, page }: Sheet): Paragraph[] {
  if (!signOff) return []
  const line = (text: string | null, blanks: number) =>
    text === null
      ? []
      : [
          new Paragraph({
            style: 'Signature',
            keepNext: text === signOff.issuer,
            indent: { right: twips(blanks * page.characterPitch) },
            text,
          }),
        ]
  return [blank(), blank(), ...line(signOff.issuer, signOff.issuerBlank), ...line(signOff.date, signOff.dateBlank)]
}

function pageOf({ page, landscape }: Sheet) {
  const [width, height] = [Math.min(page.width, page.height), Math.max(page.width, page.height)]
  const { top, right, bottom, left } = page.margin
  const footDistance = bottom - page.footDrop
  return {
    // The library turns the sheet itself.
    size: {
      width: twipsOfMm(width),
      height: twipsOfMm(height),
      orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
    },
    margin: {
      top: twipsOfMm(top),
      right: twipsOfMm(right),
      bottom: twipsOfMm(bottom),
      left: twipsOfMm(left),
      footer: twipsOfMm(footDistance) - twips(page.foot.line / 2),
      header: twipsOfMm(15),
    },
  }
}

/**
 * Twenty-two lines a page. Characters are not put on a grid, only spaced by style: other word processors than Word
 * take a grid narrower than the type for half as many characters.
 */
const gridOf = ({ body }: Geometry) => ({ type: DocumentGridType.LINES, linePitch: twips(body.line) })

/** — 1 — at the outer edge, one character in: GB/T 9704—2012 clause 7.5. */
function officialFooters() {
  const number = () => new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })
  const oneCharacter = 14 * 20
  const odd = { alignment: AlignmentType.RIGHT, indent: { right: oneCharacter } }
  const even = { alignment: AlignmentType.LEFT, indent: { left: oneCharacter } }
  return {
    default: new Footer({ children: [new Paragraph({ style: 'Footer', ...odd, children: [number()] })] }),
    even: new Footer({ children: [new Paragraph({ style: 'Footer', ...even, children: [number()] })] }),
  }
}

function workingFooter({ print, page }: Sheet): Footer {
  const right = twipsOfMm(page.width - page.margin.left - page.margin.right)
  const said = print ? [`打印人 ${print.by}`, `时间 ${print.at}`, `数据截至 ${print.asOf}`].join('　') : ''
  const children = [`${said}\t第 `, PageNumber.CURRENT, ' 页 共 ', PageNumber.TOTAL_PAGES, ' 页']
  return new Footer({
    children: [
      new Paragraph({
        style: 'Footer',
        tabStops: [{ type: TabStopType.RIGHT, position: right }],
        children: [new TextRun({ children })],
      }),
    ],
  })
}
