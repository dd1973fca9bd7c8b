import type { Block, Cell, Note, Paper, Run } from '#kernel/paper/paper.ts'
import { cell, heading, pageBreak, paragraph } from '#kernel/paper/paper.ts'
import { day } from '#kernel/values/dates.ts'
import type { Content } from './content.ts'

type Figure = Content['figures'][number]
type Section = Content['sections'][number]
type Part = Section['sentences'][number]['parts'][number]

/** The report as an official paper: every figure carries its formula, and sources and disagreements stand at the end. */
export function paperOf(content: Content): Paper {
  const named = new Set(
    content.sections.flatMap(({ sentences }) => sentences.flatMap(({ parts }) => parts.map(({ figure }) => figure))),
  )
  const figures = content.figures.filter(({ id }) => named.has(id))
  return {
    kind: 'official',
    title: content.title,
    ...(content.state !== 'final' && { subtitle: content.state === 'draft' ? '（初稿）' : '（预览）' }),
    issuer: content.court,
    date: day(content.dated),
    blocks: [
      ...content.remarks.map((text) => paragraph({ text, mark: 'unsupported' })),
      ...content.sections.flatMap(sectionBlocks),
      ...annex(content, figures),
    ],
    notes: figures.flatMap((figure) => (figure.printed === null ? [] : [noteOf(figure, content.asOf)])),
    notesAt: 'foot',
  }
}

function sectionBlocks({ heading: text, lead, level, sentences }: Section): readonly Block[] {
  const runs = sentences.flatMap(({ parts }) => parts.map(runOf))
  const body: readonly Block[] = runs.length === 0 ? [] : [{ kind: 'paragraph', runs, ...(lead !== null && { lead }) }]
  return level === 1 ? [heading(1, text), ...body] : body
}

function runOf({ text, figure, mark }: Part): Run {
  const isMissing = mark === 'unsupported'
  return {
    text,
    ...(figure !== null && !isMissing && { note: figure }),
    ...(isMissing && { mark: 'unsupported' as const }),
    ...((mark === 'differs' || mark === 'changed' || mark === 'doubtful') && { mark: 'differs' as const }),
  }
}

const noteOf = ({ id, title, formula, source, ground, periodText, doubt }: Figure, asOf: string): Note => ({
  id,
  text: `${title.zh}（${periodText}）${ground === 'imported' ? '，外部公布' : ''}${doubt === null ? '' : `，${doubt}`}`,
  formula,
  source,
  asOf,
})

/** What a reader checks the report by: each figure with its source, what does not agree, and what has nothing behind it. */
function annex(content: Content, figures: readonly Figure[]): readonly Block[] {
  const missing = figures.filter(({ printed }) => printed === null)
  return [
    pageBreak,
    heading(1, '附注一　数字来源'),
    sourceTable(figures),
    heading(1, '附注二　不一致'),
    ...(content.differences.length === 0
      ? [paragraph('公布值与计算值没有不一致。')]
      : content.differences.map(({ text }) => paragraph({ text, mark: 'differs' }))),
    ...content.figures.flatMap(({ title, printed, doubt }) =>
      doubt === null ? [] : [paragraph({ text: `${title.zh} ${printed}：${doubt}。`, mark: 'differs' })],
    ),
    heading(1, '附注三　尚无记录支持'),
    paragraph(
      missing.length === 0
        ? '报告中的数字都有记录支持。'
        : `以下 ${missing.length} 个数字在系统内尚无记录，文中留空，不作推算：${missing.map(({ title }) => title.zh).join('、')}。`,
    ),
  ]
}

const sourceTable = (figures: readonly Figure[]): Block => ({
  kind: 'table',
  columns: [
    { align: 'left', share: 26 },
    { align: 'right', share: 17 },
    { align: 'right', share: 17 },
    { align: 'left', share: 40 },
  ],
  head: [['数字', '本稿', '公布值', '来源'].map((text) => cell(text))],
  body: figures.map(sourceRow),
})

const sourceRow = ({ title, printed, published, source, formula }: Figure): readonly Cell[] => [
  cell(title.zh),
  cell(printed ?? '尚无记录'),
  cell(published ?? '—'),
  cell(printed === null ? formula : source),
]
