import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accountOf, moneyCourt, ordered, people, type MoneyCourt } from '../../../../tests/funds/court.ts'

const { handler, checker, director, president, payer } = people

const event = ({ inside }: MoneyCourt, caseId: string, kind: string, on: string) =>
  inside(({ client }) =>
    client.query(
      `insert into cases_event (event_id, case_id, kind, occurred_on, recorded_by, recorded_at)
       values (gen_random_uuid(), $1, $2, $3, 'test', now())`,
      [caseId, kind, on],
    ),
  )

test('a stay stops every step until it is lifted, and names the rule', async (t) => {
  const money = await moneyCourt(t)
  const { caseId, caseNumber } = await money.caseOf(1)
  await money.receive(caseNumber, 30_000n)
  const payeeAccountId = await accountOf(money)
  const { payoutId } = await money.done(handler, 'propose-payout', { caseId, payeeAccountId, amountFen: '100' })
  await event(money, caseId, 'suspended', '2025-03-01')
  for (const [actor, command, input] of [
    [handler, 'propose-payout', { caseId, payeeAccountId }],
    [checker, 'check-payout', { payoutId }],
  ] as const) {
    const { problem } = await money.give(actor, command, input)
    assert.deepEqual([problem?.type, problem?.rule], ['/problems/funds/payout-held', 'close.stay'])
  }
  await event(money, caseId, 'suspension-lifted', '2025-03-02')
  await money.done(checker, 'check-payout', { payoutId })
})

test('bankruptcy stops the money of that debtor, not that of the other, and not what goes to the administrator', async (t) => {
  const money = await moneyCourt(t)
  const parties = [
    { role: 'applicant', kind: 'person', name: '彧某甲', identifier: null, phone: null },
    { role: 'debtor', kind: 'legal', name: '虚岭甲公司', identifier: null, phone: null },
    { role: 'debtor', kind: 'person', name: '岢某乙', identifier: null, phone: null },
  ] as const
  const { caseId, caseNumber } = await money.caseOf(1, { parties })
  await money.receive(caseNumber, 5_000n, { payer: '虚岭甲公司' })
  const open = await money.receive(caseNumber, 700n, { payer: '岢某乙', on: '2025-01-20' })
  await money.receive(caseNumber, 90n, { payer: '不知何人', on: '2025-01-21' })
  const payeeAccountId = await accountOf(money)
  await money.inside(({ client }) =>
    client.query(
      `insert into bankruptcy_bankruptcy_transfer (entry_id, ledger_key, case_number, person, decided_on, recorded_by, recorded_at)
       values (gen_random_uuid(), 'x', $1, '虚岭甲公司', '2025-02-20', 'test', now())`,
      [caseNumber],
    ),
  )
  const more = await money.give(handler, 'propose-payout', { caseId, payeeAccountId, amountFen: '701' })
  assert.equal(more.problem?.rule, 'bankrupt.stay')
  const { payoutId, amountFen } = await money.done(handler, 'propose-payout', { caseId, payeeAccountId })
  assert.equal(amountFen, '700')
  const { parts } = await money.asked<{ parts: { claimId: string }[] }>(handler, 'payout', { payoutId })
  assert.deepEqual(
    parts.map(({ claimId }) => claimId),
    [open],
  )
  const administrator = await accountOf(money, '虚岭甲公司管理人', '9999000099990000')
  const estate = await money.done(handler, 'propose-payout', {
    caseId,
    payeeAccountId: administrator,
    payeeRole: 'administrator',
    amountFen: '5000',
  })
  assert.equal((estate['secondBecause'] as string[]).length, 1)
})

