import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readXlsx } from 'hucre/xlsx'
import { keepFile } from '#kernel/files/store.ts'
import { readPdf } from '#kernel/paper/testing/read-pdf.ts'
import { isRefusal } from '#kernel/problem.ts'
import { listSheet } from '#kernel/sheets/list-sheet.ts'
import { accountOf, moneyCourt, officer, ordered, people, type MoneyCourt } from '../../../../tests/funds/court.ts'

const { handler, checker, director, president, payer } = people
const claimer = officer('k', 'court', 'claim')
const second = officer('k2', 'court', 'claim')
const auditor = officer('a', 'court', 'audit')
const twoDebtors = [
  { role: 'applicant', kind: 'person', name: '彧某甲', identifier: null, phone: null },
  { role: 'debtor', kind: 'person', name: '岢某乙', identifier: null, phone: null },
] as const

test('a payout says what it waits for at every step, and again when the bank sent it back', async (t) => {
  const money = await moneyCourt(t)
  const { caseId, caseNumber } = await money.caseOf(1)
  await money.receive(caseNumber, 30_000n)
  const payeeAccountId = await accountOf(money)
  const { payoutId } = await money.done(handler, 'propose-payout', { caseId, payeeAccountId })
  const waits = async () => {
    const { waitsFor } = await money.asked<{ waitsFor: string | null }>(handler, 'payout', { payoutId })
    const { rows } = await money.asked<{ rows: { waitsFor: string | null }[] }>(handler, 'payouts', { payoutId })
    assert.equal(rows[0]?.waitsFor, waitsFor, 'the list and the sheet say the same')
    return waitsFor
  }
  const where = async () =>
    (await money.asked<{ lines: { heldBy: string; why: string | null }[] }>(handler, 'where', { caseId })).lines[0]
  assert.equal(await waits(), '案款管理专员核对')
  await money.done(checker, 'check-payout', { payoutId })
  assert.equal(await waits(), '执行局局长批准')
  await money.done(director, 'approve-payout', { payoutId })
  assert.equal(await waits(), '财务付款')
  await money.done(payer, 'make-order', { bankAccountId: money.bank, payoutIds: [payoutId] })
  assert.equal(await waits(), '银行回单')
  await money.done(payer, 'record-outcome', {
    payoutId,
    outcome: 'returned',
    occurredOn: '2025-03-03',
    reason: '户名不符',
  })
  assert.equal(await waits(), '核实账户后重新申请')
  assert.deepEqual(await where(), {
    ...(await where()),
    heldBy: '案款管理专员',
    why: '2025-03-03 银行退汇，核实账户后重新发放',
  })
  await money.done(handler, 'propose-payout', { caseId, payeeAccountId, follows: payoutId })
  assert.equal(await waits(), null, 'another payout has taken it up')
  assert.equal((await where())?.heldBy, '案款管理专员')
})

test('the slips of a claim stay with every part of it, and only who may see the claim opens them', async (t) => {
  const money = await moneyCourt(t)
  const one = await money.caseOf(1)
  const other = await money.caseOf(2)
  const bankLineId = await money.line(5_000n, '2025-02-20')
  const slip = Buffer.from('%PDF-1.4 回单')
  const fileId = await money.inside((tx) => keepFile(tx, slip, 'application/pdf'))
  const asked = (papers: readonly object[]) => ({
    bankLineId,
    evidence: '付款人来电说明',
    papers,
    parts: [
      { caseNumber: one.caseNumber, amountFen: '3000' },
      { caseNumber: other.caseNumber, amountFen: '2000' },
    ],
  })
  const absent = { fileId: 'a'.repeat(64), fileName: '没有传上来.pdf' }
  assert.equal(
    (await money.give(claimer, 'propose-claim', asked([absent]))).problem?.type,
    '/problems/funds/paper-not-sent',
  )
  const { approvalId } = await money.done(claimer, 'propose-claim', asked([{ fileId, fileName: '回单.pdf' }]))
  type File = { readonly bytes: Uint8Array; readonly fileName: string; readonly mediaType: string }
  const before = await money.asked<File>(second, 'proposal-paper', { approvalId, fileId })
  assert.deepEqual([Buffer.from(before.bytes), before.fileName], [slip, '回单.pdf'])
  await money.done(second, 'confirm-claim', { approvalId })
  type Claim = { readonly claimId: string; readonly papers: readonly object[] }
  for (const { caseId } of [one, other]) {
    const { rows } = await money.asked<{ rows: Claim[] }>(handler, 'claims', { caseId })
    const [claim] = rows
    assert.deepEqual(claim?.papers, [{ fileId, fileName: '回单.pdf' }])
    const { bytes, mediaType } = await money.asked<File>(handler, 'claim-paper', { claimId: claim?.claimId, fileId })
    assert.deepEqual([Buffer.from(bytes), mediaType], [slip, 'application/pdf'])
    const stranger = officer('s', 'own')
    await assert.rejects(money.asked(stranger, 'claim-paper', { claimId: claim?.claimId, fileId }), /outside-scope/)
    await assert.rejects(
      money.asked(handler, 'claim-paper', { claimId: claim?.claimId, fileId: absent.fileId }),
      /no-such-paper/,
    )
  }
})

