import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderDocx } from './docx.ts'
import { cell, paragraph, type Paper } from './paper.ts'
import { printable } from './printable.ts'
import { assertWellFormed, paragraphsOf, part, readDocx } from './testing/read-docx.ts'
import { hostileTexts, listOf, report } from './testing/samples.ts'

const partsOf = async (paper: Paper) => readDocx(await renderDocx(paper))
const documentOf = async (paper: Paper) => part(await partsOf(paper), 'word/document.xml')

const count = (text: string, needle: string): number => text.split(needle).length - 1

/** The style of the paragraph that holds the words. */
function styleOf(xml: string, words: string): string | undefined {
  const found = [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)].find(([paragraph]) =>
    paragraphsOf(paragraph)[0]?.includes(words),
  )
  return found?.[0].match(/<w:pStyle w:val="(\w+)"/)?.[1]
}

test('the Word file says what the paper says, in its order', async () => {
  assert.deepEqual(
    paragraphsOf(await documentOf(report)).filter((text) => text !== ''),
    [
      '示范县人民法院\n2024年执行工作情况报告',
      '县委政法委：',
      '一、基本情况',
      '受理首次执行案件1191件，结案率99.74%。执行质效居全市前列。未绑定',
      '（一）强制措施',
      '1．拘留',
      '控制19人，成功率51%不一致。',
      '（二）悬赏。犍䶮㐂𠮷四字可见。',
      '表1　收结案情况',
      '类型',
      '件数',
      '受理',
      '执结',
      '首次执行',
      '1,191',
      '1,1881',
      '特此报告。',
      '示范县人民法院',
      '2024年12月31日',
      '注3　本报告为初稿。',
    ],
  )
})

test('an official page is A4 with a text block of 156 by 225 mm', async () => {
  const xml = await documentOf(report)
  assert.match(xml, /<w:pgSz w:w="11906" w:h="16838"/)
  assert.match(xml, /<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/)
})

test('twenty-two lines of twenty-eight characters fit the text block, and not one more', async () => {
  const styles = part(await partsOf(report), 'word/styles.xml')
  const normal = styles.match(/w:styleId="Normal".*?<\/w:style>/s)?.[0] ?? ''
  const line = Number(normal.match(/w:line="(\d+)" w:lineRule="exact"/)?.[1])
  const character =
    Number(normal.match(/<w:sz w:val="(\d+)"/)?.[1]) * 10 + Number(normal.match(/<w:spacing w:val="(-?\d+)"/)?.[1])
  assert.equal(Math.floor((16838 - 2098 - 1984) / line), 22)
  assert.equal(Math.floor((11906 - 1474 - 1587) / character), 28)
})

test('title, headings and body name the faces and sizes of the standard', async () => {
  const styles = part(await partsOf(report), 'word/styles.xml')
  const faceOf = (id: string) => {
    const style = styles.match(new RegExp(`w:styleId="${id}".*?</w:style>`, 's'))?.[0] ?? ''
    return [style.match(/w:eastAsia="([^"]+)"/)?.[1], style.match(/<w:sz w:val="(\d+)"/)?.[1], style.includes('<w:b/>')]
  }
  assert.deepEqual(faceOf('Normal'), ['仿宋_GB2312', '32', false])
  assert.deepEqual(faceOf('Title'), ['方正小标宋简体', '44', false])
  assert.deepEqual(faceOf('Heading1'), ['黑体', undefined, false])
  assert.deepEqual(faceOf('Heading2'), ['楷体_GB2312', undefined, false])
  assert.deepEqual(faceOf('Heading3'), ['仿宋_GB2312', undefined, true])
})

test('each block carries the style of its kind', async () => {
  const xml = await documentOf(report)
  assert.equal(styleOf(xml, '2024年执行工作'), 'Title')
  assert.equal(styleOf(xml, '一、基本情况'), 'Heading1')
  assert.equal(styleOf(xml, '（一）强制措施'), 'Heading2')
  assert.equal(styleOf(xml, '1．拘留'), 'Heading3')
  assert.equal(styleOf(xml, '受理首次执行案件'), 'BodyText')
  assert.equal(styleOf(xml, '首次执行'), 'BodyText')
})

test('notes are real footnotes, named once and referred to after', async () => {
  const parts = await partsOf(report)
  const document = part(parts, 'word/document.xml')
  const notes = paragraphsOf(part(parts, 'word/footnotes.xml')).filter((text) => text !== '')
  assert.equal(count(document, '<w:footnoteReference '), 2)
  assert.match(document, /<w:fldSimple w:instr=" NOTEREF note1 \\f \\h ">/)
  assert.deepEqual(notes, [
    ' 结案率；算式：1188 ÷ 1191；来源：首次执行台账；截至：2024-12-31。',
    ' 公布值51%，按38人计算为50.00%。',
  ])
})