test('an outsider’s objection stops the case until somebody says which money it is about; one to conduct stops nothing', async (t) => {
  const money = await moneyCourt(t)
  const { caseId, caseNumber } = await money.caseOf(1)
  const first = await money.receive(caseNumber, 5_000n)
  await money.receive(caseNumber, 700n, { on: '2025-01-20' })
  const payeeAccountId = await accountOf(money)
  const propose = (amountFen?: string) =>
    money.give(handler, 'propose-payout', { caseId, payeeAccountId, ...(amountFen && { amountFen }) })
  const links = [{ number: caseNumber, relation: 'objects-to' }] as const
  await money.caseOf(9, { typeCode: '执异', cause: '执行行为异议', links })
  assert.equal((await propose('1')).problem, null)
  const { caseNumber: objectionNumber } = await money.caseOf(10, { typeCode: '执异', cause: '案外人异议', links })
  assert.equal((await propose('1')).problem?.rule, 'objection.outsider')
  const { holdId } = await money.done(handler, 'place-hold', {
    caseId,
    claimIds: [first],
    ground: 'objection',
    objectionNumber,
    reason: '案外人主张首笔款项权属',
  })
  assert.equal((await propose('701')).problem?.rule, 'objection.outsider')
  assert.equal((await propose('700')).problem, null)
  assert.equal(
    (await money.give({ ...director, id: 'h' }, 'lift-hold', { holdId, reason: '异议已撤回' })).problem?.status,
    403,
  )
  await money.done(director, 'lift-hold', { holdId, reason: '异议已撤回' })
  assert.equal((await propose()).problem, null)
})

test('a dismissed outsider’s objection stops for the fifteen days to sue, and no longer', async (t) => {
  const money = await moneyCourt(t, '2025-02-25T01:00:00Z')
  const { caseId, caseNumber } = await money.caseOf(1)
  await money.receive(caseNumber, 5_000n)
  const payeeAccountId = await accountOf(money)
  await money.caseOf(10, {
    typeCode: '执异',
    cause: '案外人异议',
    links: [{ number: caseNumber, relation: 'objects-to' }],
    closedOn: '2025-02-20',
    manner: 'other',
  })
  const propose = () => money.give(handler, 'propose-payout', { caseId, payeeAccountId, amountFen: '1' })
  assert.equal((await propose()).problem?.rule, 'objection.outsider')
  money.forward({ hours: 24 * 10 })
  assert.equal((await propose()).problem?.rule, 'objection.outsider', '7 March is the last day')
  money.forward({ hours: 24 * 3 })
  assert.equal((await propose()).problem, null)
})

type Plan = {
  readonly planId: string
  readonly standing: string
  readonly windowEndsOn: string | null
  readonly shares: readonly {
    readonly shareId: string
    readonly creditor: string
    readonly awardedFen: string
    readonly payableFen: string
    readonly disputedFen: string
  }[]
  readonly objections: readonly { readonly objectionId: string; readonly standing: string }[]
}