type Creditors = {
  readonly freeFen: string
  readonly feeFen: string
  readonly creditors: readonly {
    readonly creditor: string
    readonly ownCaseNumber: string
    readonly claimFen: string | null
    readonly byName: boolean
  }[]
}
const creditorsOf = (money: MoneyCourt, caseId: string) => money.asked<Creditors>(handler, 'plan-creditors', { caseId })

test('a plan begins with whom the register knows: the debtor’s open cases and what is unpaid in each', async (t) => {
  const money = await moneyCourt(t)
  const creditor = (name: string) => [{ ...twoDebtors[0], name }, twoDebtors[1]] as const
  const { caseId, caseNumber } = await money.caseOf(1, { claimFen: 900_000n, recoveredFen: 1_000_000n })
  await money.receive(caseNumber, 1_000_000n)
  await money.caseOf(2, {
    claimFen: 500_000n,
    waivedFen: 100_000n,
    recoveredFen: 150_000n,
    parties: creditor('妣某丙'),
  })
  await money.caseOf(3, { claimFen: 70_000n, parties: creditor('觯某丁'), closedOn: '2025-02-01', manner: 'performed' })
  await money.caseOf(4, { claimFen: 70_000n, parties: [creditor('觚某戊')[0], { ...twoDebtors[1], name: '别人' }] })
  await money.caseOf(5, {
    claimFen: 80_000n,
    parties: [creditor('甴某己')[0], creditor('甴某庚')[0], twoDebtors[1]],
  })
  const found = await creditorsOf(money, caseId)
  assert.deepEqual([found.freeFen, found.feeFen], ['1000000', '5000'], '50 yuan up to 10,000')
  assert.deepEqual(
    found.creditors.map(({ creditor: name, claimFen, byName }) => [name, claimFen, byName]),
    [
      ['彧某甲', '900000', false],
      ['妣某丙', '250000', true],
      ['甴某己', null, true],
      ['甴某庚', null, true],
    ],
    'what lies here is not paid yet; a claim of two is shared by nobody’s guess',
  )
})

