import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { crc32, deflateRawSync } from 'node:zlib'
import { utils, write } from '@e965/xlsx'
import fc from 'fast-check'
import { readXlsx, writeXlsxStream } from 'hucre/xlsx'
import iconv from 'iconv-lite'
import { planLedger } from './plan.ts'
import type { RawRow } from './raw.ts'
import { openBook } from './sheets.ts'

const samples = new URL('../../../../tests/samples/2024/', import.meta.url)

async function rowsOf(fileName: string, bytes: Uint8Array, sheet = 0): Promise<RawRow[]> {
  const book = await openBook({ fileName, bytes })
  assert.ok('sheets' in book, 'code' in book ? book.detailZh : '')
  return Array.fromAsync(book.sheets[sheet]?.rows() ?? [])
}

async function refusal(fileName: string, bytes: Uint8Array): Promise<string> {
  const book = await openBook({ fileName, bytes })
  assert.ok('code' in book, 'was read')
  assert.match(book.detailZh, /请/, 'says what to do')
  assert.ok(book.detailZh.includes(fileName), 'names the file')
  return book.code
}

type Part = { readonly name: string; readonly text: string | Buffer; readonly declaredSize?: number }

/** A zip file written by hand, so that a test may lie in it. */
function zip(parts: readonly Part[]): Buffer {
  const bodies: Buffer[] = []
  const list: Buffer[] = []
  let at = 0
  for (const { name, text, declaredSize } of parts) {
    const raw = Buffer.from(text)
    const packed = deflateRawSync(raw)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(8, 8)
    local.writeUInt16LE(Buffer.byteLength(name), 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(crc32(raw), 16)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(declaredSize ?? raw.length, 24)
    entry.writeUInt16LE(Buffer.byteLength(name), 28)
    entry.writeUInt32LE(at, 42)
    bodies.push(local, Buffer.from(name), packed)
    list.push(entry, Buffer.from(name))
    at += 30 + Buffer.byteLength(name) + packed.length
  }
  const directory = Buffer.concat(list)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...bodies, directory, end])
}

const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`
const relations = (...list: readonly string[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`

