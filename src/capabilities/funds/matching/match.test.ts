import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bookOf, oncePerNumber, type BookCase } from './book.ts'
import { matchArrival, payerKey, type Arrival } from './match.ts'

const caseOf = (serial: number, more: Partial<BookCase> = {}): BookCase => ({
  caseNumber: `（${more.year ?? 2024}）川1123${more.typeCode ?? '执'}${serial}号`,
  typeCode: '执',
  year: 2024,
  serial,
  filedOn: '2024-02-01',
  closedOn: null,
  handlerId: null,
  outstandingFen: 5_000_000n,
  debtors: [`欠债${serial}`],
  applicants: [`债主${serial}`],
  ...more,
})
const cases = [
  caseOf(12),
  caseOf(13),
  caseOf(14, { debtors: ['虚岭县同名商行', '甲乙'] }),
  caseOf(15, { debtors: ['虚岭县同名商行'] }),
  caseOf(16, { closedOn: '2024-05-01', debtors: ['结清人'] }),
  caseOf(12, { year: 2022, filedOn: '2022-03-01', closedOn: '2022-12-01', debtors: ['旧人'] }),
]
const book = () => bookOf('川1123', cases)
const arrival = (memo: string, more: Partial<Arrival> = {}): Arrival => ({
  amountFen: 100_000n,
  on: '2024-06-03',
  peerName: null,
  peerAccount: null,
  summary: '转账',
  memo,
  ...more,
})
const told = (one: Arrival) => {
  const { certain, candidates, doubt } = matchArrival(one, book())
  return [certain, candidates[0]?.caseNumber ?? '—', doubt]
}

test('one readable number of this court is certain, whoever pays', () => {
  assert.deepEqual(told(arrival('2024执12号', { peerName: '代付人' })), [true, '（2024）川1123执12号', null])
  assert.deepEqual(told(arrival('（2022）川1123执12号')), [true, '（2022）川1123执12号', null])
})

test('a number that the payer contradicts is for a person, who sees the payer’s case first', () => {
  assert.deepEqual(told(arrival('2024执12号', { peerName: '欠债13' })), [
    false,
    '（2024）川1123执13号',
    '附言写的案号与付款人所涉案件不同',
  ])
})

test('two numbers, another court’s number and one that is on no record are for a person', () => {
  assert.equal(told(arrival('2024执12号、2024执13号'))[2], '附言写了几个案号')
  assert.deepEqual(told(arrival('（2024）粤0304执12号')), [false, '—', '附言写的是其他法院的案号'])
  assert.deepEqual(told(arrival('2024执999号')), [false, '（2024）川1123执999号', '附言写的案号没有登记'])
})

test('a number without its year is suggested for the case that was open then', () => {
  assert.deepEqual(told(arrival('执12 欠债12')), [false, '（2024）川1123执12号', '案号没有写年份'])
})

test('a name that fits one open case is certain; one that fits two, or a closed one, is not', () => {
  assert.deepEqual(told(arrival('', { peerName: '欠债13' })), [true, '（2024）川1123执13号', null])
  assert.deepEqual(told(arrival('付债主13案款', { peerName: '路人' })), [true, '（2024）川1123执13号', null])
  assert.equal(told(arrival('', { peerName: '虚岭县同名商行' }))[2], '姓名相同的在办案件不止一件')
  assert.deepEqual(told(arrival('', { peerName: '结清人' })), [false, '（2024）川1123执16号', '姓名相符的案件已经结案'])
  assert.deepEqual(told(arrival('', { peerName: '路人' })), [false, '—', '没有线索'])
})

test('a name alone does not carry an amount far beyond what is owed', () => {
  const one = arrival('', { peerName: '欠债13', amountFen: 900_000_000n })
  assert.deepEqual(told(one), [false, '（2024）川1123执13号', '金额明显多于未到位金额'])
})