test('the fee in a plan is nobody’s to serve, is taken after the costs, and by its share alone', async (t) => {
  const money = await moneyCourt(t, '2025-03-03T01:00:00Z')
  const { caseId, caseNumber } = await money.caseOf(1)
  await money.receive(caseNumber, 1_000_000n)
  const { planId } = await money.done(handler, 'draw-plan', {
    caseId,
    claims: [
      { kind: 'cost', creditor: '某评估公司', basis: '评估费票据', claimFen: '10000' },
      { kind: 'cost', creditor: '本院', basis: '执行费', claimFen: '5000' },
      { creditor: '彧某甲', basis: '判决', claimFen: '1800000' },
    ],
  })
  type Plan = { services: { person: string }[]; shares: { shareId: string; creditor: string; awardedFen: string }[] }
  const plan = async () => (await money.asked<{ plans: Plan[] }>(handler, 'plans', { caseId })).plans[0]
  assert.deepEqual(
    (await plan())?.services.map(({ person }) => person),
    ['彧某甲', '某评估公司', '岢某乙'],
  )
  const shareId = (await plan())?.shares.find(({ creditor }) => creditor === '本院')?.shareId
  const other = (await plan())?.shares.find(({ creditor }) => creditor === '彧某甲')?.shareId
  const take = (share: string | undefined) => money.give(handler, 'propose-fee', { caseId, shareId: share })
  assert.equal((await take(shareId)).problem?.rule, 'order.plan', 'not before all were served')
  for (const { person } of (await plan())?.services ?? [])
    await money.done(handler, 'serve-plan', { planId, person, servedOn: '2025-03-03' })
  money.forward({ hours: 24 * 16 })
  assert.equal((await take(other)).problem?.type, '/problems/funds/payee-is-another')
  const { problem, answer } = await take(shareId)
  assert.deepEqual([problem, answer['amountFen']], [null, '5000'])
  await money.done(checker, 'check-payout', { payoutId: answer['payoutId'] })
  await money.done(director, 'approve-payout', { payoutId: answer['payoutId'] })
  assert.equal(await money.balance('fee', caseNumber), 5_000n)
  const { rows } = await money.asked<{
    rows: { served: number; toServe: number; proposedFen: string; over: string }[]
  }>(handler, 'plans-drawn', { standing: true })
  assert.deepEqual(
    rows.map(({ served, toServe, proposedFen, over }) => [served, toServe, proposedFen, over]),
    [[3, 3, '5000', 'no']],
  )
})

test('what holds the money is told with who may lift it, and every attempt to reach a payee is kept', async (t) => {
  const money = await moneyCourt(t)
  const { caseId, caseNumber } = await money.caseOf(1)
  await money.receive(caseNumber, 30_000n)
  const { holdId } = await money.done(handler, 'place-hold', {
    caseId,
    ground: 'higher-court',
    reason: '上级法院通知暂缓',
  })
  await money.inside(({ client }) =>
    client.query(
      `insert into cases_event (event_id, case_id, kind, occurred_on, recorded_by, recorded_at)
       values (gen_random_uuid(), $1, 'suspended', '2025-03-01', 'test', now())`,
      [caseId],
    ),
  )
  type Hold = { readonly holdId: string | null; readonly rule: string }
  const held = async () => (await money.asked<{ holds: Hold[] }>(handler, 'holds', { caseId })).holds
  assert.deepEqual(
    (await held()).map(({ holdId: id, rule }) => [id, rule]),
    [
      [holdId, 'stay.higher'],
      [null, 'close.stay'],
    ],
  )
  await money.done(director, 'lift-hold', { holdId, reason: '上级法院通知恢复' })
  assert.deepEqual(
    (await held()).map(({ rule }) => rule),
    ['close.stay'],
  )
  const tried = { caseId, payee: '彧某甲', occurredOn: '2025-02-01', how: '电话', outcome: '停机' }
  await money.done(handler, 'record-attempt', tried)
  type Attempts = {
    readonly needed: number
    readonly attempts: readonly { readonly payee: string; readonly outcome: string }[]
  }
  const { needed, attempts } = await money.asked<Attempts>(handler, 'attempts', { caseId })
  assert.deepEqual([needed, attempts.map(({ payee, outcome }) => [payee, outcome])], [2, [['彧某甲', '停机']]])
})

