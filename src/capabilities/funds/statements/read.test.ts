import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { identify } from './identify.ts'
import { isStatement, readStatements } from './read.ts'
import type { Statement, StatementProblem } from './statement.ts'
import type { TaughtLayout } from './table.ts'

const samples = new URL('../../../../tests/samples/', import.meta.url)
const fileOf = (path: string) => ({
  fileName: path.split('/').at(-1) ?? path,
  bytes: readFileSync(new URL(path, samples)),
})
const csv = (text: string) => ({ fileName: '流水.csv', bytes: Buffer.from(text) })

async function read(
  file: { fileName: string; bytes: Uint8Array },
  taught: readonly TaughtLayout[] = [],
): Promise<Statement> {
  const found = await readStatements(file, taught)
  if ('code' in found) throw new Error(`${found.code}: ${found.detailZh}`)
  return found[0] ?? assert.fail('no statement')
}
async function refused(file: { fileName: string; bytes: Uint8Array }): Promise<StatementProblem> {
  const found = await readStatements(file)
  return 'code' in found ? found : assert.fail(`taken: ${found.map(({ lines }) => lines.length).join(', ')} lines`)
}
const moves = ({ lines }: Statement) => lines.map(({ day, amountFen }) => `${day} ${amountFen}`)

/** Layouts as these banks print them, with invented lines whose balances follow. */
const layouts: Readonly<Record<string, string>> = {
  '工商银行，网银个人版一': `明细查询文件下载\n\n卡号: 1234****9876,"卡别名: 某"\n\n交易日期,摘要,交易场所,交易国家或地区简称,钞/汇,交易金额(收入),交易金额(支出),交易币种,记账金额(收入),记账金额(支出),记账币种,余额,对方户名\n2024-03-01\t,"他行汇入 \t","某处","CHN ",钞 ,"-","-",-,"1,000.00 \t","  \t",人民币,"1,500.00 \t","张三 \t",\n2024-03-02\t,"消费 \t","某处","CHN ",钞 ,"-","-",-,"  \t","200.50 \t",人民币,"1,299.50 \t","某店 \t",\n\n人民币合计,,,,,,,,"1,000.00","200.50",,,\n`,
  '工商银行，企业网银': `[HISTORYDETAIL]\n凭证号,本方账号,对方账号,交易时间,借/贷,借方发生额,贷方发生额,对方行号,摘要,用途,对方单位名称,余额,个性化信息\n1,2306000018,6222000011112222,2024-03-01 09:12:30,贷,0.00,1000.00,102,转账,执行款,张三,1500.00,\n2,2306000018,6222000011113333,2024-03-02 10:00:00,借,200.50,0.00,102,转账,案款,某店,1299.50,\n`,
  农业银行: `交易日期,交易时间,交易摘要,交易金额,本次余额,对手信息,日 志 号,交易渠道,交易附言\n20240301,091230,转存,+1000.00,1500.00,张三 6222000011112222,369396693,超级网银,执行款\n20240302,100000,转支,-200.50,1299.50,某店,369396694,电子商务,\n`,
  中国银行: `查询账号[ Inquirer account number ],2306000018\n交易类型[ Transaction Type ],付款人账号[ Debit Account No. ],付款人名称[ Payer's Name ],收款人账号[ Payee's Account Number ],收款人名称[ Payee's Name ],交易日期[ Transaction Date ],交易时间[ Transaction time ],交易货币[ Trade Currency ],交易金额[ Trade Amount ],交易后余额[ After-transaction balance ],交易流水号[ Transaction reference number ],摘要[ Reference ],用途[ Purpose ],交易附言[ Remark ]\n来账,6222000011112222,张三,2306000018,某法院,20240301,09:12:30,CNY,"1,000.00","1,500.00",123456789,转账,,执行款\n往账,2306000018,某法院,6222000011113333,某店,20240302,10:00:00,CNY,-200.50,"1,299.50",123456790,转账,案款,\n`,
  建设银行: `账号,账户名称,交易时间,借方发生额（支取）,贷方发生额（收入）,余额,币种,对方户名,对方账号,对方开户机构,记账日期,摘要,备注,账户明细编号-交易流水号,企业流水号,凭证种类,凭证号\n2306000018,某法院,20240301 09:12:30,0.00,"1,000.00","1,500.00",人民币元,张三,6222000011112222,某支行,20240301,转账,执行款,1-51000001,,,\n2306000018,某法院,20240302 10:00:00,200.50,0.00,"1,299.50",人民币元,某店,6222000011113333,某支行,20240302,转账,,2-51000002,,,\n`,
  交通银行: `交易明细查询结果\n账号：2306000018,户名：某法院\n交易日期,交易时间,交易类型,借贷标志,交易金额,余额,对方账号,对方户名,交易地点,摘要,流水号\n2024-03-01,09:12:30,转账,贷,1000.00,1500.00,6222000011112222,张三,某处,执行款,EBB000001\n2024-03-02,10:00:00,转账,借,200.50,1299.50,6222000011113333,某店,某处,案款,EBB000002\n`,
  招商银行: `记账日期,货币,交易金额,联机余额,交易摘要,对手信息,客户摘要\n2024-03-02,CNY,-200.50,"1,299.50",转账汇款,某店 6222000011113333,案款\n2024-03-01,CNY,"1,000.00","1,500.00",转账汇款,张三 6222000011112222,执行款\n`,
}