test('a plan is paid when all were served and nobody objected in time; what is disputed waits, the rest does not', async (t) => {
  const money = await moneyCourt(t, '2025-03-03T01:00:00Z')
  const { caseId, caseNumber } = await money.caseOf(1)
  await money.receive(caseNumber, 1_000_001n)
  const claims = [
    { kind: 'cost', creditor: '某评估公司', basis: '评估费票据', claimFen: '10000' },
    { creditor: '彧某甲', basis: '（2024）川9901民初1号', tier: 1, claimFen: '900000' },
    { creditor: '妣某丙', basis: '（2024）川9901民初2号', tier: 1, claimFen: '900000' },
    { creditor: '觯某丁', basis: '（2024）川9901民初3号', tier: 1, claimFen: '900000' },
  ]
  const { planId, surplusFen } = await money.done(handler, 'draw-plan', { caseId, claims })
  assert.equal(surplusFen, '0')
  const plan = async () =>
    (await money.asked<{ plans: Plan[] }>(handler, 'plans', { caseId })).plans.find(
      (one) => one.planId === planId,
    ) as Plan
  const { shares } = await plan()
  assert.deepEqual(
    shares.map(({ awardedFen }) => awardedFen),
    ['10000', '330001', '330000', '330000'],
  )
  const accounts = new Map<string, string>()
  for (const [i, { creditor }] of shares.entries())
    accounts.set(creditor, await accountOf(money, creditor, `999900001111000${i}`))
  const pay = (at: number, amountFen?: string) =>
    money.give(handler, 'propose-payout', {
      caseId,
      payeeAccountId: accounts.get(shares[at]?.creditor ?? ''),
      payeeRole: 'creditor',
      shareId: shares[at]?.shareId,
      ...(amountFen && { amountFen }),
    })
  assert.equal((await pay(1)).problem?.rule, 'order.plan', 'not served')
  assert.equal(
    (await money.give(handler, 'propose-fee', { caseId })).problem?.type,
    '/problems/funds/nothing-free',
    'what the plan gives is free for nobody else',
  )
  assert.equal(
    (await money.give(handler, 'propose-payout', { caseId, payeeAccountId: accounts.get('彧某甲') })).problem?.type,
    '/problems/funds/plan-stands',
    'no way around the plan',
  )
  for (const person of [...shares.map(({ creditor }) => creditor), '岢某乙'])
    await money.done(handler, 'serve-plan', { planId, person, servedOn: '2025-03-03' })
  assert.equal((await pay(1)).problem?.rule, 'order.plan.objection', 'the time to object runs')
  assert.equal((await plan()).windowEndsOn, '2025-03-18')
  money.forward({ hours: 24 * 7 })
  const { objectionId } = await money.done(handler, 'object-to-plan', {
    planId,
    objector: '妣某丙',
    raisedOn: '2025-03-10',
    reason: '丁某债权已部分清偿',
    disputed: [{ shareId: shares[3]?.shareId, disputedFen: '200000' }],
  })
  money.forward({ hours: 24 * 9 })
  assert.equal((await plan()).standing, 'disputed')
  assert.deepEqual(
    (await plan()).shares.map(({ payableFen }) => payableFen),
    ['10000', '330001', '330000', '130000'],
  )
  assert.equal((await pay(3, '130001')).problem?.type, '/problems/funds/more-than-free')
  const late = {
    planId,
    objector: '彧某甲',
    raisedOn: '2025-03-19',
    reason: '过期',
    disputed: [{ shareId: shares[1]?.shareId, disputedFen: '1' }],
  }
  assert.equal((await money.give(handler, 'object-to-plan', late)).problem?.type, '/problems/funds/too-late-to-object')
  const paid = await Promise.all([pay(0), pay(1), pay(2), pay(3), pay(1)])
  assert.equal(paid.filter(({ problem }) => problem === null).length, 4, 'a share is asked for once')
  for (const { answer, problem } of paid)
    if (!problem) await ordered(money, answer['payoutId'], (answer['secondBecause'] as string[]).length > 0)
  const step = (name: string, occurredOn: string, more = {}) =>
    money.give(handler, 'advance-plan-objection', { objectionId, step: name, occurredOn, ...more })
  assert.equal(
    (await step('sued', '2025-03-19')).problem?.type,
    '/problems/funds/objection-step',
    'nobody was told yet',
  )
  assert.equal((await step('told', '2025-03-12')).problem, null)
  assert.equal((await step('opposed', '2025-03-19', { by: '觯某丁' })).problem, null)
  assert.equal((await step('objector-told', '2025-03-19')).problem, null)
  assert.equal((await plan()).objections[0]?.standing, '等待起诉')
  money.forward({ hours: 24 * 16 })
  assert.equal((await plan()).objections[0]?.standing, '按原方案', 'the plan stands when nobody sued in fifteen days')
  assert.equal((await pay(3)).answer['amountFen'], '200000')
})

test('a deferral is approved by two more people, stays on the list, and gives ten days when its ground is gone', async (t) => {
  const money = await moneyCourt(t, '2025-03-03T01:00:00Z')
  const { caseId, caseNumber } = await money.caseOf(1)
  await money.receive(caseNumber, 30_000n, { on: '2025-02-01' })
  type Row = { ranOut: string; deferred: boolean; lawfulDueOn: string; ownDueOn: string; daysHeld: number }
  const list = async (show = 'listed') => (await money.asked<{ rows: Row[] }>(checker, 'payouts-due', { show })).rows
  assert.deepEqual((await list())[0], {
    ...(await list())[0],
    lawfulDueOn: '2025-03-03',
    ownDueOn: '2025-02-10',
    ranOut: 'own',
    daysHeld: 30,
  })
  assert.equal((await list('lawful')).length, 0, 'the thirtieth day is in time')
  const { deferralIds } = await money.done(handler, 'propose-deferral', {
    caseId,
    ground: '已通知申请执行人未领取',
    reason: '三次电话通知未领取',
  })
  const [deferralId] = deferralIds as string[]
  money.forward({ hours: 24 })
  assert.equal((await list('lawful')).length, 1, 'asking is not leave')
  assert.equal(
    (await money.give(president, 'approve-deferral', { deferralId })).problem?.type,
    '/problems/funds/director-first',
  )
  await money.done(director, 'review-deferral', { deferralId })
  assert.equal((await list('lawful')).length, 1, 'nor is the director alone')
  await money.done(president, 'approve-deferral', { deferralId })
  assert.equal((await list('lawful')).length, 0)
  assert.deepEqual(
    (await list()).map(({ deferred }) => deferred),
    [true],
    'it stays on the list',
  )
  await money.done(handler, 'end-deferral', { deferralId, endedOn: '2025-03-04' })
  assert.deepEqual(
    (await list('all')).map(({ lawfulDueOn, deferred }) => [lawfulDueOn, deferred]),
    [['2025-03-14', false]],
  )
})

