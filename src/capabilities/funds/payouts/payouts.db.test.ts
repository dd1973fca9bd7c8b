import assert from 'node:assert/strict'
import { test } from 'node:test'
import iconv from 'iconv-lite'
import { fileBytes, keepFile } from '#kernel/files/store.ts'
import { cancelLines } from '../explaining/cancelling.ts'
import { showPaidByLines } from './shown-by-statement.ts'
import { accountOf, moneyCourt, officer, ordered, people } from '../../../../tests/funds/court.ts'

const { handler, checker, director, president, payer } = people
const claimer = officer('c', 'court', 'claim')

test('a payout goes its way: proposed, checked, approved, ordered, paid; the case account is empty and all is explained', async (t) => {
  const money = await moneyCourt(t)
  const { caseId, caseNumber } = await money.caseOf(1)
  await money.receive(caseNumber, 30_000n)
  const later = await money.receive(caseNumber, 50_000n, { on: '2025-02-01' })
  const payeeAccountId = await accountOf(money)
  const { payoutId } = await money.done(handler, 'propose-payout', { caseId, payeeAccountId, amountFen: '40000' })
  const card = await money.asked<{ parts: { claimId: string; amountFen: string }[] }>(handler, 'payout', { payoutId })
  assert.deepEqual(
    card.parts.map(({ amountFen }) => amountFen),
    ['30000', '10000'],
    'oldest first',
  )
  assert.equal(card.parts[1]?.claimId, later)

  const orderId = await ordered(money, payoutId)
  assert.equal(await money.balance('case', caseNumber), 80_000n, 'an order alone moves nothing')
  const file = await money.inside(async (tx) => {
    const { rows } = await tx.client.query<{ csv: string }>('select csv_file as csv from funds_payment_order')
    return iconv.decode(await fileBytes(tx, rows[0]?.csv ?? ''), 'gb18030')
  })
  assert.match(file, /"\t9999000011112222","彧某甲","示例银行县支行","CNY","400\.00"/)
  const { rows } = await money.asked<{ rows: { payoutNumber: string }[] }>(handler, 'payouts', { orderId })
  const answer = `业务编号,金额,状态,交易日期,备注\r\n${rows[0]?.payoutNumber},400.00,成功,2025-03-03,\r\n`
  const fileId = await money.inside((tx) => keepFile(tx, iconv.encode(answer, 'gb18030'), 'text/csv'))
  assert.deepEqual(await money.done(payer, 'take-bank-answer', { orderId, fileId }), { paid: 1, returned: 0 })
  assert.equal(
    (await money.give(payer, 'take-bank-answer', { orderId, fileId })).problem?.type,
    '/problems/funds/answer-taken',
  )
  assert.equal(await money.balance('case', caseNumber), 40_000n)
  assert.equal(await money.balance('unexplained'), 40_000n, 'the bank has not shown it yet')
  const bankLineId = await money.line(-40_000n, '2025-03-03')
  assert.equal(await money.balance('unexplained'), 0n)
  await money.done(payer, 'record-outcome', { payoutId, outcome: 'paid', occurredOn: '2025-03-03', bankLineId })
})

test('what the bank could not pay comes home to the same case, and may be paid again', async (t) => {
  const money = await moneyCourt(t)
  const { caseId, caseNumber } = await money.caseOf(1)
  await money.receive(caseNumber, 30_000n)
  const payeeAccountId = await accountOf(money)
  const { payoutId } = await money.done(handler, 'propose-payout', { caseId, payeeAccountId })
  await ordered(money, payoutId)
  await money.done(payer, 'record-outcome', { payoutId, outcome: 'paid', occurredOn: '2025-03-03' })
  await money.line(-30_000n, '2025-03-03')
  const back = await money.line(30_000n, '2025-03-03')
  await money.done(payer, 'record-outcome', {
    payoutId,
    outcome: 'returned',
    occurredOn: '2025-03-03',
    reason: '账号户名不符',
    bankLineId: back,
  })
  for (const kind of ['unknown', 'unexplained']) assert.equal(await money.balance(kind), 0n, kind)
  assert.equal(await money.balance('case', caseNumber), 30_000n)
  assert.equal(await money.balance('bank'), -30_000n)
  const again = await money.done(handler, 'propose-payout', { caseId, payeeAccountId, follows: payoutId })
  assert.equal(again['amountFen'], '30000')
})