test('notes wanted at the end are endnotes', async () => {
  const parts = await partsOf({ ...report, notesAt: 'end' })
  assert.equal(count(part(parts, 'word/document.xml'), '<w:endnoteReference '), 2)
  assert.match(part(parts, 'word/endnotes.xml'), /结案率/)
})

test('unsupported words are drawn apart and say so', async () => {
  const xml = await documentOf(report)
  assert.match(xml, /<w:rStyle w:val="Unsupported"\/><\/w:rPr><w:t[^>]*>执行质效居全市前列。</)
  assert.match(xml, /<w:rStyle w:val="UnsupportedWord"\/><\/w:rPr><w:t[^>]*>未绑定</)
  assert.match(xml, /<w:rStyle w:val="Differs"\/><\/w:rPr><w:t[^>]*>51%</)
})

test('odd pages are numbered at the right, even pages at the left', async () => {
  const parts = await partsOf(report)
  const footers = [...parts].filter(([path]) => /word\/footer\d\.xml/.test(path)).map(([, xml]) => xml)
  assert.deepEqual(
    footers.map((xml) => [xml.match(/<w:jc w:val="(\w+)"/)?.[1], xml.includes('PAGE'), paragraphsOf(xml).join('')]),
    [
      ['right', true, '—  —'],
      ['left', true, '—  —'],
    ],
  )
  assert.match(part(parts, 'word/settings.xml'), /<w:evenAndOddHeaders\/>/)
})

test('a numbered paper opens with its issuer in red, its number and a red rule', async () => {
  const xml = await documentOf({ ...report, number: '示法〔2024〕12号' })
  const [head, ...rest] = paragraphsOf(xml).filter((text) => text !== '')
  assert.deepEqual([head, rest[0]], ['示范县人民法院', '示法〔2024〕12号'])
  assert.match(xml, /<w:pBdr><w:bottom [^>]*w:color="D7000F"/)
})

test('a working print names who printed it, when and as of when, on a landscape page', async () => {
  const parts = await partsOf(listOf(3))
  assert.match(part(parts, 'word/document.xml'), /<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/)
  const footer = [...parts].find(([path]) => path.startsWith('word/footer'))?.[1] ?? ''
  assert.match(paragraphsOf(footer).join(''), /打印人 张某　时间 2024-12-31 17:05　数据截至 17:05:10/)
  assert.match(footer, /NUMPAGES/)
})

test('two thousand rows arrive under a head that repeats', async () => {
  const xml = await documentOf(listOf(2000))
  assert.equal(count(xml, '<w:tr>'), 2001)
  assert.equal(count(xml, '<w:tblHeader/>'), 1)
  assert.ok(paragraphsOf(xml).includes('（2024）川0000执2000号'))
})

test('the file keeps title, issuer and the day of the paper, and no other time', async () => {
  const core = part(await partsOf(report), 'docProps/core.xml')
  assert.match(core, /<dc:title>示范县人民法院2024年执行工作情况报告<\/dc:title><dc:creator>示范县人民法院</)
  assert.match(core, /<dcterms:created [^>]*>2024-12-31T00:00:00Z</)
})

test('the same paper is the same file, byte for byte', async () => {
  const file = Buffer.from(await renderDocx(report))
  assert.ok(file.equals(await renderDocx(report)))
  // The time inside the zip, which would change from one second to the next: 2024-12-31 00:00:00.
  assert.equal(file.readUInt16LE(10), 0)
  assert.equal(file.readUInt16LE(12), ((2024 - 1980) << 9) | (12 << 5) | 31)
})

test('hostile text is printed, never obeyed, and every part stays readable', async () => {
  const texts = hostileTexts.map((text) => paragraph({ text, mark: 'differs' }))
  const parts = await partsOf({
    ...report,
    title: hostileTexts.join(''),
    issuer: hostileTexts[2] ?? '',
    number: hostileTexts[1] ?? '',
    blocks: [...texts, ...report.blocks],
    notes: [...report.notes, { id: 'x', text: hostileTexts.join(' ') }],
  })
  for (const [path, xml] of parts) if (/\.(xml|rels)$/.test(path)) assertWellFormed(xml)
  const paragraphs = paragraphsOf(part(parts, 'word/document.xml'))
  for (const text of hostileTexts) assert.ok(paragraphs.includes(`${printable(text)}不一致`), text)
})

test('tables that follow each other stay two tables', async () => {
  const table = { kind: 'table', columns: [{ align: 'left', share: 1 }], head: [], body: [[cell('一')]] } as const
  assert.match(await documentOf({ ...report, blocks: [table, table] }), /<\/w:tbl><w:p>.*?<\/w:p><w:tbl>/s)
})