test('money is put aside after attempts on different days and by the leader; it stays in the court’s books and can be fetched', async (t) => {
  const money = await moneyCourt(t)
  const { caseId, caseNumber } = await money.caseOf(1)
  await money.receive(caseNumber, 30_000n)
  const deposit = { caseId, payee: '彧某甲', ground: '无法联系', reason: '电话停机，住址无人' }
  const attempt = (occurredOn: string) =>
    money.done(handler, 'record-attempt', { caseId, payee: '彧某甲', occurredOn, how: '电话', outcome: '停机' })
  await attempt('2025-02-01')
  await attempt('2025-02-01')
  assert.equal((await money.give(handler, 'propose-deposit', deposit)).problem?.type, '/problems/funds/attempts-needed')
  await attempt('2025-02-10')
  const { payoutId } = await money.done(handler, 'propose-deposit', deposit)
  await money.done(checker, 'check-payout', { payoutId })
  await money.done(director, 'approve-payout', { payoutId })
  assert.equal(await money.balance('deposited'), 0n, 'the leader has not approved')
  await money.done(president, 'approve-payout-second', { payoutId })
  assert.deepEqual(
    [await money.balance('deposited', caseNumber), await money.balance('case', caseNumber)],
    [30_000n, 0n],
  )
  const found = await money.asked<{ sums: Record<string, string> }>(handler, 'where', { caseId })
  assert.deepEqual(found.sums, { arrived: '0', approving: '0', ordered: '0', paid: '0', aside: '30000' })
  const payeeAccountId = await accountOf(money)
  const fetch = { from: 'deposited', caseNumber, payeeAccountId, payeeRole: 'applicant', purpose: '领取提存款' }
  const again = await Promise.all([1, 2].map(() => money.give(handler, 'propose-outlay', fetch)))
  const once = again.filter(({ problem }) => problem === null)
  assert.equal(once.length, 1)
  await ordered(money, once[0]?.answer['payoutId'])
  await money.done(payer, 'record-outcome', {
    payoutId: once[0]?.answer['payoutId'],
    outcome: 'paid',
    occurredOn: '2025-03-03',
  })
  assert.equal(await money.balance('deposited'), 0n)
})

test('the fee is taken once, by the scale of the law, on what came in; an overpayment goes back to its payer', async (t) => {
  const money = await moneyCourt(t)
  const { caseId, caseNumber } = await money.caseOf(1)
  await money.receive(caseNumber, 2_000_000n)
  await money.receive(caseNumber, 500n, { kind: 'refundable' })
  assert.equal(
    (await money.give(handler, 'propose-fee', { caseId, amountFen: '20001' })).problem?.rule,
    'fee.enforcement',
  )
  const { payoutId, amountFen } = await money.done(handler, 'propose-fee', { caseId })
  assert.equal(amountFen, '20000', '50 yuan, and 1.5 % of 10,000 yuan')
  assert.equal((await money.give(handler, 'propose-fee', { caseId })).problem?.type, '/problems/funds/fee-taken')
  await money.done(checker, 'check-payout', { payoutId })
  await money.done(director, 'approve-payout', { payoutId })
  assert.equal(await money.balance('fee', caseNumber), 20_000n)
  const payeeAccountId = await accountOf(money, '岢某乙', '9999000012340000')
  const back = await money.done(handler, 'propose-outlay', {
    from: 'refundable',
    caseNumber,
    payeeAccountId,
    payeeRole: 'payer',
    purpose: '多缴退款',
  })
  await ordered(money, back['payoutId'])
  await money.done(payer, 'record-outcome', { payoutId: back['payoutId'], outcome: 'paid', occurredOn: '2025-03-03' })
  assert.equal(await money.balance('refundable'), 0n)
})

