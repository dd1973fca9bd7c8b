import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { importFile } from '#capabilities/ledgers'
import { systemActor, type Actor } from '#kernel/occasion.ts'
import { bookFaults } from './books.ts'
import { accountOf, court, moneyCourt, officer, people, type MoneyCourt } from './court.ts'

const { handler, checker, director, president, payer } = people
const [claimer, confirmer, closer] = [
  officer('k1', 'court', 'claim'),
  officer('k2', 'court', 'claim'),
  officer('z', 'court', 'close'),
]
const importer = systemActor(court, 'importer', '导入', ['ledgers.import', 'funds.import'])

/** One thing somebody may do next; what it is about is chosen by these lots out of what there is. */
type Lots = { readonly a: number; readonly b: number; readonly fen: bigint }
type Step = (world: World, lots: Lots) => Promise<boolean>
type World = {
  readonly money: MoneyCourt
  readonly cases: readonly { readonly caseId: string; readonly caseNumber: string }[]
  readonly accounts: ReadonlyMap<string, string>
  readonly files: { readonly name: string; readonly text: string }[]
}

const pick = <T>(all: readonly T[], lot: number): T | undefined => all[lot % Math.max(1, all.length)]
const rows = <T extends object>({ money }: World, text: string, values: readonly unknown[] = []): Promise<T[]> =>
  money.inside(async ({ client }) => (await client.query<T>(text, [...values])).rows)
const todayOf = ({ money }: World) => money.inside(async (_tx, { today }) => today)

/** Whether it was done. A refusal is an answer; the database as the last referee is a gate that was forgotten. */
async function tried(
  { money }: World,
  actor: Actor,
  command: string,
  input: object,
): Promise<Record<string, unknown> | null> {
  const { problem, answer } = await money.give(actor, command, input)
  assert.notEqual(problem?.type, '/problems/kernel/constraint', `${command}: ${problem?.detail.zh ?? ''}`)
  return problem ? null : answer
}

const yuan = (fen: bigint): string => `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`
let serial = 0
const bankLine = (on: string, fen: bigint, peer: string, memo: string): string => {
  serial += 1
  const [came, went] = fen > 0n ? [yuan(fen), ''] : ['', yuan(-fen)]
  return `${on},${came},${went},${peer},${memo},N${String(serial).padStart(17, '0')}`
}

async function bring(world: World, file: { readonly name: string; readonly text: string }): Promise<boolean> {
  const outcome = await importFile(world.money.platform, importer, {
    fileName: file.name,
    bytes: Buffer.from(file.text),
  })
  return !('code' in outcome)
}

const ofPayout =
  (actor: Actor, command: string, state: string, more: object = {}): Step =>
  async (world, { a }) => {
    const found = await rows<{ id: string }>(
      world,
      `select payout_id as id from funds_payout where state = any($1) order by payout_id desc limit 4`,
      [state.split(' ')],
    )
    const payoutId = pick(found, a)?.id
    return payoutId !== undefined && (await tried(world, actor, command, { payoutId, ...more })) !== null
  }

const payoutsOut = `select payout_id as id, amount_fen::text as fen, payout_number as number, payee from funds_payout`