test('between two cases of one name the one this payer paid before stands first', () => {
  const known = book()
  known.remember({ payer: payerKey('虚岭县同名商行', '9999…1'), caseNumber: '（2024）川1123执15号', on: '2024-05-02' })
  const { candidates } = matchArrival(arrival('', { peerName: '虚岭县同名商行', peerAccount: '9999…1' }), known)
  assert.equal(candidates[0]?.caseNumber, '（2024）川1123执15号')
})

test('an amount that pays what is outstanding and its fee to the fen points to that case', () => {
  const known = bookOf('川1123', [
    caseOf(21, { debtors: ['同名'] }),
    caseOf(22, { debtors: ['同名'], outstandingFen: 500_000n }),
  ])
  const { candidates } = matchArrival(arrival('', { peerName: '同名', amountFen: 505_000n }), known)
  assert.equal(candidates[0]?.caseNumber, '（2024）川1123执22号')
})

test('court fees, returned payouts, corrections of the bank and interest are not taken for case money', () => {
  const kinds = [
    '诉讼费 立案庭',
    '账号户名不符退回',
    '冲正',
    '季度结息',
    '（2024）川1123执12号竞买保证金',
    '2024执保3号保全担保金',
  ]
  assert.deepEqual(
    kinds.map((memo) => matchArrival(arrival(memo, { peerName: '欠债13' }), book()).kind),
    ['refundable', 'returned', 'reversed', 'interest', 'auction-deposit', 'guarantee'],
  )
})

test('money on the case’s own account number belongs to that case', () => {
  assert.deepEqual(told(arrival('', { subAccountCase: '（2024）川1123执14号' })), [true, '（2024）川1123执14号', null])
})

test('a name inside a longer name or another word claims nothing', () => {
  const known = bookOf('川1123', [caseOf(31, { debtors: ['张三'] }), caseOf(32, { debtors: ['和平'] })])
  const certain = (memo: string) => matchArrival(arrival(memo, { peerName: '路人' }), known).certain
  for (const memo of ['张三丰执行款', '代张三丰付执行款', '小张三款', '和平路店'])
    assert.equal(certain(memo), false, memo)
  for (const memo of ['张三执行款', '代张三付执行款', '付张三案款', '張三案款', '路人 张三', '和平（被执行人）付'])
    assert.equal(certain(memo), true, memo)
})

test('of two names at one place the longer one is meant', () => {
  const known = bookOf('川1123', [caseOf(31, { debtors: ['张三'] }), caseOf(32, { debtors: ['张三丰'] })])
  const { certain, candidates } = matchArrival(arrival('张三丰执行款'), known)
  assert.deepEqual([certain, candidates.map(({ caseNumber }) => caseNumber)], [true, ['（2024）川1123执32号']])
})

test('a number that the memo’s own name, the payer’s closed case or another number denies is for a person', () => {
  assert.equal(told(arrival('2024执12号 欠债13'))[2], '附言写的案号与附言写的姓名不是同一案件')
  assert.equal(told(arrival('2024执12号', { peerName: '结清人' }))[2], '附言写的案号与付款人所涉案件不同')
  assert.equal(told(arrival('2024执12号、13号'))[2], '附言写了几个案号')
  assert.equal(told(arrival('2024执12号 执13'))[2], '附言写了几个案号')
  assert.equal(told(arrival('2024执12号 2024执999'))[2], '附言还写了没有登记的案号')
  assert.equal(told(arrival('2024执12号（2023）粤0304执8号'))[2], '附言还写了其他法院的案号')
  assert.deepEqual(told(arrival('2024执12 300')), [false, '（2024）川1123执12号', '案号读不准'])
  assert.equal(told(arrival('2024执12号 执12 欠债12'))[0], true)
})

test('a slip in the year or the court is found by the people', () => {
  assert.deepEqual(told(arrival('2042执12号 欠债12')), [false, '（2024）川1123执12号', '附言写的案号没有登记'])
  assert.deepEqual(told(arrival('（2024）川1132执13号', { peerName: '欠债13' })), [
    false,
    '（2024）川1123执13号',
    '附言写的是其他法院的案号',
  ])
})

