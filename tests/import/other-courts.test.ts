import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { utils, write } from '@e965/xlsx'
import { writeXlsx } from 'hucre/xlsx'
import iconv from 'iconv-lite'
import type { FileInput, LedgerRecord, RecordRow, SheetReading } from '#capabilities/ledgers'
import { cellText, readLedger } from '#capabilities/ledgers'
import { formatYuan } from '#kernel/values/money.ts'
import { benchmarks, benchmarkScope } from '../../src/capabilities/indicators/ledgers/benchmarks.ts'
import { caseLedgers } from '../../src/capabilities/cases/ledgers/index.ts'

const samples = new URL('../samples/2024/', import.meta.url)
const today = Temporal.PlainDate.from('2025-01-06')
const layouts = [...caseLedgers, benchmarks]

type Options = Partial<Parameters<typeof readLedger>[1]>

async function open(input: FileInput, options: Options = {}): Promise<readonly SheetReading[]> {
  const reading = await readLedger(input, { layouts, today, ...options })
  assert.ok('sheets' in reading, 'code' in reading ? reading.detailZh : '')
  return reading.sheets
}
async function rowsOf(sheet: SheetReading | undefined): Promise<RecordRow[]> {
  assert.ok(sheet)
  const rows = await Array.fromAsync(sheet.rows())
  return rows.filter((row) => row.status !== 'ignored')
}
async function only(input: FileInput, options: Options = {}): Promise<readonly [SheetReading, RecordRow[]]> {
  const [sheet] = await open(input, options)
  assert.ok(sheet)
  return [sheet, await rowsOf(sheet)]
}

const bytes01 = await readFile(new URL('01-首次执行案件台账.xlsx', samples))
const [plain01, rows01] = await only({ fileName: '01-首次执行案件台账.xlsx', bytes: bytes01 })
const records01 = rows01.map(({ record }) => record)