const steps: Readonly<Record<string, Step>> = {
  import: async (world, { a, b, fen }) => {
    const on = (await todayOf(world)).toString()
    const [ordered] = await rows<{ number: string; fen: string; payee: string }>(
      world,
      `${payoutsOut} where state = 'ordered' limit 1`,
    )
    const [paid] = await rows<{ fen: string; payee: string }>(
      world,
      `${payoutsOut} where state = 'paid' and to_kind is null and paid_line_id is not null limit 1`,
    )
    const lines = [
      bankLine(on, fen, '岢某乙', pick(world.cases, a)?.caseNumber ?? ''),
      bankLine(on, fen / 3n + 1n, `无名${b}`, '货款'),
      ...(b % 3 === 0 ? [bankLine(on, -(fen / 7n) - 1n, '某处', '手续费')] : []),
      ...(ordered && b % 2 === 0 ? [bankLine(on, -BigInt(ordered.fen), ordered.payee, ordered.number)] : []),
      ...(paid && b % 5 === 0 ? [bankLine(on, BigInt(paid.fen), paid.payee, '退汇 账号户名不符')] : []),
      ...(b % 7 === 0 ? [bankLine(on, fen, '冲某', '转账'), bankLine(on, -fen, '冲某', '冲正')] : []),
    ]
    const file = {
      name: `${serial}.csv`,
      text: `账号：2306000018\n交易日期,收入,支出,对方户名,附言,流水号\n${lines.join('\n')}\n`,
    }
    world.files.push(file)
    return bring(world, file)
  },
  again: async (world, { a }) => {
    const file = pick(world.files, a)
    return file !== undefined && bring(world, file)
  },
  claim: async (world, { a, b, fen }) => {
    const open = await rows<{ id: string; fen: string }>(
      world,
      'select bank_line_id as id, unclaimed_fen::text as fen from funds_bank_line where unclaimed_fen > 0 order by 1',
    )
    const line = pick(open, a)
    if (!line) return false
    const part = fen < BigInt(line.fen) ? fen : BigInt(line.fen)
    const kind = pick(['case', 'case', 'refundable', 'guarantee', 'fee'] as const, b)
    const parts = [{ kind, caseNumber: pick(world.cases, b)?.caseNumber, amountFen: `${part}` }]
    const answer = await tried(world, claimer, 'propose-claim', { bankLineId: line.id, parts, evidence: '回单' })
    return (
      answer !== null && (await tried(world, confirmer, 'confirm-claim', { approvalId: answer['approvalId'] })) !== null
    )
  },
  undo: async (world, { a }) => {
    const claims = await rows<{ id: string }>(
      world,
      'select claim_id as id from funds_claim where undone_at is null order by claim_id desc limit 6',
    )
    const claimId = pick(claims, a)?.id
    return claimId !== undefined && (await tried(world, claimer, 'undo-claim', { claimId, reason: '付错了' })) !== null
  },
  propose: async (world, { a, b, fen }) => {
    const asked = { caseId: pick(world.cases, a)?.caseId, payeeAccountId: world.accounts.get('彧某甲') }
    // Half of them ask for all that is free.
    return (
      (await tried(world, handler, 'propose-payout', { ...asked, ...(b % 2 === 0 && { amountFen: `${fen}` }) })) !==
      null
    )
  },
  fee: async (world, { a }) =>
    (await tried(world, handler, 'propose-fee', { caseId: pick(world.cases, a)?.caseId })) !== null,
  deposit: async (world, { a, fen }) => {
    const caseId = pick(world.cases, a)?.caseId
    const payee = { caseId, payee: '彧某甲' }
    for (const occurredOn of ['2025-02-01', '2025-02-10'])
      await tried(world, handler, 'record-attempt', { ...payee, occurredOn, how: '电话', outcome: '停机' })
    return (
      (await tried(world, handler, 'propose-deposit', {
        ...payee,
        ground: '无法联系',
        reason: '电话停机',
        amountFen: `${fen}`,
      })) !== null
    )
  },
  refund: async (world, { a, b, fen }) => {
    const from = pick(['refundable', 'guarantee', 'deposited', 'fee'] as const, b) ?? 'fee'
    const back = from === 'deposited' ? '彧某甲' : '岢某乙'
    return (
      (await tried(world, handler, 'propose-outlay', {
        from,
        caseNumber: pick(world.cases, a)?.caseNumber,
        payeeAccountId: world.accounts.get(back),
        payeeRole: from === 'deposited' ? 'applicant' : 'payer',
        purpose: '退还',
        amountFen: `${fen}`,
      })) !== null
    )
  },
  plan: async (world, { a, b, fen }) => {
    // A plan takes a case over; the others go on without one.
    const caseId = pick(world.cases.slice(0, 1), a)?.caseId
    const claims = ['彧某甲', '妣某丙'].map((creditor, i) => ({
      creditor,
      basis: '判决',
      tier: 1 + (b % 2) * i,
      claimFen: `${fen + BigInt(i)}`,
    }))
    const answer = await tried(world, handler, 'draw-plan', { caseId, claims })
    if (answer === null) return false
    const servedOn = (await todayOf(world)).toString()
    for (const person of ['彧某甲', '妣某丙', '岢某乙'])
      await tried(world, handler, 'serve-plan', { planId: answer['planId'], person, servedOn })
    world.money.forward({ hours: 24 * 24 })
    return true
  },
  share: async (world, { a, fen }) => {
    const shares = await rows<{ id: string; creditor: string; caseId: string; left: string }>(
      world,
      `select s.share_id as id, s.creditor, c.case_id as "caseId", (s.awarded_fen - s.proposed_fen)::text as left
       from funds_plan_share s join funds_plan p using (court_id, plan_id) join cases_fact_source c using (court_id, case_number)
       where p.revised_by is null and p.withdrawn_because is null and s.proposed_fen < s.awarded_fen order by s.share_id`,
    )
    const share = pick(shares, a)
    if (!share) return false
    const amount = fen < BigInt(share.left) ? fen : BigInt(share.left)
    const asked = {
      caseId: share.caseId,
      payeeRole: 'creditor',
      shareId: share.id,
      payeeAccountId: world.accounts.get(share.creditor),
      amountFen: `${amount}`,
    }
    return (await tried(world, handler, 'propose-payout', asked)) !== null
  },
  withdraw: async (world, { a }) => {
    const plans = await rows<{ id: string }>(
      world,
      'select plan_id as id from funds_plan where revised_by is null and withdrawn_because is null order by 1',
    )
    const planId = pick(plans, a)?.id
    return planId !== undefined && (await tried(world, handler, 'withdraw-plan', { planId, reason: '和解' })) !== null
  },
  defer: async (world, { a, b }) => {
    const asked = await tried(world, handler, 'propose-deferral', {
      caseId: pick(world.cases, a)?.caseId,
      ground: '其他正当事由',
      reason: '等候分配',
    })
    const [open] = await rows<{ id: string }>(
      world,
      'select deferral_id as id from funds_deferral where approved_by is null and refused_because is null order by 1 desc limit 1',
    )
    if (asked === null || !open) return false
    await tried(world, director, 'review-deferral', { deferralId: open.id })
    const approved = await tried(world, president, 'approve-deferral', { deferralId: open.id })
    if (b % 2 === 0)
      await tried(world, handler, 'end-deferral', { deferralId: open.id, endedOn: (await todayOf(world)).toString() })
    return approved !== null
  },
  check: ofPayout(checker, 'check-payout', 'proposed'),
  approve: ofPayout(director, 'approve-payout', 'checked'),
  second: ofPayout(president, 'approve-payout-second', 'checked'),
  order: async (world, lots) => {
    const day = (await todayOf(world)).subtract({ days: 1 }).toString()
    const { open } = await world.money.asked<{ open: { key: string }[] }>(payer, 'release-standing')
    for (const { key } of open)
      await tried(world, closer, 'explain-difference', { day, key, text: '待查，已报主管副院长' })
    const found = await rows<{ id: string }>(
      world,
      `select payout_id as id from funds_payout where state = 'approved' order by 1 desc limit 3`,
    )
    const payoutIds = found.slice(lots.a % 2).map(({ id }) => id)
    return (
      payoutIds.length > 0 &&
      (await tried(world, payer, 'make-order', { bankAccountId: await bankOf(world), payoutIds })) !== null
    )
  },
  paid: async (world, lots) =>
    ofPayout(payer, 'record-outcome', 'ordered', { outcome: 'paid', occurredOn: (await todayOf(world)).toString() })(
      world,
      lots,
    ),
  returned: async (world, lots) =>
    ofPayout(payer, 'record-outcome', 'ordered paid', {
      outcome: 'returned',
      occurredOn: (await todayOf(world)).toString(),
    })(world, lots),
  refuse: ofPayout(checker, 'refuse-payout', 'proposed', { reason: '材料不全' }),
  cancel: ofPayout(handler, 'cancel-payout', 'proposed checked approved', { reason: '当事人变更' }),
  close: async (world) => {
    world.money.forward({ hours: 24 })
    const day = (await todayOf(world)).subtract({ days: 1 }).toString()
    const { differences } = await world.money.asked<{ differences: { key: string }[] }>(payer, 'day-end', { day })
    const explained = differences.map(({ key }) => ({ key, text: '待查' }))
    return (await tried(world, closer, 'close-day', { day, explained })) !== null
  },
}