for (const [bank, text] of Object.entries(layouts)) {
  test(`${bank}: amounts, balances and the other side are read, in UTF-8 and in GB18030`, async () => {
    const statement = await read(csv(text))
    assert.deepEqual(moves(statement), ['2024-03-01 100000', '2024-03-02 -20050'])
    assert.equal(statement.openingFen, 50_000n)
    assert.equal(statement.closingFen, 129_950n)
    assert.match(statement.lines[0]?.peerName ?? '', /^张三$/)
    assert.ok(await isStatement(csv(text)))
    // Every sign of GB2312 by two bytes: enough for these files.
    const gb = Buffer.concat([...text].map(gbBytes))
    assert.deepEqual((await read({ fileName: '流水.csv', bytes: gb })).lines, statement.lines)
  })
}

const table = new Map<string, Buffer>()
function gbBytes(sign: string): Buffer {
  if (table.size === 0) {
    const decoder = new TextDecoder('gb18030')
    for (let high = 0xa1; high <= 0xfe; high++) {
      for (let low = 0x40; low <= 0xfe; low++) {
        const bytes = Buffer.from([high, low])
        table.set(decoder.decode(bytes), bytes)
      }
    }
    for (let high = 0x81; high <= 0xa0; high++) {
      for (let low = 0x40; low <= 0xfe; low++) {
        const bytes = Buffer.from([high, low])
        if (low !== 0x7f) table.set(decoder.decode(bytes), bytes)
      }
    }
  }
  return sign.codePointAt(0) === undefined || sign < '\u0080'
    ? Buffer.from(sign)
    : (table.get(sign) ?? assert.fail(sign))
}

const head = '账号：2306000018\n'
const otherWritings: Readonly<Record<string, string>> = {
  'columns are known by how their names are built': `${head}交易日期及时间,贷方（收入）金额,借方（支出）金额,交易后账户余额,对方单位名称及账号,摘要及附言,银行业务流水号\n2024-03-01 09:12:30,1000.00,,1500.00,张三/6222000011112222,执行款,B1\n2024-03-02 10:00:00,,200.50,1299.50,某店/6222000011113333,案款,B2\n`,
  'D/C says which way it went': `${head}流水,记账日,D/C,发生额,结余,对方名,附言\nB1,2024-03-01,C,"1,000.00",1500.00,张三,执行款\nB2,2024-03-02,D,200.50,1299.50,某店,案款\n`,
  'amounts in fen, as their headings say': `${head}交易日期,收支标志,交易金额（分）,余额（分）,对方户名,流水号\n2024-03-01,收,100000,150000,张三,B1\n2024-03-02,支,20050,129950,某店,B2\n`,
  'amounts in 万元, as the line above says': `${head}单位：万元\n交易日期,收支标志,交易金额,余额,对方户名,流水号\n2024-03-01,收,0.10,0.15,张三,B1\n2024-03-02,支,0.02005,0.12995,某店,B2\n`,
  'payments bear a minus in a column of their own': `${head}交易日期,收入,支出,余额,对方户名,流水号\n2024-03-01,1300.00,,1800.00,张三,B0\n2024-03-01,,-300.00,1500.00,某店,B1\n2024-03-02,,-200.50,1299.50,某店,B2\n`,
  'a minus is written in brackets': `${head}交易日期,交易金额,余额,对方户名,流水号\n2024-03-01,1000.00,1500.00,张三,B1\n2024-03-02,(200.50),1299.50,某店,B2\n`,
}
for (const [how, text] of Object.entries(otherWritings)) {
  test(`another bank’s table: ${how}`, async () => {
    const statement = await read(csv(text))
    assert.deepEqual([statement.openingFen, statement.closingFen], [50_000n, 129_950n])
    assert.deepEqual([statement.lines[0]?.peerName, statement.lines.at(-1)?.amountFen], ['张三', -20_050n])
    assert.ok(statement.lines.every(({ serial }) => serial?.startsWith('B')))
  })
}