test('a firm is found under its short name, and never claimed by it', () => {
  const known = bookOf('川1123', [caseOf(41, { debtors: ['虚岭县青鹭建材有限公司'] }), caseOf(42)])
  for (const one of [
    arrival('', { peerName: '虚岭县青鹭建材公司' }),
    arrival('', { peerName: '青鹭建材有限责任公司' }),
    arrival('代青鹭建材付执行款', { peerName: '路人' }),
  ]) {
    const { certain, candidates } = matchArrival(one, known)
    assert.deepEqual([certain, candidates[0]?.caseNumber], [false, '（2024）川1123执41号'])
  }
})

test('money that says it is for something else is never claimed as case money', () => {
  const kinds = (memo: string, peerName: string | null = null) => {
    const { certain, kind } = matchArrival(arrival(memo, { peerName }), book())
    return [certain, kind]
  }
  assert.deepEqual(kinds('2024执12号罚款'), [false, 'case'])
  assert.deepEqual(kinds('2024执12号保证金'), [false, 'case'])
  assert.deepEqual(kinds('2024执12号悬赏金'), [false, 'case'])
  assert.deepEqual(kinds('2024执12号诉讼费'), [false, 'case'])
  assert.deepEqual(kinds('货款', '欠债13'), [false, 'case'])
  assert.deepEqual(kinds('竞买保证金', '欠债13'), [false, 'auction-deposit'])
  assert.deepEqual(kinds('了结息诉 2024执12号'), [true, 'case'])
})

test('the one open case of a name goes before one of the same debtor that is over and was paid before', () => {
  const over = caseOf(40, { closedOn: '2024-05-01', debtors: ['再欠人'], outstandingFen: 100_000n })
  const paid = [{ payer: payerKey('再欠人', '6222…1'), caseNumber: over.caseNumber, on: '2024-03-01' }]
  const known = bookOf('川1123', [...cases, over, caseOf(41, { debtors: ['再欠人'] })], paid)
  const { certain, candidates } = matchArrival(arrival('', { peerName: '再欠人', peerAccount: '6222…1' }), known)
  assert.deepEqual([certain, candidates[0]?.caseNumber], [true, '（2024）川1123执41号'])
})

test('a number in the words goes before another case of the same debtor, whatever else speaks for that one', () => {
  const [named, other] = [
    caseOf(43, { debtors: ['两案人'] }),
    caseOf(42, { debtors: ['两案人'], outstandingFen: 100_000n }),
  ]
  const paid = [{ payer: payerKey('两案人', null), caseNumber: other.caseNumber, on: '2024-03-01' }]
  const { certain, candidates } = matchArrival(
    arrival('2024执43号两案人还款', { peerName: '两案人' }),
    bookOf('川1123', [named, other], paid),
  )
  assert.deepEqual([certain, candidates[0]?.caseNumber], [true, '（2024）川1123执43号'])
})

test('a payment to a case’s own number is denied by another number in the words, and by a case nobody knows', () => {
  const own = { subAccountCase: '（2024）川1123执14号' }
  assert.deepEqual(told(arrival('2024执13号', own)), [
    false,
    '（2024）川1123执14号',
    '付到一件案件的专用账号，附言写了另一件',
  ])
  assert.equal(told(arrival('', { ...own, peerName: '欠债12' }))[1], '（2024）川1123执14号')
  assert.deepEqual(told(arrival('', { subAccountCase: '（2024）川1123执404号', peerName: '欠债12' })), [
    false,
    '（2024）川1123执12号',
    '专用账号所属的案件没有登记',
  ])
})

test('who went on paying in a case whose round is over is not taken to pay the open one', () => {
  const over = caseOf(50, { closedOn: '2024-03-01', debtors: ['两头还'] })
  const open = caseOf(51, { debtors: ['两头还'] })
  const paidOn = (on: string) => [{ payer: payerKey('两头还', '9999…1'), caseNumber: over.caseNumber, on }]
  const one = arrival('案款', { peerName: '两头还', peerAccount: '9999…1' })
  const doubtAfter = (on: string) => matchArrival(one, bookOf('川1123', [over, open], paidOn(on))).doubt
  assert.equal(doubtAfter('2024-04-02'), '同一付款人付过另一件已经结案的案件')
  assert.equal(doubtAfter('2024-02-20'), null)
})