test('nobody stands twice in one chain, not even with every right', async (t) => {
  const money = await moneyCourt(t)
  const { caseId, caseNumber } = await money.caseOf(1)
  await money.receive(caseNumber, 30_000n)
  const payeeAccountId = await accountOf(money)
  const everything = officer('x', 'court', 'propose', 'check', 'approve', 'approve-large', 'pay')
  const twice = '/problems/funds/already-in-chain'
  const { payoutId } = await money.done(everything, 'propose-payout', { caseId, payeeAccountId })
  assert.equal((await money.give(everything, 'check-payout', { payoutId })).problem?.type, twice)
  await money.done({ ...everything, id: 'y' }, 'check-payout', { payoutId })
  for (const id of ['x', 'y'])
    assert.equal((await money.give({ ...everything, id }, 'approve-payout', { payoutId })).problem?.type, twice)
  await money.done({ ...everything, id: 'z' }, 'approve-payout', { payoutId })
  for (const id of ['x', 'y', 'z'])
    assert.equal(
      (await money.give({ ...everything, id }, 'make-order', { bankAccountId: money.bank, payoutIds: [payoutId] }))
        .problem?.type,
      twice,
    )
  for (const column of ['checked_by', 'approved_by', 'ordered_by'])
    await assert.rejects(
      money.inside(({ client }) => client.query(`update funds_payout set ${column} = 'x'`)),
      (error: { constraint?: string }) => error.constraint === 'funds_payout_four_eyes',
      'the database is the last referee',
    )
})

test('approval asks for a fresh proof of identity', async (t) => {
  const money = await moneyCourt(t)
  const { caseId, caseNumber } = await money.caseOf(1)
  await money.receive(caseNumber, 30_000n)
  const { payoutId } = await money.done(handler, 'propose-payout', { caseId, payeeAccountId: await accountOf(money) })
  await money.done(checker, 'check-payout', { payoutId })
  const { problem } = await money.give(director, 'approve-payout', { payoutId }, false)
  assert.equal(problem?.status, 403)
})

test('nobody approves a payout in a case that is his own', async (t) => {
  const money = await moneyCourt(t)
  const judge = '0190a000-0000-7000-8000-000000000001'
  await money.inside(({ client }) =>
    client.query("insert into identity_staff (staff_id, name, active_from) values ($1, '某人', '2020-01-01')", [judge]),
  )
  const { caseId, caseNumber } = await money.caseOf(1, { handlerId: judge })
  await money.receive(caseNumber, 30_000n)
  const { payoutId } = await money.done(handler, 'propose-payout', { caseId, payeeAccountId: await accountOf(money) })
  const own = '/problems/funds/own-case'
  assert.equal((await money.give({ ...checker, id: judge }, 'check-payout', { payoutId })).problem?.type, own)
  await money.done(checker, 'check-payout', { payoutId })
  assert.equal((await money.give({ ...director, id: judge }, 'approve-payout', { payoutId })).problem?.type, own)
})

test('above the threshold, and for whoever is not the applicant, the leader in charge approves after the director', async (t) => {
  const money = await moneyCourt(t)
  const { caseId, caseNumber } = await money.caseOf(1)
  await money.receive(caseNumber, 20_000_001n)
  const payeeAccountId = await accountOf(money)
  const { payoutId, secondBecause } = await money.done(handler, 'propose-payout', { caseId, payeeAccountId })
  assert.equal((secondBecause as string[]).length, 1)
  await money.done(checker, 'check-payout', { payoutId })
  assert.equal(
    (await money.give(president, 'approve-payout-second', { payoutId })).problem?.type,
    '/problems/funds/director-first',
  )
  await money.done(director, 'approve-payout', { payoutId })
  const order = { bankAccountId: money.bank, payoutIds: [payoutId] }
  assert.equal((await money.give(payer, 'make-order', order)).problem?.type, '/problems/funds/not-orderable')
  await assert.rejects(
    money.inside(({ client }) => client.query("update funds_payout set state = 'approved'")),
    (error: { constraint?: string }) => error.constraint === 'funds_payout_second',
  )
  await money.done(president, 'approve-payout-second', { payoutId })
  await money.done(payer, 'make-order', order)

  const other = await money.caseOf(2)
  await money.receive(other.caseNumber, 100n)
  const third = await accountOf(money, '妣某丙', '9999000033334444')
  const wrong = await money.give(handler, 'propose-payout', { caseId: other.caseId, payeeAccountId: third })
  assert.equal(wrong.problem?.type, '/problems/funds/payee-is-another')
  const named = await money.done(handler, 'propose-payout', {
    caseId: other.caseId,
    payeeAccountId: third,
    payeeRole: 'third',
  })
  assert.deepEqual(named['secondBecause'], ['收款人不是申请执行人本人'])
})