test('half a fen is refused in fen too', async () => {
  const text = `${head}交易日期,收支标志,交易金额（分）,余额（分）,对方户名\n2024-03-01,收,1000.5,1500,张三\n`
  assert.equal((await refused(csv(text))).code, 'STATEMENT_DECIMALS')
})

test('the number of the other side is read out of a cell that holds name and number', async () => {
  const { lines } = await read(csv(layouts['招商银行'] ?? ''))
  assert.deepEqual(
    lines.map(({ peerName, peerAccount }) => [peerName, peerAccount]),
    [
      ['张三', '6222000011112222'],
      ['某店', '6222000011113333'],
    ],
  )
})

const plain = (rows: readonly string[]) =>
  csv(`账号：2306000018\n交易日期,收入,支出,余额,对方户名,流水号\n${rows.join('\n')}\n`)
const good = ['2024-02-01,100.00,,100.00,甲,20240201000001', '2024-02-02,,40.00,60.00,乙,20240202000002']

test('thirtieth of February: refused with the row, nothing taken', async () => {
  const problem = await refused(plain([...good, '2024-02-30,1.00,,61.00,丙,20240230000003']))
  assert.equal(problem.code, 'STATEMENT_DAY')
  assert.equal(problem.row, 5)
  assert.match(problem.detailZh, /第 5 行.*2024-02-30/)
})
test('five decimals are refused and not rounded', async () => {
  const problem = await refused(plain([...good, '2024-02-03,1.00001,,61.00,丙,20240203000003']))
  assert.equal(problem.code, 'STATEMENT_DECIMALS')
  assert.match(problem.detailZh, /第 5 行.*1\.00001/)
})
test('a balance that does not follow is refused with the row', async () => {
  const problem = await refused(plain([...good, '2024-02-03,1.00,,61.01,丙,20240203000003']))
  assert.deepEqual([problem.code, problem.row], ['STATEMENT_BALANCE', 5])
  assert.match(problem.detailZh, /61\.01.*61\.00/)
})
test('a line that is missing shows by the balance of the next', async () => {
  assert.equal(
    (await refused(plain([good[0] ?? '', '2024-02-03,1.00,,61.00,丙,20240203000003']))).code,
    'STATEMENT_BALANCE',
  )
})
test('a file cut off in a line is refused', async () => {
  assert.equal((await refused(plain([...good, '2024-02-03']))).code, 'STATEMENT_AMOUNT')
})
test('an amount that is no amount is refused', async () => {
  assert.equal((await refused(plain([...good, '2024-02-03,一百,,160.00,丙,20240203000003']))).code, 'STATEMENT_AMOUNT')
})
test('totals that are not the sum of the lines are refused', async () => {
  assert.equal(
    (
      await refused(
        csv('交易日期,收入,支出,对方户名,流水号\n2024-02-01,100.00,,甲,20240201000001\n合计,150.00,0.00,,\n'),
      )
    ).code,
    'STATEMENT_TOTAL',
  )
})
test('a workbook cut in half is refused', async () => {
  const { fileName, bytes } = fileOf('2024/03-银行流水-2024年9月.xlsx')
  await refused({ fileName, bytes: bytes.subarray(0, bytes.length / 2) })
})
test('a day exported twice in one file counts once', async () => {
  const statement = await read(fileOf('2024/03-银行流水-2024.csv'))
  assert.deepEqual([statement.lines.length, statement.repeated], [2593, 14])
})
test('the same lines backwards are the same statement', async () => {
  assert.deepEqual(moves(await read(plain(good.toReversed()))), moves(await read(plain(good))))
})
test('rows that banks masked by hand, whose balances do not follow, are refused by their row', async () => {
  for (const name of ['abc_debit', 'cmb']) {
    assert.equal((await refused(fileOf(`bank/example-${name}-records.csv`))).code, 'STATEMENT_BALANCE')
  }
  // Its balances are hidden; its totals are of other lines than those it kept.
  assert.equal((await refused(fileOf('bank/example-icbc-debit-v1-records.csv'))).code, 'STATEMENT_TOTAL')
})