test('where the money is: every fen in one state, since when, and at which post', async (t) => {
  const money = await moneyCourt(t)
  const { caseId, caseNumber } = await money.caseOf(1)
  await money.receive(caseNumber, 1_000n)
  const payeeAccountId = await accountOf(money)
  const propose = async (amountFen: string) =>
    (await money.done(handler, 'propose-payout', { caseId, payeeAccountId, amountFen }))['payoutId']
  const paid = await propose('400')
  await ordered(money, paid)
  await money.done(payer, 'record-outcome', { payoutId: paid, outcome: 'paid', occurredOn: '2025-03-03' })
  await ordered(money, await propose('300'))
  await propose('200')
  type Found = { sums: Record<string, string>; lines: { state: string; heldBy: string; since: string }[] }
  const { sums, lines } = await money.asked<Found>(handler, 'where', { caseId })
  assert.deepEqual(sums, { arrived: '100', approving: '200', ordered: '300', paid: '400', aside: '0' })
  assert.deepEqual(lines.map(({ state, heldBy, since }) => `${state} ${heldBy} ${since}`).toSorted(), [
    'approving 案款管理专员 2025-03-03',
    'arrived 承办法官 2025-01-10',
    'ordered 银行 2025-03-03',
    'paid 收款人 2025-03-03',
  ])
})

test('a case is closed as performed when every control of every room has its receipt', async (t) => {
  const money = await moneyCourt(t)
  const { caseId, caseNumber } = await money.caseOf(1, { claimFen: 30_000n, recoveredFen: 30_000n })
  const closer = { ...handler, grants: [...handler.grants, { permission: 'cases.close', scope: 'court' as const }] }
  const { execute } = await import('#kernel/pipeline/execute.ts')
  const close = async () => {
    const reply = await execute(money.platform, closer, {
      command: 'cases.close-case',
      input: { caseId, manner: 'performed', occurredOn: '2025-03-03' },
    })
    return 'problem' in reply ? reply.problem : null
  }
  await money.inside(async ({ client }) => {
    const entry = `entry_id, ledger_key, case_number, person, recorded_by, recorded_at`
    const values = `gen_random_uuid(), gen_random_uuid(), $1, '岢某乙', 'test', now()`
    for (const [table, more, said] of [
      ['measures_consumption_limit', 'limited_on', `'2025-01-05'`],
      ['measures_dishonest_listing', 'listed_on', `'2025-01-06'`],
      ['measures_dishonest_listing', 'listed_on, removed_on', `'2025-01-07', '2025-02-01'`],
      ['measures_exit_ban', 'decided_on, ends_on', `'2025-01-06', '2025-02-06'`],
      ['property_seizure', 'starts_on, ends_on, asset', `'2025-01-06', '2028-01-05', '房屋一套'`],
      ['preservation_preserved_asset', 'starts_on, asset', `'2025-01-06', '存款'`],
      ['partners_unit_restriction', 'pushed_on, unit', `'2025-01-06', '某局'`],
    ] as const)
      await client.query(`insert into ${table} (${entry}, ${more}) values (${values}, ${said})`, [caseNumber])
  })
  assert.equal((await close())?.type, '/problems/funds/controls-live')
  assert.deepEqual(await money.done(handler, 'list-releases', { caseId }), { listed: 5 })
  type List = { items: { itemId: string; kind: string; state: string }[] }
  const { items } = await money.asked<List>(handler, 'releases', { caseId })
  assert.deepEqual(items.map(({ kind }) => kind).toSorted(), [
    'consumption-limit',
    'dishonest-listing',
    'preserved-asset',
    'seizure',
    'unit-restriction',
  ])
  for (const { itemId } of items) {
    assert.equal((await close())?.type, '/problems/funds/controls-live')
    await money.done(handler, 'confirm-release', { caseId, itemId, receipt: '协助单位回执', releasedOn: '2025-03-03' })
  }
  assert.equal(await close(), null)
})