test('an account pays only after a second person called back, a changed one after a day, an agent with a paper', async (t) => {
  const money = await moneyCourt(t)
  const { caseId, caseNumber } = await money.caseOf(1)
  await money.receive(caseNumber, 30_000n)
  const account = { payee: '彧某甲', holder: '彧某甲', bank: '示例银行', accountNumber: '9999 0000 5555 6666' }
  const notUsable = '/problems/funds/payee-account-not-usable'
  const first = await money.done(handler, 'propose-payee', account)
  const propose = (payeeAccountId: unknown) =>
    money.give(handler, 'propose-payout', { caseId, payeeAccountId, amountFen: '100' })
  assert.equal((await propose(first['payeeAccountId'])).problem?.type, notUsable)
  const both = { ...handler, grants: [...handler.grants, ...checker.grants] }
  const note = { callBackNote: '回拨核实无误' }
  assert.equal(
    (await money.give(both, 'confirm-payee', { ...first, ...note })).problem?.type,
    '/problems/funds/payee-same-person',
  )
  await money.done(checker, 'confirm-payee', { ...first, ...note })
  const { answer } = await propose(first['payeeAccountId'])
  const changed = await money.done(handler, 'propose-payee', {
    ...account,
    accountNumber: '9999000077778888',
    reason: '原卡挂失',
  })
  await money.done(checker, 'confirm-payee', { ...changed, ...note })
  assert.equal((await propose(changed['payeeAccountId'])).problem?.type, notUsable, 'cooling')
  assert.equal((await propose(first['payeeAccountId'])).problem?.type, notUsable, 'replaced')
  assert.equal(
    (await money.give(checker, 'check-payout', { payoutId: answer['payoutId'] })).problem?.type,
    notUsable,
    'a payout under way to the old account stops',
  )
  money.forward({ hours: 23, minutes: 59 })
  assert.equal((await propose(changed['payeeAccountId'])).problem?.type, notUsable)
  money.forward({ minutes: 1 })
  assert.equal((await propose(changed['payeeAccountId'])).problem, null)
  const agent = { ...account, holder: '觯某丁', holderIs: 'agent' }
  assert.equal((await money.give(handler, 'propose-payee', agent)).problem?.rule, 'funds.payee')
  await money.done(handler, 'propose-payee', { ...agent, authority: '2025年2月1日特别授权书，写明代收案款' })
  const { accounts } = await money.asked<{ accounts: { state: string; numberMasked: string }[] }>(
    handler,
    'payee-accounts',
    { payee: '彧某甲' },
  )
  assert.deepEqual(
    accounts.map(({ state }) => state),
    ['proposed', 'usable', 'replaced'],
  )
  assert.ok(accounts.every(({ numberMasked }) => !numberMasked.includes('00005555')))
})