test('a name alone does not choose between an open case and a terminated one that is unpaid', () => {
  const resting = { until: null, unpaidFen: 3_000_000n }
  const over = caseOf(60, { closedOn: '2024-03-01', debtors: ['两债人'], resting })
  const open = caseOf(61, { debtors: ['两债人'], outstandingFen: 1_176_563n })
  const doubtOf = (more: Partial<Arrival>, other: Partial<BookCase> = {}) =>
    matchArrival(arrival('', { peerName: '两债人', ...more }), bookOf('川1123', [{ ...over, ...other }, open])).doubt
  assert.equal(doubtOf({}), '另有终本案件尚未付清，可能是还那一件')
  // More than is left there, what is owed here to the fen with or without the fee, both sides named, cleared, taken up again.
  assert.equal(doubtOf({ amountFen: 3_000_100n }), null)
  assert.equal(doubtOf({ amountFen: 1_176_563n }), null)
  assert.equal(doubtOf({ amountFen: 1_176_563n + 7_600n }), null)
  assert.equal(doubtOf({ memo: '付债主61案款' }), null)
  assert.equal(doubtOf({}, { resting: { ...resting, until: '2024-05-01' } }), null)
  assert.equal(doubtOf({}, { resting: null }), null)
  assert.equal(doubtOf({ memo: '2024执61' }), null)
})

test('a number that another court is named beside, money sent back, and a stranger’s sum far beyond the debt are for a person', () => {
  const known = bookOf('川1123', cases, [], '犍为县人民法院')
  const doubtOf = (memo: string, more: Partial<Arrival> = {}) => matchArrival(arrival(memo, more), known).doubt
  assert.equal(doubtOf('五通桥区法院2024执12号案款'), '附言写的是其他法院的案号')
  assert.equal(doubtOf('乐山中院2024执12号'), '附言写的是其他法院的案号')
  assert.equal(doubtOf('交犍为县人民法院2024执12号'), null)
  const small = bookOf('渝0233', cases, [], '重庆市忠县人民法院')
  assert.equal(matchArrival(arrival('付忠县法院2024执12号'), small).doubt, null)
  assert.equal(doubtOf('乐山中院判决，（2024）川1123执12号'), null)
  assert.equal(doubtOf('2024执12号执行款退回'), '附言像是退回的款')
  assert.equal(doubtOf('2024执12号', { amountFen: 900_000_000n }), '金额明显多于未到位金额')
  assert.equal(doubtOf('2024执12号', { amountFen: 900_000_000n, peerName: '欠债12' }), null)
})

test('an older case that two registers know is one case, with the people of both', () => {
  const number = { year: 2021, filedOn: '2021-01-01', outstandingFen: 0n }
  const resting = { until: null, unpaidFen: 500_000n }
  const posted = caseOf(70, { ...number, closedOn: '2023-11-10', debtors: ['悬赏人'], applicants: [] })
  const pooled = caseOf(70, { ...number, closedOn: '2021-09-01', debtors: ['悬赏人', '连带人'], resting })
  const [one, ...more] = oncePerNumber([posted, pooled])
  assert.deepEqual(more, [])
  assert.deepEqual(
    [one?.closedOn, one?.debtors, one?.applicants, one?.resting],
    ['2021-09-01', ['悬赏人', '连带人'], ['债主70'], resting],
  )
  const match = matchArrival(
    arrival('（2021）川1123执70号', { peerName: '连带人' }),
    bookOf('川1123', oncePerNumber([posted, pooled])),
  )
  assert.deepEqual([match.certain, match.doubt, match.candidates.length], [true, null, 1])
})
