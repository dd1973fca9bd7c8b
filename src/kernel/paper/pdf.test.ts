import assert from 'node:assert/strict'
import { cp, mkdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { pointsPerMm } from './geometry.ts'
import { cell, paragraph, type Paper } from './paper.ts'
import { openPress, renderPdf } from './pdf.ts'
import { printable } from './printable.ts'
import { readPdf, type Line, type ReadPdf } from './testing/read-pdf.ts'
import { hostileTexts, inTemporaryFolder, listOf, putCourtFont, report, testFontDir } from './testing/samples.ts'

const print = async (paper: Paper): Promise<ReadPdf> => readPdf(await renderPdf(paper, { fontDir: testFontDir }))

const near = (actual: number, expected: number): void =>
  assert.ok(Math.abs(actual - expected) < 0.1, `${actual} is not ${expected}`)

/** Lines of one size of type on a page, from the top. */
const linesOf = (pdf: ReadPdf, page: number, size: number): readonly Line[] =>
  (pdf.pages[page - 1]?.lines ?? []).filter((line) => line.size === size)

const han = '我院坚持以人民为中心依法用足用好强制措施持续开展专项行动切实解决执行难'
const long: Paper = { ...report, notes: [], blocks: [paragraph(han.repeat(60))] }

test('the text of the page can be searched and copied, rare characters too', async () => {
  const { text } = await print(report)
  for (const words of [
    '2024年执行工作情况报告',
    '受理首次执行案件1191件',
    '犍䶮㐂𠮷四字可见',
    '1,191',
    '2024年12月31日',
  ])
    assert.ok(text.includes(words), words)
})

test('fonts are inside the file, each face its own', async () => {
  const { fonts, raw } = await print(report)
  const families = fonts.map((name) => name.replace(/^.*\+/, '')).sort()
  assert.deepEqual(families, ['DXBiaosong-Regular', 'DXHei-Regular', 'DXKai-Regular', 'DXSong-Regular'])
  assert.equal(raw.split('/FontFile2').length - 1, 4)
})

test('a dated paper is an archive file, PDF/A-2b', async () => {
  assert.match((await print(report)).raw, /<pdfaid:part>2<\/pdfaid:part><pdfaid:conformance>B</)
})

test('a paper without a date is printed all the same', async () => {
  const { date: _, ...undated } = report
  assert.ok((await print(undated)).text.includes('特此报告'))
})

test('the page is A4 and the text begins 28 mm from the left', async () => {
  const { pages } = await print(long)
  near(pages[0]?.width ?? 0, 210 * pointsPerMm)
  near(pages[0]?.height ?? 0, 297 * pointsPerMm)
  near(Math.min(...(pages[1]?.lines ?? []).filter(({ size }) => size === 16).map(({ x }) => x)), 28 * pointsPerMm)
})

test('a full page holds twenty-two lines of twenty-eight characters', async () => {
  const lines = linesOf(await print(long), 2, 16)
  assert.equal(lines.length, 22)
  for (const { text } of lines) assert.equal([...text].length, 28)
  near((lines[0]?.y ?? 0) - (lines[1]?.y ?? 0), 28.95)
})

test('pages are numbered at the outer edge, right on odd and left on even pages', async () => {
  const pdf = await print(long)
  const numbers = pdf.pages.map((_, i) => linesOf(pdf, i + 1, 14))
  assert.deepEqual(
    numbers.map((lines) => lines.map(({ text }) => text).join('')),
    pdf.pages.map((_, i) => `— ${i + 1} —`),
  )
  const middle = (105 * 72) / 25.4
  assert.ok(numbers.every(([line], i) => line && line.x > middle === (i % 2 === 0)))
})

test('notes stand at the foot of the page that names them', async () => {
  const notes = linesOf(await print(report), 1, 10.5).map(({ text }) => text)
  assert.ok(notes.join('').includes('结案率；算式：1188 ÷ 1191；来源：首次执行台账；截至：2024-12-31。'))
})

test('a note in a head that stands on every page is printed once', async () => {
  const [table] = listOf(100).blocks
  const head = [[cell({ text: '序号', note: 'n' }), cell('案号'), cell('标的（元）')]]
  assert.ok(table?.kind === 'table')
  const { text } = await print({ ...listOf(0), notes: [{ id: 'n', text: '按立案先后' }], blocks: [{ ...table, head }] })
  assert.equal(text.split('按立案先后').length - 1, 1)
})

test('unsupported words are followed by a word that says so, in ink of their own', async () => {
  const { text } = await print(report)
  assert.ok(text.includes('执行质效居全市前列。未绑定'))
  assert.ok(text.includes('51%不一致'))
})

test('two thousand rows are printed under a head that stands on every page', async () => {
  const { pages, text } = await print(listOf(2000))
  assert.ok(pages.length > 60)
  assert.equal(text.split('标的（元）').length - 1, pages.length)
  for (const row of [1, 1000, 2000]) assert.ok(text.includes(`（2024）川0000执${row}号`))
  assert.ok(text.includes(`打印人 张某`) && text.includes(`第 ${pages.length} 页 共 ${pages.length} 页`))
})

test('hostile text is printed, never obeyed', async () => {
  const { missingCharacters } = await openPress({ fontDir: testFontDir })
  const { text } = await print({
    ...report,
    title: hostileTexts.join(''),
    notes: [{ id: 'x', text: hostileTexts.join('\n') }],
    blocks: hostileTexts.map((text) => paragraph({ text, note: 'x' })),
  })
  const printed = (words: string): string =>
    [...printable(words)].map((character) => (missingCharacters(character).length > 0 ? '〓' : character)).join('')
  const bare = (words: string): string => words.replace(/[\s\u{e0100}]/gu, '')
  for (const words of hostileTexts) assert.ok(bare(text).includes(bare(printed(words))), words)
})

test('a long token stays inside the page', async () => {
  const token = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4'.repeat(5)
  const { pages, text } = await print({ ...report, notes: [], blocks: [paragraph(token)] })
  assert.ok(text.replaceAll('\n', '').includes(token))
  const written = (pages[0]?.lines ?? []).filter(({ text: words }) => token.includes(words))
  assert.ok(new Set(written.map(({ y }) => y)).size > 3)
  for (const { x } of written) assert.ok(x < (210 - 26) * pointsPerMm)
})

test('the same paper is the same file, byte for byte', async () => {
  const [one, other] = [
    await renderPdf(report, { fontDir: testFontDir }),
    await renderPdf(report, { fontDir: testFontDir }),
  ]
  assert.ok(Buffer.from(one).equals(other))
})

test('a program that lies in a folder with Chinese and blanks in its name prints', async () => {
  await inTemporaryFolder(async (folder) => {
    const here = join(import.meta.dirname, '..')
    await mkdir(join(folder, 'kernel'))
    for (const part of ['paper', 'values'])
      await cp(join(here, part), join(folder, 'kernel', part), { recursive: true })
    await symlink(join(here, '../../node_modules'), join(folder, 'node_modules'))
    await cp(testFontDir, join(folder, '字 体'), { recursive: true })
    const copy: { readonly renderPdf: typeof renderPdf } = await import(
      pathToFileURL(join(folder, 'kernel/paper/pdf.ts')).href
    )
    const { text } = readPdf(await copy.renderPdf(report, { fontDir: join(folder, '字 体') }))
    assert.ok(text.includes('犍䶮㐂𠮷四字可见'))
  })
})

test("a page is set in the court's own font where it has one", async () => {
  await inTemporaryFolder(async (folder) => {
    await putCourtFont(folder, '仿宋_GB2312')
    const { text, fonts } = readPdf(await renderPdf(report, { fontDir: testFontDir, courtFontDir: folder }))
    assert.ok(text.includes('犍䶮㐂𠮷四字可见'))
    assert.ok(
      fonts.some((name) => name.includes('GB2312')),
      fonts.join(),
    )
  })
})