test('receipt, statement and plan open as PDF and hold the figures of the books', async (t) => {
  const money = await moneyCourt(t)
  const { caseId, caseNumber } = await money.caseOf(1)
  await money.receive(caseNumber, 3_000_001n)
  const payeeAccountId = await accountOf(money)
  const claims = [
    { creditor: '彧某甲', basis: '判决甲', claimFen: '2000000' },
    { creditor: '妣某丙', basis: '判决丙', claimFen: '2000000' },
  ]
  const { planId } = await money.done(handler, 'draw-plan', { caseId, claims })
  const text = async (query: string, input: object) => {
    const { bytes } = await money.asked<{ bytes: Uint8Array }>(handler, query, { ...input, format: 'pdf' })
    const pdf = readPdf(bytes)
    assert.ok(pdf.pages.length > 0)
    return pdf.text.replaceAll(/\s/g, '')
  }
  const plan = await text('plan-document', { planId })
  for (const said of ['执行财产分配方案', '30,000.01', '15,000.01', '15,000.00', '叁万元零壹分'])
    assert.ok(plan.includes(said), said)
  await money.done(handler, 'withdraw-plan', { planId, reason: '另作方案' })
  const { payoutId } = await money.done(handler, 'propose-payout', { caseId, payeeAccountId, amountFen: '2000050' })
  await ordered(money, payoutId)
  await money.done(payer, 'record-outcome', { payoutId, outcome: 'paid', occurredOn: '2025-03-03' })
  const { rows } = await money.asked<{ rows: { payoutNumber: string }[] }>(handler, 'payouts', {
    payoutId: String(payoutId),
  })
  const number = rows[0]?.payoutNumber ?? ''
  assert.notEqual(number, '', 'the receipt has a number')
  const receipt = await text('payout-receipt', { payoutId })
  for (const said of [number, '20,000.50', '贰万元伍角', '彧某甲', caseNumber]) assert.ok(receipt.includes(said), said)
  const statement = await text('case-statement', { caseId })
  for (const said of ['执行案款收支清单', caseNumber, '30,000.01', '20,000.50', '9,999.51'])
    assert.ok(statement.includes(said), said)
})

test('the exported postings add up to every balance that the auditor is shown', async (t) => {
  const money = await moneyCourt(t)
  const one = await money.caseOf(1)
  const other = await money.caseOf(2)
  await money.receive(one.caseNumber, 2_000_000n)
  await money.receive(one.caseNumber, 77n, { kind: 'refundable' })
  await money.receive(other.caseNumber, 1_234_567n)
  await money.line(4_321n, '2025-02-20')
  const payeeAccountId = await accountOf(money)
  const { payoutId } = await money.done(handler, 'propose-payout', {
    caseId: one.caseId,
    payeeAccountId,
    amountFen: '123456',
  })
  await ordered(money, payoutId)
  await money.done(payer, 'record-outcome', { payoutId, outcome: 'paid', occurredOn: '2025-03-03' })
  const fee = await money.done(handler, 'propose-fee', { caseId: one.caseId })
  await money.done(checker, 'check-payout', { payoutId: fee['payoutId'] })
  await money.done(director, 'approve-payout', { payoutId: fee['payoutId'] })

  const workbook = async (query: string): Promise<readonly Readonly<Record<string, unknown>>[]> => {
    const file = await listSheet(money.platform, auditor, { query: `funds.${query}`, input: {} })
    assert.ok(!isRefusal(file))
    const { sheets } = await readXlsx(file.bytes)
    const [head = [], ...rows] = sheets[0]?.rows ?? []
    return rows.map((row) => Object.fromEntries(head.map((title, index) => [String(title), row[index]])))
  }
  const fenOf = (value: unknown): bigint => BigInt(Math.round(Number(String(value).replaceAll(',', '')) * 100))
  const sums = new Map<string, bigint>()
  for (const row of await workbook('postings')) {
    const id = String(row['账户编号'])
    sums.set(id, (sums.get(id) ?? 0n) + fenOf(row['金额（元）']))
  }
  const balances = (await workbook('account-balances')).filter((row) => row['账户编号'])
  assert.ok(balances.length >= 6)
  for (const row of balances)
    assert.equal(
      sums.get(String(row['账户编号'])) ?? 0n,
      fenOf(row['余额（元）']),
      `${String(row['科目'])} ${String(row['案号'])}`,
    )
  const shown = (account: string, caseNumber?: string) =>
    balances
      .filter((row) => row['科目'] === account && (caseNumber === undefined || row['案号'] === caseNumber))
      .reduce((sum, row) => sum + fenOf(row['余额（元）']), 0n)
  assert.equal(shown('case', one.caseNumber), await money.balance('case', one.caseNumber))
  assert.equal(shown('bank'), await money.balance('bank'))
  assert.equal(
    [...sums.values()].reduce((sum, fen) => sum + fen, 0n),
    0n,
    'all accounts together hold nothing',
  )
  await assert.rejects(money.asked(president, 'account-balances', {}), /not-permitted|missing/)
})