/** The cells of sample 01 as a spreadsheet program would save them as text. */
const grid01: string[][] = (await Array.fromAsync(plain01.rows())).map(({ cells }) => cells.map(cellText))
const csv = (grid: readonly (readonly string[])[], separator = ','): string =>
  grid
    .map((row) => row.map((cell) => (/[",\n\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(separator))
    .join('\r\n')

const sameLedger: readonly (readonly [string, string, Uint8Array])[] = [
  ['GB18030 text', '首次执行案件台账.csv', iconv.encode(csv(grid01), 'gb18030')],
  ['UTF-8 text with a byte-order mark', '首次执行案件台账.csv', Buffer.from(`\ufeff${csv(grid01)}`)],
  ['UTF-16 text divided by tabs', '首次执行案件台账.txt', Buffer.from(`\ufeff${csv(grid01, '\t')}`, 'utf16le')],
  ['an old .xls', '首次执行案件台账.xls', oldWorkbook('biff8')],
  ['a binary .xlsb', '首次执行案件台账.xlsb', oldWorkbook('xlsb')],
]

function oldWorkbook(bookType: 'biff8' | 'xlsb'): Uint8Array {
  const sheet = utils.aoa_to_sheet(
    grid01.map((row) => row.map((cell) => (/^\d{1,9}(\.\d+)?$/.test(cell) ? Number(cell) : cell))),
  )
  return Buffer.from(
    write({ SheetNames: ['首执'], Sheets: { 首执: sheet } }, { bookType, type: 'buffer' }) as Uint8Array,
  )
}

for (const [name, fileName, bytes] of sameLedger) {
  test(`ledger 01 as ${name} gives the same records`, async () => {
    const [sheet, rows] = await only({ fileName, bytes })
    assert.equal(sheet.plan.layout?.kind, 'first-enforcement')
    assert.deepEqual(
      rows.map(({ record }) => record),
      records01,
    )
    const { rowsRead, accepted, ignored } = sheet.summary()
    assert.deepEqual([rowsRead, accepted, ignored], [1197, 1191, 6])
  })
}

test('the problem sheet saved as text shows the same faults', async () => {
  const bytes = await readFile(new URL('01b-问题样表.xlsx', samples))
  const faults = (rows: readonly RecordRow[]) => rows.map(({ problems }) => problems.map(({ code }) => code))
  const [sheet, rows] = await only({ fileName: '01b.xlsx', bytes })
  const grid = (await Array.fromAsync(sheet.rows())).map(({ cells }) => cells.map(cellText))
  const [, again] = await only({ fileName: '01b.csv', bytes: iconv.encode(csv(grid), 'gb18030') })
  assert.deepEqual(faults(again), faults(rows))
})

/** Sample records as another county would have them: its own code in the numbers. */
const elsewhere = (text: string): string => text.replaceAll('川1123', '川1199')
const some = records01
  .slice(0, 120)
  .map((record): LedgerRecord => ({ ...record, caseNumber: elsewhere(String(record['caseNumber'])) }))

const text = (value: LedgerRecord[string] | undefined): string =>
  value === null || value === undefined ? '' : String(value)
const list = (value: LedgerRecord[string] | undefined, separator: string): string =>
  Array.isArray(value) ? value.map((entry) => entry || '/').join(separator) : ''
const yuan = (value: LedgerRecord[string] | undefined): string => (typeof value === 'bigint' ? formatYuan(value) : '')
const tenThousands = (value: LedgerRecord[string] | undefined): number =>
  typeof value === 'bigint' ? Number(value) / 1_000_000 : 0

test('other headings in another order, two levels with short names, amounts in 万元, subtotals and a repeated head', async () => {
  const groups = [
    '',
    '',
    '案件',
    '',
    '',
    '被执行人',
    '',
    '',
    '申请执行人',
    '',
    '标的（万元）',
    '',
    '办理',
    '',
    '',
    '网格',
  ]
  const heads = [
    '',
    '序',
    '案件编号',
    '立案时间',
    '纠纷类型',
    '姓名/名称',
    '证件号码',
    '联系方式',
    '姓名或名称',
    '身份证号/统一社会信用代码',
    '执行标的',
    '执行到位',
    '承办法官',
    '执结时间',
    '执结方式',
    '所属网格',
  ]
  const body: (string | number | null)[][] = some.map((record, at) => [
    '',
    at + 1,
    text(record['caseNumber']).replace('（', '[').replace('）', ']'),
    text(record['filedOn']).replaceAll('-', ''),
    text(record['cause']),
    list(record['debtors'], '；'),
    list(record['debtorIds'], '；').toLowerCase(),
    list(record['debtorPhones'], '；'),
    list(record['applicants'], '\n'),
    list(record['applicantIds'], '\n'),
    tenThousands(record['claim']),
    tenThousands(record['recovered']),
    text(record['handler']),
    text(record['closedOn']).replaceAll('-', '.'),
    text(record['closingManner']) === '终结本次执行程序' ? '终本' : text(record['closingManner']),
    '第三网格',
  ])
  body.splice(60, 0, groups, heads)
  body.splice(30, 0, ['', '甲法官小计', '', '', '', '', '', '', '', '', 12.3, 4.5])
  const rows: (string | number | null)[][] = [
    [],
    ['', '虚岭县人民法院执行局办案情况一览表'],
    ['', '时间：2024年1月1日—12月31日　　填表日期：2025年1月3日'],
    groups,
    heads,
    ['', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12', '13', '14', '15'],
    ...body,
    ['', '总　计', '', '', '', '', '', '', '', '', 100, 50],
    ['', '填表人：某人', '', '', '', '审核：某人'],
    ['', '注：本表由执行局填报。'],
  ]
  const bytes = await writeXlsx({ sheets: [{ name: '明细', rows }] })
  const [sheet, found] = await only({ fileName: '办案情况.xlsx', bytes })
  assert.equal(sheet.plan.layout?.kind, 'first-enforcement')
  assert.deepEqual(sheet.plan.period, { from: '2024-01-01', to: '2024-12-31' })
  assert.equal(sheet.plan.court, '川1199')
  assert.equal(found.length, some.length)
  for (const [at, { record, extra, status, problems }] of found.entries()) {
    const expected = some[at] ?? {}
    assert.equal(status, 'accepted', JSON.stringify(problems))
    for (const field of [
      'caseNumber',
      'filedOn',
      'cause',
      'debtors',
      'debtorIds',
      'debtorPhones',
      'applicants',
      'claim',
      'recovered',
      'handler',
      'closedOn',
      'closingManner',
    ]) {
      assert.deepEqual(record[field], expected[field], `row ${at} ${field}`)
    }
    assert.equal(extra['网格/所属网格'] ?? extra['所属网格'], '第三网格')
  }
  const { ignored, rowsRead } = sheet.summary()
  assert.equal(ignored, 11)
  assert.equal(rowsRead, found.length + 11)
})

test('one row of heads without a title, compact dates, separate short columns right of each party', async () => {
  const heads = [
    '执行案号',
    '申请人',
    '证件号',
    '电话',
    '被申请人',
    '证件号',
    '电话',
    '立案日',
    '标的额',
    '到位标的额',
    '结案日',
    '结案方式名称',
    '经办人',
    '限高时间',
    '案件标签',
  ]
  const grid = some.map((record) => [
    text(record['caseNumber']).replace('号', ''),
    list(record['applicants'], '、'),
    list(record['applicantIds'], '、'),
    list(record['applicantPhones'], '、'),
    list(record['debtors'], '，'),
    list(record['debtorIds'], '，'),
    list(record['debtorPhones'], '，'),
    text(record['filedOn']).replaceAll('-', '/'),
    `￥${yuan(record['claim'])}`,
    yuan(record['recovered']),
    text(record['closedOn']),
    text(record['closingManner']),
    text(record['handler']).split('').join(' '),
    text(record['consumptionLimitedOn']),
    '普通',
  ])
  const [sheet, found] = await only({ fileName: '导出数据.csv', bytes: iconv.encode(csv([heads, ...grid]), 'gb18030') })
  assert.equal(sheet.plan.layout?.kind, 'first-enforcement')
  assert.equal(sheet.plan.period, null)
  for (const [at, { record, extra }] of found.entries()) {
    const expected = some[at] ?? {}
    for (const field of [
      'caseNumber',
      'filedOn',
      'applicants',
      'debtors',
      'debtorIds',
      'debtorPhones',
      'claim',
      'recovered',
      'closedOn',
      'closingManner',
      'handler',
      'consumptionLimitedOn',
    ]) {
      assert.deepEqual(record[field], expected[field], `row ${at} ${field}`)
    }
    assert.deepEqual(extra, { 案件标签: '普通' })
  }
})

test('a heading nobody knows is found by what its cells hold', async () => {
  const heads = ['统一编码', '申请执行人', '被执行人', '立案日期', '申请执行标的额', '被执行人证件资料']
  const grid = some.map((record) => [
    text(record['caseNumber']),
    list(record['applicants'], '、'),
    list(record['debtors'], '、'),
    text(record['filedOn']),
    yuan(record['claim']),
    list(record['debtorIds'], '、'),
  ])
  const [sheet, found] = await only({ fileName: '2024首次执行.csv', bytes: Buffer.from(csv([heads, ...grid])) })
  const key = sheet.plan.columns.find(({ field }) => field === 'caseNumber')
  assert.deepEqual([key?.leaf, key?.by], ['统一编码', 'content'])
  assert.deepEqual(
    found.map(({ key: name }) => name),
    some.map(({ caseNumber }) => caseNumber),
  )
  assert.deepEqual(
    found.map(({ record }) => record['debtorIds']),
    some.map(({ debtorIds }) => debtorIds),
  )
})

test('what a person said of a heading is remembered against the machine', async () => {
  const heads = ['案号', '申请执行人', '被执行人', '立案日期', '申请执行标的额', '经手人甲', '承办人']
  const grid = some
    .slice(0, 5)
    .map((record) => [
      text(record['caseNumber']),
      list(record['applicants'], '、'),
      list(record['debtors'], '、'),
      text(record['filedOn']),
      yuan(record['claim']),
      '甲',
      '乙',
    ])
  const bytes = Buffer.from(csv([heads, ...grid]))
  const [, before] = await only({ fileName: '台账.csv', bytes })
  assert.equal(before[0]?.record['handler'], '乙')
  const [, after] = await only({ fileName: '台账.csv', bytes }, { remembered: { 经手人甲: 'handler', 承办人: null } })
  assert.equal(after[0]?.record['handler'], '甲')
  assert.deepEqual(after[0]?.extra, { 承办人: '乙' })
})

test('resumed cases are told from first ones by the numbers they carry', async () => {
  const heads = ['案号', '首执案号', '立案日期', '申请执行人', '被执行人', '标的额', '到位金额']
  const grid = some.map((record, at) => [
    `（2024）川1199执恢${at + 1}号`,
    text(record['caseNumber']),
    text(record['filedOn']),
    list(record['applicants'], '、'),
    list(record['debtors'], '、'),
    yuan(record['claim']),
    yuan(record['recovered']),
  ])
  const [sheet, found] = await only({ fileName: '台账.csv', bytes: Buffer.from(csv([heads, ...grid])) })
  assert.equal(sheet.plan.layout?.kind, 'resumed-enforcement')
  assert.equal(found[0]?.record['originalNumber'], some[0]?.['caseNumber'])
})

test('a required column that is missing refuses the sheet, names the column and reads no row', async () => {
  const heads = ['案号', '申请执行人', '被执行人', '立案日期', '承办人']
  const grid = some
    .slice(0, 9)
    .map((record) => [
      text(record['caseNumber']),
      list(record['applicants'], '、'),
      list(record['debtors'], '、'),
      text(record['filedOn']),
      '甲',
    ])
  const [sheet, rows] = await only({ fileName: '首次执行2024.csv', bytes: Buffer.from(csv([heads, ...grid])) })
  assert.deepEqual(sheet.plan.missing, ['claim'])
  assert.ok(rows.every(({ status }) => status === 'setAside'))
  const { accepted, setAside, problems } = sheet.summary()
  assert.deepEqual([accepted, setAside], [0, 9])
  assert.deepEqual(
    problems.map(({ code, column }) => [code, column]),
    [['E_COLUMN_MISSING', '申请执行标的额']],
  )
})

test('a sheet that is no ledger is left alone, every row counted and none read', async () => {
  const [sheet] = await only({ fileName: '通讯录.csv', bytes: Buffer.from('姓名,电话\n甲,1\n乙,2') })
  const { kind, rowsRead, ignored, problems } = sheet.summary()
  assert.deepEqual([kind, rowsRead, ignored], [null, 3, 3])
  assert.deepEqual(
    problems.map(({ code }) => code),
    ['E_LEDGER_UNKNOWN'],
  )
})

const small = (numbers: readonly string[], more: readonly (readonly string[])[] = []) => {
  const heads = ['案号', '申请执行人', '被执行人', '立案日期', '申请执行标的额', ...(more.length > 0 ? ['承办人'] : [])]
  return [heads, ...numbers.map((number, at) => [number, '汀安', '芃柏', '2024-03-05', '100', ...(more[at] ?? [])])]
}

test('a cell merged over several rows holds for each of them', async () => {
  const rows = small(['（2024）川1199执1号', '（2024）川1199执2号', '（2024）川1199执3号'], [['茗春'], [''], ['']])
  const merges = [{ startRow: 1, startCol: 5, endRow: 2, endCol: 5 }]
  const [, found] = await only({
    fileName: '台账.xlsx',
    bytes: await writeXlsx({ sheets: [{ name: '表', rows, merges }] }),
  })
  assert.deepEqual(
    found.map(({ record }) => record['handler']),
    ['茗春', '茗春', null],
  )
})

test('one case number over several rows is one case written several times, and all of them wait', async () => {
  const rows = small(['（2024）川1199执1号', '', '（2024）川1199执3号'])
  const merges = [{ startRow: 1, startCol: 0, endRow: 2, endCol: 0 }]
  const [, found] = await only({
    fileName: '台账.xlsx',
    bytes: await writeXlsx({ sheets: [{ name: '表', rows, merges }] }),
  })
  assert.deepEqual(
    found.map(({ status }) => status),
    ['setAside', 'setAside', 'accepted'],
  )
  assert.deepEqual(
    found.map(({ problems }) => problems[0]?.code),
    ['E_CASE_NO_DUPLICATE', 'E_CASE_NO_DUPLICATE', undefined],
  )
})

test('a number twice in one file is refused on both sheets', async () => {
  const sheets = [
    { name: '一月', rows: small(['（2024）川1199执1号', '（2024）川1199执2号']) },
    { name: '二月', rows: small(['(2024)川1199执2', '（2024）川1199执3号']) },
  ]
  const readings = await open({ fileName: '台账.xlsx', bytes: await writeXlsx({ sheets }) })
  const found = await Promise.all(readings.map(rowsOf))
  assert.deepEqual(
    found.map((rows) => rows.map(({ status }) => status)),
    [
      ['accepted', 'setAside'],
      ['setAside', 'accepted'],
    ],
  )
  assert.match(found[1]?.[0]?.problems[0]?.message ?? '', /工作表“一月”第3行/)
})

test('a typed correction is judged as if the sheet had held it, and mends or makes a duplicate', async () => {
  const bytes = Buffer.from(csv(small(['（2024）川1199执1号', '（2024）川1199执1号', '（2024）川1199执3号'])))
  const sheetName = '台账'
  const corrections = new Map([[sheetName, new Map([[3, { caseNumber: '2024川1199执2', claim: '1.5万元' }]])]])
  const [, found] = await only({ fileName: '台账.csv', bytes }, { corrections })
  assert.deepEqual(
    found.map(({ status }) => status),
    ['accepted', 'accepted', 'accepted'],
  )
  assert.deepEqual([found[1]?.key, found[1]?.record['claim']], ['（2024）川1199执2号', 1_500_000n])
  const clash = new Map([[sheetName, new Map([[4, { caseNumber: '（2024）川1199执1号' }]])]])
  const [, clashed] = await only({ fileName: '台账.csv', bytes }, { corrections: clash })
  assert.ok(clashed.every(({ status }) => status === 'setAside'))
})

test('names divided by blanks only are told apart by the certificates beside them', async () => {
  const rows = [
    ['案号', '申请执行人', '被执行人', '被执行人证件号码', '立案日期', '申请执行标的额'],
    ['（2024）川1199执1号', '汀安', '芃柏有限公司 茗春', '91990026MAC872333Y、990020199702017321', '2024-03-05', '100'],
  ]
  const [, found] = await only({ fileName: '台账.csv', bytes: Buffer.from(csv(rows)) })
  assert.deepEqual(found[0]?.record['debtors'], ['芃柏有限公司', '茗春'])
  assert.deepEqual(found[0]?.problems, [])
})

test('an amount column in 万元 is read by its unit, and by the unit a person chose', async () => {
  const rows = small(['（2024）川1199执1号']).map((row) =>
    row.map((cell) => (cell === '申请执行标的额' ? '申请执行标的额（万元）' : cell)),
  )
  const bytes = Buffer.from(csv(rows))
  const [sheet, found] = await only({ fileName: '台账.csv', bytes })
  assert.deepEqual([sheet.plan.unit, found[0]?.record['claim']], ['ten-thousand-yuan', 100_000_000n])
  const [, chosen] = await only({ fileName: '台账.csv', bytes }, { choices: new Map([['台账', { unit: 'yuan' }]]) })
  assert.equal(chosen[0]?.record['claim'], 10_000n)
})

test('no period check runs when nothing says what the ledger reports on', async () => {
  const rows = small(['（2022）川1199执1号']).map((row, at) => [
    ...row,
    at === 0 ? '结案日期' : '2022-08-08',
    at === 0 ? '结案方式' : '执行完毕',
    at === 0 ? '实际到位金额' : '100',
  ])
  const mended = rows.map((row) => row.map((cell) => (cell === '2024-03-05' ? '2022-03-05' : cell)))
  const [, free] = await only({ fileName: '台账.csv', bytes: Buffer.from(csv(mended)) })
  assert.equal(free[0]?.status, 'accepted')
  const [, bound] = await only({ fileName: '2024年台账.csv', bytes: Buffer.from(csv(mended)) })
  assert.deepEqual(
    bound[0]?.problems.map(({ code }) => code),
    ['E_CLOSED_OUTSIDE_PERIOD'],
  )
})

test('a person may point at the head and name the ledger where the machine finds neither', async () => {
  const strange = ['代号', '甲方', '乙方', '起算', '数额']
  const grid = [['2024年一览'], strange, ['（2024）川1199执1号', '汀安', '芃柏', '2024-03-05', '100']]
  const bytes = Buffer.from(csv(grid))
  const [sheet] = await only({ fileName: '台账.csv', bytes })
  assert.equal(sheet.plan.layout, null)
  const fields = { 甲方: 'applicants', 乙方: 'debtors', 起算: 'filedOn', 数额: 'claim', 代号: 'caseNumber' }
  const choices = new Map([['台账', { kind: 'first-enforcement', headRow: 2, fields }]])
  const [, rows] = await only({ fileName: '台账.csv', bytes }, { choices })
  assert.deepEqual(
    rows.map(({ status, key }) => [status, key]),
    [['accepted', '（2024）川1199执1号']],
  )
})

test('benchmarks keep their digits, and averages are told from courts', async () => {
  const [, rows] = await only({
    fileName: '13-全市对比指标.xlsx',
    bytes: await readFile(new URL('13-全市对比指标.xlsx', samples)),
  })
  const own = rows.find(({ key }) => key === '犍为县人民法院')?.record
  assert.deepEqual([own?.['closingRate'], own?.['recoveryRate'], own?.['detained']], ['99.74', '90.75', 75])
  const scopes = rows.map(({ key }) => benchmarkScope(key ?? ''))
  assert.deepEqual(
    scopes.filter((scope) => scope !== 'court'),
    ['city-average', 'province-average'],
  )
})

test('units in a row of their own, and sums without a word, are understood', async () => {
  const [heads = [], ...body] = small(['（2024）川1199执1号', '（2024）川1199执2号'])
  const rows: (string | number | null)[][] = [
    heads.slice(),
    [null, null, null, null, '万元'],
    ...body.map((row) => row.slice(0, 4).concat('1.5')),
    [null, null, null, null, 3],
  ]
  const bytes = await writeXlsx({ sheets: [{ name: '表', rows }] })
  const [sheet, found] = await only({ fileName: '台账.xlsx', bytes })
  assert.deepEqual(
    found.map(({ record }) => record['claim']),
    [1_500_000n, 1_500_000n],
  )
  assert.equal(sheet.summary().ignored, 3)
})