test('a bank answer that is not understood whole takes nothing', async (t) => {
  const money = await moneyCourt(t)
  const { caseId, caseNumber } = await money.caseOf(1)
  await money.receive(caseNumber, 30_000n)
  const { payoutId } = await money.done(handler, 'propose-payout', { caseId, payeeAccountId: await accountOf(money) })
  const orderId = await ordered(money, payoutId)
  const { rows } = await money.asked<{ rows: { payoutNumber: string }[] }>(handler, 'payouts', { orderId })
  const number = rows[0]?.payoutNumber
  const head = '业务编号,金额,状态,交易日期'
  for (const [text, said] of [
    [`${head}\n${number},299.99,成功,2025-03-03`, /金额/],
    [`${head}\n${number},300.00,成功,2025-03-04`, /日期/],
    [`${head}\n${number},300.00,成功,2025-02-30`, /日期/],
    [`${head}\n${number},300.00,处理中,2025-03-03`, /不认识/],
    [`${head}\n${number},300.00,成功,2025-03-03\n${number},300.00,成功,2025-03-03`, /重复/],
    [`${head}\nFK1,300.00,成功,2025-03-03`, /不在这张付款单/],
    ['什么也没有', /业务编号/],
  ] as const) {
    const fileId = await money.inside((tx) => keepFile(tx, Buffer.from(text), 'text/csv'))
    const { problem } = await money.give(payer, 'take-bank-answer', { orderId, fileId })
    assert.match(problem?.detail.zh ?? '', said)
  }
  assert.equal(await money.balance('case', caseNumber), 30_000n)
})

test('eight officers at the same money: never more than there is, never twice', async (t) => {
  const money = await moneyCourt(t)
  const { caseId, caseNumber } = await money.caseOf(1)
  await money.receive(caseNumber, 1_000n)
  await money.receive(caseNumber, 1_000n, { on: '2025-01-11' })
  const payeeAccountId = await accountOf(money)
  const tries = await Promise.all(
    Array.from({ length: 24 }, (_, i) =>
      money.give({ ...handler, id: `h${i % 8}` }, 'propose-payout', { caseId, payeeAccountId, amountFen: '300' }),
    ),
  )
  assert.equal(tries.filter(({ problem }) => problem === null).length, 6)
  const paid = await Promise.all(
    tries
      .flatMap(({ problem, answer }) => (problem ? [] : [answer['payoutId']]))
      .map(async (payoutId) => {
        await money.done(checker, 'check-payout', { payoutId })
        const twice = await Promise.all(
          [1, 2].map((i) => money.give({ ...director, id: `d${i}` }, 'approve-payout', { payoutId })),
        )
        assert.equal(twice.filter(({ problem }) => problem === null).length, 1)
        return payoutId
      }),
  )
  const orders = await Promise.all(
    Array.from({ length: 4 }, (_, i) =>
      money.give({ ...payer, id: `f${i}` }, 'make-order', { bankAccountId: money.bank, payoutIds: paid }),
    ),
  )
  assert.equal(orders.filter(({ problem }) => problem === null).length, 1)
  await Promise.all(
    paid.flatMap((payoutId) =>
      [1, 2].map(() => money.give(payer, 'record-outcome', { payoutId, outcome: 'paid', occurredOn: '2025-03-03' })),
    ),
  )
  assert.equal(await money.balance('case', caseNumber), 200n)
  assert.equal(await money.balance('unexplained'), 1_800n)
})

test('the statement shows what was paid and what came back, with or without an answer of the bank', async (t) => {
  const money = await moneyCourt(t)
  const { caseId, caseNumber } = await money.caseOf(1)
  await money.receive(caseNumber, 90_000n)
  const payeeAccountId = await accountOf(money)
  const outcome = async (answered: boolean) => {
    const { payoutId } = await money.done(handler, 'propose-payout', { caseId, payeeAccountId, amountFen: '30000' })
    await ordered(money, payoutId)
    if (answered) await money.done(payer, 'record-outcome', { payoutId, outcome: 'paid', occurredOn: '2025-03-03' })
    return payoutId
  }
  const name = (bankLineId: string, memo = '') =>
    money.inside(({ client }) =>
      client.query("update funds_bank_line set peer_name = '彧某甲', memo = $2 where bank_line_id = $1", [
        bankLineId,
        memo,
      ]),
    )
  await outcome(true)
  await outcome(false)
  await name(await money.line(-30_000n, '2025-03-03'))
  await name(await money.line(-30_000n, '2025-03-03'))
  await name(await money.line(30_000n, '2025-03-03'), '退汇 账号户名不符')
  await money.inside(async (tx, occasion) => {
    assert.equal((await showPaidByLines(tx, occasion)).length, 2)
    await cancelLines(tx, occasion)
    assert.equal((await showPaidByLines(tx, occasion)).length, 0)
  })
  for (const kind of ['unknown', 'unexplained']) assert.equal(await money.balance(kind), 0n, kind)
  assert.equal(await money.balance('case', caseNumber), 60_000n)
  const { rows } = await money.asked<{ rows: { state: string }[] }>(handler, 'payouts')
  assert.deepEqual(rows.map(({ state }) => state).toSorted(), ['bounced', 'paid'])
})

