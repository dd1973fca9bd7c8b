import assert from 'node:assert/strict'
import { test } from 'node:test'
import { paragraph, type Paper } from './paper.ts'
import { report } from './testing/samples.ts'
import { typeset, type Piece } from './typeset.ts'

const textOf = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => ('text' in piece ? piece.text : 'word' in piece ? `［${piece.word}］` : '')).join('')

const firstParagraph = (paper: Paper): readonly Piece[] => {
  const [block] = typeset(paper).blocks
  return block?.kind === 'paragraph' ? block.pieces : []
}

const blank: Paper = { kind: 'official', title: '标题', blocks: [], notes: [] }

test('notes are numbered in the order a reader meets them', () => {
  const { notes, referred } = typeset(report)
  assert.deepEqual(
    notes.map(textOf).map((text) => text.slice(0, 3)),
    ['结案率', '公布值', '本报告'],
  )
  assert.equal(referred, 2)
})

test('a note says how the figure was reckoned, from what and as of when', () => {
  assert.equal(
    textOf(typeset(report).notes[0] ?? []),
    '结案率；算式：1188 ÷ 1191；来源：首次执行台账；截至：2024-12-31。',
  )
})

test('a second reference to a note repeats its number', () => {
  const notes = [{ id: 'a', text: '甲' }]
  const pieces = firstParagraph({
    ...blank,
    notes,
    blocks: [paragraph({ text: '1', note: 'a' }, { text: '2', note: 'a' })],
  })
  assert.deepEqual(
    pieces.filter(({ kind }) => kind === 'note'),
    [
      { kind: 'note', number: 1, first: true },
      { kind: 'note', number: 1, first: false },
    ],
  )
})

test('a figure whose note is missing cannot be printed', () => {
  assert.throws(() => typeset({ ...blank, blocks: [paragraph({ text: '51%', note: 'gone' })] }), /no such note: gone/)
})

test('a sentence in several runs is marked once, after its end', () => {
  const sentence = [
    { text: '执行质效', bold: true, mark: 'unsupported' },
    { text: '居前列。', mark: 'unsupported' },
    { text: '另有', mark: 'differs' },
  ] as const
  const pieces = firstParagraph({ ...blank, blocks: [paragraph(...sentence)] })
  assert.equal(textOf(pieces), '执行质效居前列。［未绑定］另有［不一致］')
})