function workbook(
  sheet: string,
  more: { strings?: string; styles?: string; book?: string; declaredSize?: number } = {},
): Buffer {
  const { declaredSize } = more
  return zip([
    { name: '[Content_Types].xml', text: '<Types/>' },
    { name: '_rels/.rels', text: relations(relation('a', 'officeDocument', 'xl/workbook.xml')) },
    {
      name: 'xl/workbook.xml',
      text: `<workbook xmlns:r="r">${more.book ?? ''}<sheets><sheet name="台账" sheetId="1" r:id="s1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: relations(
        relation('s1', 'worksheet', 'worksheets/sheet1.xml'),
        relation('s2', 'sharedStrings', 'sharedStrings.xml'),
        relation('s3', 'styles', '/xl/styles.xml'),
      ),
    },
    { name: 'xl/sharedStrings.xml', text: more.strings ?? '<sst/>' },
    { name: 'xl/styles.xml', text: more.styles ?? '<styleSheet/>' },
    { name: 'xl/worksheets/sheet1.xml', text: sheet, ...(declaredSize === undefined ? {} : { declaredSize }) },
  ])
}
const sheetXml = (rows: string): string => `<worksheet><sheetData>${rows}</sheetData></worksheet>`

for (const name of [
  '01-首次执行案件台账',
  '01b-问题样表',
  '02-恢复执行案件台账',
  '02-财产保全执行台账',
  '02-执行异议案件台账',
  '13-全市对比指标',
]) {
  test(`${name}: every cell is read as an independent reader reads it`, async () => {
    const bytes = await readFile(new URL(`${name}.xlsx`, samples))
    const expected = (await readXlsx(bytes)).sheets[0]?.rows ?? []
    for (const { rowNumber, cells } of await rowsOf(`${name}.xlsx`, bytes)) {
      const theirs = (expected[rowNumber - 1] ?? []).map((cell) =>
        cell instanceof Date ? cell.toISOString().slice(0, 10) : cell,
      )
      const ours = Array.from(theirs, (_, at) => {
        const cell = cells[at] ?? null
        return typeof cell === 'object' && cell !== null ? cell.text : cell
      })
      assert.deepEqual(ours, theirs, `row ${rowNumber}`)
    }
  })
}

test('whatever a writer writes into a workbook is read back, blanks, line breaks and rare characters included', async () => {
  const cell = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'甲𬭎<>&"\'\n 　_x0041_1.') }).map((text) => text.trim()),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true, noInteger: true }),
    fc.boolean(),
  )
  const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 20 })
  await fc.assert(
    fc.asyncProperty(table, fc.boolean(), async (rows, inlineStrings) => {
      const stream = writeXlsxStream(rows, { name: '表', inlineStrings })
      const bytes = Buffer.concat(await Array.fromAsync(stream))
      const read = new Map((await rowsOf('表.xlsx', bytes)).map((row) => [row.rowNumber, row.cells]))
      for (const [at, row] of rows.entries()) {
        const found = read.get(at + 1) ?? []
        for (const [column, value] of row.entries()) assert.equal(found[column] ?? '', Object.is(value, -0) ? 0 : value)
      }
    }),
    { numRuns: 60 },
  )
})

test('prefixed tags, cells without addresses, rich text, phonetic guides and escaped signs are understood', async () => {
  const bytes = workbook(
    `<x:worksheet xmlns:x="x"><x:sheetData><x:row r="3"><x:c t="s"><x:v>0</x:v></x:c><x:c t="s"><x:v>1</x:v></x:c><x:c t="inlineStr"><x:is><x:t>丙&amp;丁</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`,
    {
      strings:
        '<sst><si><r><rPr/><t>甲</t></r><r><t xml:space="preserve"> 乙</t></r><rPh><t>jia</t></rPh></si><si><t>一_x000A_二</t></si></sst>',
    },
  )
  assert.deepEqual(await rowsOf('a.xlsx', bytes), [{ rowNumber: 3, cells: ['甲 乙', '一\n二', '丙&丁'] }])
})

test('a formula without a stored result is told from an empty cell, and a failed one says how it failed', async () => {
  const row =
    '<row r="1"><c r="A1"><f>SUM(B1:B9)</f></c><c r="B1"><f>1+1</f><v></v></c><c r="C1"><f>1+1</f><v>2</v></c><c r="D1" t="e"><f>X</f><v>#REF!</v></c><c r="E1" t="str"><f>""</f><v></v></c><c r="F1" s="1"/><c r="G1"><v>7</v></c></row>'
  const [read] = await rowsOf('a.xlsx', workbook(sheetXml(row)))
  const unknown = { kind: 'error', text: '公式未计算' }
  assert.deepEqual(read?.cells, [unknown, unknown, 2, { kind: 'error', text: '#REF!' }, null, null, 7])
})

test('numbers are days, percents or numbers as their format says', async () => {
  const styles = `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="171" formatCode="[Red]#,##0.00_ &quot;元/d&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="10"/><xf numFmtId="22"/></cellXfs></styleSheet>`
  const cell = (column: string, style: number, value: string) => `<c r="${column}1" s="${style}"><v>${value}</v></c>`
  const row = `<row r="1">${cell('A', 0, '45356')}${cell('B', 1, '45356')}${cell('C', 2, '45356')}${cell('D', 3, '45356.5')}${cell('E', 4, '0.9974')}${cell('F', 5, '45356.354166666664')}</row>`
  const [read] = await rowsOf('a.xlsx', workbook(sheetXml(row), { styles }))
  const day = { kind: 'date', text: '2024-03-05' }
  assert.deepEqual(read?.cells, [45356, day, day, 45356.5, '99.74%', { kind: 'date', text: '2024-03-05 08:30:00' }])
  const old = workbook(sheetXml(`<row r="1">${cell('A', 1, '43894')}</row>`), {
    styles,
    book: '<workbookPr date1904="1"/>',
  })
  assert.deepEqual((await rowsOf('a.xlsx', old))[0]?.cells, [day])
})

const table = [
  ['案号', '申请执行人', '备注'],
  ['（2024）川1199执1号', '汀𬭎', '一行\n两行，"引号"'],
  ['（2024）川1199执2号', '芃㛃', ''],
]
const quoted = (cell: string): string => (/[",\n\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
const delimited = (separator: string): string => table.map((row) => row.map(quoted).join(separator)).join('\r\n')

const texts: readonly (readonly [string, Buffer])[] = [
  ['UTF-8', Buffer.from(delimited(','))],
  ['UTF-8 with a byte-order mark', Buffer.from(`\ufeff${delimited(',')}`)],
  ['GB18030', iconv.encode(delimited(','), 'gb18030')],
  ['GB18030 divided by tabs', iconv.encode(delimited('\t'), 'gb18030')],
  ['UTF-16 as Excel saves Unicode text', Buffer.from(`\ufeff${delimited('\t')}`, 'utf16le')],
  ['UTF-8 divided by semicolons', Buffer.from(delimited(';'))],
]
for (const [name, bytes] of texts) {
  test(`a text table in ${name} is read`, async () => {
    const rows = await rowsOf('台账.csv', bytes)
    assert.deepEqual(
      rows.map(({ cells }) => cells.map((cell) => cell ?? '')),
      table,
    )
    assert.deepEqual(
      rows.map(({ rowNumber }) => rowNumber),
      [1, 2, 3],
    )
  })
}

test('a quote that is never closed does not swallow the rows after it', async () => {
  const rows = await rowsOf('a.csv', Buffer.from('案号,备注\n1,"未完\n2,好\n3,好'))
  assert.equal(rows.length, 4)
})

test('long digits wrapped to stay text are unwrapped', async () => {
  const [row] = await rowsOf('a.csv', Buffer.from('="990011198401020411",甲'))
  assert.deepEqual(row?.cells, ['990011198401020411', '甲'])
})

test('text tables of any shape are read back, however their bytes are cut into pieces', async () => {
  const cell = fc.string({ unit: fc.constantFrom(...'甲乙,"\n\r\t ;1𬭎'), maxLength: 6 })
  const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(rows, async (cells) => {
      const text = cells.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')).join('\n')
      const read = await rowsOf('a.csv', Buffer.from(`"起","止"\n${text}`))
      assert.deepEqual(
        read.slice(1).map((row) => row.cells.map((one) => one ?? '')),
        cells,
      )
    }),
    { numRuns: 100 },
  )
})

const oldFormats = [
  ['.xls', 'biff8'],
  ['.xlsb', 'xlsb'],
  ['web page named .xls', 'html'],
] as const
for (const [name, bookType] of oldFormats) {
  test(`a ${name} is read`, async () => {
    const sheet = utils.aoa_to_sheet([...table.slice(0, 2), ['（2024）川1199执3号', '丁', '990011198401020411']])
    const made: unknown = write(
      { SheetNames: ['表'], Sheets: { 表: sheet } },
      { bookType, type: bookType === 'html' ? 'string' : 'buffer' },
    )
    const bytes = typeof made === 'string' ? iconv.encode(made, 'gb18030') : Buffer.from(made as Uint8Array)
    const rows = await rowsOf('台账.xls', bytes)
    assert.equal(rows[1]?.cells[0], '（2024）川1199执1号')
    assert.equal(rows[1]?.cells[1], '汀𬭎')
    assert.equal(rows[2]?.cells[2], '990011198401020411')
  })
}

test('days and percents of an .xls are told from numbers by their formats', async () => {
  const sheet = utils.aoa_to_sheet([
    [
      { t: 'n', v: 45356, z: 'yyyy"年"m"月"d"日"' },
      { t: 'n', v: 45356.5, z: 'yyyy-mm-dd hh:mm' },
      { t: 'n', v: 1234.5, z: '#,##0.00' },
      { t: 'n', v: 0.9974, z: '0.00%' },
      { t: 'e', v: 0x17 },
    ],
  ])
  const made: unknown = write({ SheetNames: ['表'], Sheets: { 表: sheet } }, { bookType: 'biff8', type: 'buffer' })
  const rows = await rowsOf('台账.xls', Buffer.from(made as Uint8Array))
  assert.deepEqual(rows[0]?.cells, [
    { kind: 'date', text: '2024-03-05' },
    { kind: 'date', text: '2024-03-05 12:00:00' },
    1234.5,
    '99.74%',
    { kind: 'error', text: '#REF!' },
  ])
})

const oleHead = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const refused: readonly (readonly [string, string, Buffer])[] = [
  ['an empty file', 'FILE_EMPTY', Buffer.alloc(0)],
  ['a picture', 'FILE_TYPE', Buffer.from('89504e470d0a1a0a0000', 'hex')],
  ['a PDF', 'FILE_TYPE', Buffer.from('%PDF-1.7\n')],
  [
    'a Word document',
    'FILE_TYPE',
    zip([
      { name: '[Content_Types].xml', text: '<Types/>' },
      { name: 'word/document.xml', text: '<w/>' },
    ]),
  ],
  [
    'an OpenDocument sheet',
    'FILE_TYPE',
    zip([
      { name: 'mimetype', text: 'x' },
      { name: 'content.xml', text: '<c/>' },
    ]),
  ],
  ['an old Word document', 'FILE_TYPE', Buffer.concat([oleHead, Buffer.alloc(2000)])],
  [
    'a workbook with a password',
    'FILE_ENCRYPTED',
    Buffer.concat([oleHead, Buffer.alloc(512), Buffer.from('EncryptedPackage', 'utf16le')]),
  ],
  ['bytes in no encoding', 'FILE_ENCODING', Buffer.from([0x41, 0xff, 0xff, 0x81, 0x0a, 0xff])],
  [
    'a workbook without its sheet',
    'FILE_DAMAGED',
    zip([
      { name: '[Content_Types].xml', text: '' },
      { name: 'xl/workbook.xml', text: '<workbook/>' },
    ]),
  ],
]
for (const [name, code, bytes] of refused) {
  test(`${name} is refused with its remedy`, async () => assert.equal(await refusal('文件.xlsx', bytes), code))
}

test('half an upload is refused as damaged', async () => {
  const bytes = await readFile(new URL('02-恢复执行案件台账.xlsx', samples))
  assert.equal(await refusal('半个.xlsx', bytes.subarray(0, bytes.length / 2)), 'FILE_DAMAGED')
})

test('a sheet cut off in its middle is refused, not read as far as it goes', async () => {
  const cut = '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2">'
  const plan = await planLedger({ fileName: '断.xlsx', bytes: workbook(cut) }, { layouts: [] })
  assert.equal('code' in plan && plan.code, 'FILE_DAMAGED')
  assert.deepEqual(await rowsOf('空.xlsx', workbook('<worksheet><sheetData/></worksheet>')), [])
})

test('a workbook that declares to unpack to a hundred times a ledger is refused unread', async () => {
  assert.equal(await refusal('炸弹.xlsx', workbook(sheetXml(''), { declaredSize: 0xfffffff0 })), 'FILE_ZIP_BOMB')
})

test('a workbook that unpacks to more than it declares is stopped while it is read', async () => {
  const book = await openBook({
    fileName: '炸弹.xlsx',
    bytes: workbook(sheetXml(' '.repeat(10_000_000)), { declaredSize: 500 }),
  })
  assert.ok('sheets' in book)
  await assert.rejects(Array.fromAsync(book.sheets[0]?.rows() ?? []), /FILE_ZIP_BOMB/)
})

test('too many parts are refused', async () => {
  const parts = Array.from({ length: 10_001 }, (_, at) => ({ name: `part${at}`, text: '' }))
  assert.equal(await refusal('碎片.xlsx', zip(parts)), 'FILE_ZIP_BOMB')
})