/** The account whose statements come in; it opens with the first of them. */
async function bankOf(world: World): Promise<string> {
  const [found] = await rows<{ id: string }>(
    world,
    `select bank_account_id as id from funds_bank_account where bank_account_id <> $1`,
    [world.money.bank],
  )
  return found?.id ?? world.money.bank
}

/** Each kind of act once, in an order in which it can be done: the sequences start from a court where all has happened. */
const first =
  `import import import again claim claim claim claim claim undo propose check approve order paid propose check approve order
  returned propose refuse propose cancel fee check approve deposit check approve second refund check approve second order paid
  defer import import import plan withdraw plan share check approve second order import close import again`.split(/\s+/)
const often = ['import', 'claim', 'propose', 'check', 'check', 'approve', 'approve', 'second', 'order', 'order', 'paid']

/** Tries one lot after the other until it is done. */
async function doneOnce(world: World, kind: string, at: number): Promise<boolean> {
  const fen = kind === 'import' ? 900_000n : 1_000n
  for (let lot = at; lot < at + 30; lot++) if (await steps[kind]?.(world, { a: lot, b: lot, fen })) return true
  return false
}

test('whatever is imported, claimed, undone, planned, deferred, put aside, paid, returned, given back or closed, in any order, the books agree to the fen', async (t) => {
  const money = await moneyCourt(t)
  const accounts = new Map<string, string>()
  for (const [i, name] of ['彧某甲', '岢某乙', '妣某丙'].entries())
    accounts.set(name, await accountOf(money, name, `999900001111000${i}`))
  const cases = [await money.caseOf(1), await money.caseOf(2), await money.caseOf(3)]
  const world: World = { money, accounts, files: [], cases }
  const agree = async () => assert.deepEqual(await money.inside(({ client }) => bookFaults(client)), [])
  for (const [at, kind] of first.entries()) {
    // Whether a second approval is needed depends on who is paid.
    const done = await doneOnce(world, kind, at)
    assert.ok(done || kind === 'second', `${at} ${kind}`)
    await agree()
  }
  const act = fc.record({
    kind: fc.constantFrom(...Object.keys(steps), ...often),
    a: fc.nat(59),
    b: fc.nat(59),
    fen: fc.bigInt({ min: 1n, max: 300_000n }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 40, maxLength: 60 }), async (acts) => {
      for (const { kind, ...lots } of acts) await steps[kind]?.(world, lots)
      await agree()
    }),
    // A world goes on from run to run; a shorter tail would begin in another.
    { numRuns: 6, endOnFailure: true },
  )
})