test('controls are not listed for release before the debt is paid', async (t) => {
  const money = await moneyCourt(t)
  const { caseId } = await money.caseOf(1, { claimFen: 30_000n, recoveredFen: 29_999n })
  assert.equal(
    (await money.give(handler, 'list-releases', { caseId })).problem?.type,
    '/problems/funds/not-paid-in-full',
  )
})

test('a return lies on the desk until another payout follows it; steps lie with whoever may take them', async (t) => {
  const money = await moneyCourt(t)
  const { caseId, caseNumber } = await money.caseOf(1)
  await money.receive(caseNumber, 30_000n, { on: '2025-02-20' })
  const payeeAccountId = await accountOf(money)
  const { payoutDesk, payoutApprovals } = await import('./desk.ts')
  const desk = (actor = checker) => money.inside((tx, occasion) => payoutDesk.items(tx, { ...occasion, actor }))
  const waiting = (actor: typeof checker) => money.inside((tx, occasion) => payoutApprovals(tx, { ...occasion, actor }))
  const { payoutId } = await money.done(handler, 'propose-payout', { caseId, payeeAccountId })
  assert.deepEqual(
    (await waiting(checker)).map(({ mine }) => mine),
    [false],
  )
  assert.deepEqual(await waiting(director), [])
  await ordered(money, payoutId)
  await money.done(payer, 'record-outcome', {
    payoutId,
    outcome: 'returned',
    occurredOn: '2025-03-03',
    reason: '账号不符',
  })
  assert.deepEqual(
    (await desk()).map(({ group }) => group),
    ['payout-bounced', 'payout-due'],
  )
  await money.done(handler, 'propose-payout', { caseId, payeeAccountId, follows: payoutId })
  assert.deepEqual(
    (await desk()).map(({ group }) => group),
    ['payout-due'],
  )
})

test('receipts, statements and plans are made as Word files', async (t) => {
  const money = await moneyCourt(t)
  const { caseId, caseNumber } = await money.caseOf(1)
  await money.receive(caseNumber, 30_000n)
  const payeeAccountId = await accountOf(money)
  const { planId } = await money.done(handler, 'draw-plan', {
    caseId,
    fundFen: '10000',
    claims: [{ creditor: '彧某甲', basis: '判决', claimFen: '20000' }],
  })
  const files = [await money.asked<{ bytes: Uint8Array }>(handler, 'plan-document', { planId })]
  await money.done(handler, 'withdraw-plan', { planId, reason: '只有一个债权人' })
  const { payoutId } = await money.done(handler, 'propose-payout', { caseId, payeeAccountId })
  await ordered(money, payoutId)
  await money.done(payer, 'record-outcome', { payoutId, outcome: 'paid', occurredOn: '2025-03-03' })
  files.push(
    await money.asked(handler, 'payout-receipt', { payoutId }),
    await money.asked(handler, 'case-statement', { caseId }),
  )
  for (const { bytes } of files) assert.equal(Buffer.from(bytes.slice(0, 2)).toString(), 'PK')
})

test('what a plan leaves over goes back to the debtor, by the leader, and no fen of what it gives', async (t) => {
  const money = await moneyCourt(t)
  const { caseId, caseNumber } = await money.caseOf(1)
  await money.receive(caseNumber, 1_000n)
  await money.done(handler, 'draw-plan', { caseId, claims: [{ creditor: '彧某甲', basis: '判决', claimFen: '900' }] })
  const payeeAccountId = await accountOf(money, '岢某乙', '9999000012340000')
  const back = (amountFen?: string) =>
    money.give(handler, 'propose-payout', {
      caseId,
      payeeAccountId,
      payeeRole: 'debtor',
      ...(amountFen && { amountFen }),
    })
  assert.equal((await back('101')).problem?.type, '/problems/funds/more-than-free')
  const { answer } = await back()
  assert.deepEqual([answer['amountFen'], answer['secondBecause']], ['100', ['案款退还被执行人']])
})