test('of two payouts alike the statement chooses none: a person says which the line paid', async (t) => {
  const money = await moneyCourt(t)
  const [one, two] = [await money.caseOf(1), await money.caseOf(2)]
  const payeeAccountId = await accountOf(money)
  const asked: string[] = []
  for (const { caseId, caseNumber } of [one, two]) {
    await money.receive(caseNumber, 50_000n)
    const { payoutId } = await money.done(handler, 'propose-payout', { caseId, payeeAccountId, amountFen: '30000' })
    await ordered(money, payoutId)
    asked.push(String(payoutId))
  }
  const paidLine = async (memo: string) => {
    const bankLineId = await money.line(-30_000n, '2025-03-03')
    await money.inside(({ client }) =>
      client.query("update funds_bank_line set peer_name = '彧某甲', memo = $2 where bank_line_id = $1", [
        bankLineId,
        memo,
      ]),
    )
    return bankLineId
  }
  const shown = () => money.inside((tx, occasion) => showPaidByLines(tx, occasion))
  const bankLineId = await paidLine('案款发放')
  assert.deepEqual(await shown(), [])
  const found = await money.asked<{ payouts: { payoutId: string; caseNumber: string }[] }>(claimer, 'line-payouts', {
    bankLineId,
  })
  assert.deepEqual(found.payouts.map(({ payoutId }) => payoutId).toSorted(), asked.toSorted())
  assert.deepEqual(found.payouts.map(({ caseNumber }) => caseNumber).toSorted(), [one.caseNumber, two.caseNumber])

  const [, second] = asked
  await money.done(payer, 'record-outcome', { payoutId: second, outcome: 'paid', occurredOn: '2025-03-03', bankLineId })
  assert.equal(await money.balance('case', two.caseNumber), 20_000n)
  assert.equal(await money.balance('case', one.caseNumber), 50_000n, 'the other still waits for its own line')
  const { payouts: none } = await money.asked<{ payouts: [] }>(claimer, 'line-payouts', { bankLineId })
  assert.deepEqual(none, [], 'a line that is explained is nobody else’s')
  await paidLine('案款发放')
  assert.equal((await shown()).length, 1, 'what can be nothing else is taken')
  assert.equal(await money.balance('case', one.caseNumber), 20_000n)
})

test('a line that prints our number is the payment of that number, though another is alike', async (t) => {
  const money = await moneyCourt(t)
  const payeeAccountId = await accountOf(money)
  for (const serial of [1, 2]) {
    const { caseId, caseNumber } = await money.caseOf(serial)
    await money.receive(caseNumber, 50_000n)
    const { payoutId } = await money.done(handler, 'propose-payout', { caseId, payeeAccountId, amountFen: '30000' })
    await ordered(money, payoutId)
  }
  const numbers = await money.inside(({ client }) =>
    client.query<{ number: string; caseNumber: string }>(
      'select payout_number as number, case_number as "caseNumber" from funds_payout order by case_number',
    ),
  )
  const [first, named] = numbers.rows
  const bankLineId = await money.line(-30_000n, '2025-03-03')
  await money.inside(({ client }) =>
    client.query('update funds_bank_line set peer_name = $2, memo = $3 where bank_line_id = $1', [
      bankLineId,
      '彧某甲',
      `案款 ${named?.number}`,
    ]),
  )
  await money.inside(async (tx, occasion) => assert.equal((await showPaidByLines(tx, occasion)).length, 1))
  assert.equal(await money.balance('case', named?.caseNumber), 20_000n)
  assert.equal(await money.balance('case', first?.caseNumber), 50_000n)
})