test('MT940: lines, day of booking, corrections and the balance at the end', async () => {
  const statement = await read(fileOf('bank/mt940/jejik__generic.sta'))
  assert.deepEqual(moves(statement), ['2011-01-01 -1000', '2011-02-01 -1000'])
  assert.deepEqual([statement.openingFen, statement.closingFen], [10_000n, 8_000n])
})
test('MT940: two accounts of one file stay apart', async () => {
  const found = await readStatements(fileOf('bank/mt940/self-provided__raphaelm.sta'))
  assert.ok(!('code' in found))
  assert.deepEqual(
    found.map(({ accountNumber, lines, closingFen }) => [accountNumber, lines.length, closingFen]),
    [
      ['1222333444', 8, 14_500_000n],
      ['3346780111', 1, 9_500_000n],
    ],
  )
})
test('MT940: an end that does not follow, a line after the end, and digits that are no message are refused', async () => {
  assert.equal((await refused(fileOf('bank/mt940/jejik__abnamro.sta'))).code, 'STATEMENT_BALANCE')
  assert.equal((await refused(fileOf('bank/mt940/self-provided__multiline.sta'))).row, 38)
  await refused(fileOf('bank/mt940/self-provided__invalid_statement.sta'))
})
test('MT940: lines alike under one reference are two where the balances say so, and one where they were exported twice', async () => {
  const ending = (closing: string) =>
    csv(
      `:20:A\n:25:6217000099998888\n:60F:C240301CNY1000,00\n:61:2403010301C50,00NTRFNONREF//R1\n:61:2403010301C50,00NTRFNONREF//R1\n:62F:C240301CNY${closing}\n-\n`,
    )
  const [two, one] = [await read(ending('1100,00')), await read(ending('1050,00'))]
  assert.deepEqual([two.lines.length, two.repeated, one.lines.length, one.repeated], [2, 0, 1, 1])
  assert.equal((await refused(ending('1075,00'))).code, 'STATEMENT_BALANCE')
})

test('MT940: money in yuan with the bank’s own number, name and purpose', async () => {
  const text =
    ':20:A1\n:25:2306000018\n:28C:1/1\n:60F:C240301CNY500,00\n:61:2403010301C1000,00NTRFNONREF//B240301001\n:86:020?00转账?20（2024）川9901执12号?31622200001111?32张三\n:61:2403020302D200,5NTRFX//B240302002\n:62F:C240302CNY1299,50\n-\n'
  const { lines, currency } = await read({ fileName: 'a.sta', bytes: Buffer.from(text) })
  assert.equal(currency, 'CNY')
  assert.deepEqual(
    lines.map(({ amountFen, serial, peerName, memo }) => [amountFen, serial, peerName, memo]),
    [
      [100_000n, 'B240301001', '张三', '（2024）川9901执12号'],
      [-20_050n, 'B240302002', null, null],
    ],
  )
  const cut = await refused({ fileName: 'a.sta', bytes: Buffer.from(text.slice(0, text.indexOf(':62F'))) })
  assert.equal(cut.code, 'STATEMENT_BROKEN')
})

test('CAMT.053: several statements, each with what it opened and closed with', async () => {
  const found = await readStatements(fileOf('bank/camt/camt053.v2.multi.statement.xml'))
  assert.ok(!('code' in found))
  assert.deepEqual(
    found.map((one) => [one.openingFen, one.closingFen, ...moves(one)]),
    [
      [1815n, 2700n, '2014-12-31 885'],
      [2700n, 2000n, '2014-12-31 -700'],
    ],
  )
})
test('CAMT.054: single movements without balances', async () => {
  assert.deepEqual(moves(await read(fileOf('bank/camt/camt054.v2.xml'))), ['2007-10-18 -20000000'])
})
test('CAMT: a closing balance of the other sign, half a document and five decimals are refused with the line', async () => {
  const minimal = fileOf('bank/camt/camt053.v2.minimal.xml')
  assert.deepEqual([(await refused(minimal)).code, (await refused(minimal)).row], ['STATEMENT_BALANCE', 60])
  const good = fileOf('bank/camt/camt053.v2.multi.statement.xml')
  const text = Buffer.from(good.bytes).toString()
  assert.equal(
    (await refused({ ...good, bytes: Buffer.from(text.slice(0, text.length / 2)) })).code,
    'STATEMENT_BROKEN',
  )
  const fine = text.replace('>8.85<', '>8.85001<')
  assert.equal((await refused({ ...good, bytes: Buffer.from(fine) })).code, 'STATEMENT_DECIMALS')
})

test('an unknown layout is refused by its headings, and read once it was taught', async () => {
  const file = csv('时点,进,出,剩,谁\n2024-03-01,1000.00,,1500.00,张三\n2024-03-02,,200.50,1299.50,某店\n')
  assert.equal((await refused(file)).code, 'STATEMENT_LAYOUT')
  const taught = [
    {
      headings: '时点|进|出|剩|谁',
      fields: { day: '时点', incoming: '进', outgoing: '出', balance: '剩', peerName: '谁' },
    },
  ]
  assert.deepEqual(moves(await read(file, taught)), ['2024-03-01 100000', '2024-03-02 -20050'])
})

test('no ledger of the bureau passes for a statement', async () => {
  for (const name of [
    '01-首次执行案件台账',
    '02-恢复执行案件台账',
    '02-财产保全执行台账',
    '03-案款台账',
    '04-强制措施台账',
    '06-执行悬赏台账',
    '10-终本清仓',
    '11-执前督促',
  ])
    assert.equal(await isStatement(fileOf(`2024/${name}.xlsx`)), false, name)
})

test('whatever overlap two exports have, each line is new once', () => {
  const line = fc.record({
    day: fc.constantFrom('2024-03-01', '2024-03-02'),
    amountFen: fc.constantFrom(100n, 200n, -100n),
    serial: fc.option(fc.constantFrom('S000001', 'S000002', 'S000003'), { nil: null }),
  })
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (drawn) => {
      // A number names one line.
      const seen = new Set<string>()
      const lines = drawn
        .filter(({ serial }) => serial === null || (!seen.has(serial) && seen.add(serial)))
        .map((one, row) => ({
          ...one,
          row,
          time: null,
          balanceFen: null,
          peerName: null,
          peerAccount: null,
          summary: null,
          memo: null,
          subAccount: null,
        }))
      const first = identify(lines, [])
      assert.equal(first.fresh.length, lines.length)
      assert.equal(new Set(first.fresh.map(({ serial }) => serial)).size, lines.length)
      const onRecord = first.fresh.map(({ line: { day, amountFen, balanceFen }, serial }) => ({
        day,
        amountFen,
        balanceFen,
        serial,
      }))
      const again = identify(lines, onRecord)
      assert.deepEqual([again.fresh.length, again.known, again.contradiction], [0, lines.length, null])
      // The same without the bank's numbers, as another format has it.
      const bare = identify(
        lines.map((one) => ({ ...one, serial: null })),
        onRecord,
      )
      assert.equal(bare.fresh.length, 0)
    }),
  )
})

test('one number on one day with another amount contradicts what is on record', () => {
  const line = {
    row: 2,
    day: '2024-03-01',
    time: null,
    amountFen: 900n,
    balanceFen: null,
    peerName: null,
    peerAccount: null,
    summary: null,
    memo: null,
    serial: 'S000001',
    subAccount: null,
  }
  const known = { serial: 'S000001', day: '2024-03-01', amountFen: 1000n, balanceFen: null }
  assert.equal(identify([line], [known]).contradiction?.known, known)
})
