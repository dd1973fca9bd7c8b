import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { residentIdCheckDigit } from '#law/resident-id.ts'
import { caseOf, person } from './testing/case-of.ts'
import { staff, testCourt } from './testing/court.ts'

const resident = (first17: string) => `${first17}${residentIdCheckDigit(first17)}`
const [number, otherNumber] = [resident('99000119800101001'), resident('99000119800202003')]
const all = ['parties.read', 'parties.reveal', 'parties.edit', 'parties.propose-merge', 'parties.approve-merge']

type Whole = {
  partyId: string
  version: number
  names: string[]
  identifiers: { partyId: string; masked: string }[]
  phones: { partyId: string; field: string; masked: string }[]
  sameName: number
  merged: { partyId: string }[]
  sections: { rows: { cells: Record<string, string | null>; href: string | null }[]; hidden: number }[]
  seen: { who: string; purpose: string; field: string }[]
}

async function courtWithNamesakes(t: TestContext) {
  const court = await testCourt(t, '2024-09-12')
  const [judge = '', otherJudge = '', director = '', secondDirector = ''] = await court.people('薰', '茗', '濯', '翊')
  const [first = '', second = '', third = ''] = await court.record([
    caseOf({
      serial: 1,
      handlerId: judge,
      claimFen: 10_000n,
      recoveredFen: 4_000n,
      parties: [person('applicant', '黛一舟'), person('debtor', '周远岚', number, '16900001234')],
    }),
    caseOf({
      serial: 2,
      handlerId: otherJudge,
      claimFen: 7_000n,
      parties: [person('applicant', '筠半夏'), person('debtor', '周远岚', number)],
    }),
    caseOf({
      serial: 3,
      handlerId: judge,
      parties: [person('applicant', '芷知秋'), person('debtor', '周远岚', otherNumber)],
    }),
    caseOf({ serial: 4, handlerId: otherJudge, parties: [person('applicant', '周远岚'), person('debtor', '蘅临溪')] }),
  ])
  const partyOf = async (serial: number, role: string): Promise<string> => {
    const { rows } = await court.inside(({ client }) =>
      client.query<{ party_id: string }>(
        'select p.party_id from cases_party p join cases_case c using (court_id, case_id) where c.serial = $1 and p.role = $2',
        [serial, role],
      ),
    )
    return rows[0]?.party_id ?? ''
  }
  return {
    ...court,
    cases: { first, second, third },
    known: await partyOf(1, 'debtor'),
    otherPerson: await partyOf(3, 'debtor'),
    unnumbered: await partyOf(4, 'applicant'),
    judge: staff(judge, 'own', [...all, 'cases.read']),
    director: staff(director, 'court', [...all, 'cases.read', 'audit.read']),
    secondDirector: staff(secondDirector, 'court', [...all, 'cases.read']),
    stranger: staff(director, 'own', [...all, 'cases.read']),
  }
}

test('one number is one person in two cases, and the whole court sees both', async (t) => {
  const court = await courtWithNamesakes(t)
  const whole = await court.answer<Whole>(court.director, 'parties.whole-view', { partyId: court.known })
  assert.deepEqual(
    whole.identifiers.map(({ masked }) => masked),
    [`${number.slice(0, 3)}…${number.slice(-4)}`],
  )
  assert.deepEqual(
    Object.fromEntries(whole.sections[0]?.rows.map(({ cells }) => [cells['number'], cells['outstanding']]) ?? []),
    { '（2024）川1123执1号': '6000', '（2024）川1123执2号': '7000' },
  )
  assert.equal(whole.sameName, 2)
})

test('of a colleague’s case a judge sees the number and whom to ask, and no sums', async (t) => {
  const court = await courtWithNamesakes(t)
  const { sections } = await court.answer<Whole>(court.judge, 'parties.whole-view', { partyId: court.known })
  const hidden = sections[0]?.rows.filter(({ href }) => href === null)
  assert.equal(sections[0]?.hidden, 1)
  assert.deepEqual(hidden?.[0]?.cells, {
    number: '（2024）川1123执2号',
    role: '被执行人',
    state: '仅承办人可见',
    handler: '茗',
    claim: null,
    outstanding: null,
  })
})

test('a person in none of one’s cases is not to be seen', async (t) => {
  const court = await courtWithNamesakes(t)
  for (const query of ['parties.whole-view', 'parties.same-name'])
    assert.equal(
      (await court.barred(court.stranger, query, { partyId: court.known }))?.type,
      '/problems/kernel/outside-scope',
    )
  const reveal = { partyId: court.known, field: 'identifier', purpose: 'identity' }
  assert.equal((await court.refusal(court.stranger, 'parties.reveal', reveal))?.type, '/problems/kernel/outside-scope')
})

test('a full number is shown for a minute to who said why, and the journal names them and not the number', async (t) => {
  const court = await courtWithNamesakes(t)
  const { seq } = await court.give(court.judge, 'parties.reveal', {
    partyId: court.known,
    field: 'identifier',
    purpose: 'identity',
    caseId: court.cases.first,
  })
  const look = { partyId: court.known, seq }
  assert.deepEqual(await court.answer(court.judge, 'parties.revealed-value', look), { value: number })
  assert.equal(
    (await court.barred(court.director, 'parties.revealed-value', look))?.type,
    '/problems/parties/look-is-over',
  )
  const { rows } = await court.inside(({ client }) =>
    client.query<{ text: string; replies: string }>(
      `select text, (select coalesce(string_agg(reply, ''), '') from kernel_idempotency) as replies
       from kernel_journal where type = 'parties.party-revealed'`,
    ),
  )
  assert.ok(!rows[0]?.text.includes(number) && !rows[0]?.replies.includes(number))
  const whole = await court.answer<Whole>(court.director, 'parties.whole-view', { partyId: court.known })
  assert.deepEqual(
    whole.seen.map(({ who, purpose, field }) => [who, purpose, field]),
    [['薰', 'identity', 'identifier']],
  )
  const log = await court.answer<{ rows: { purpose: string; subject: string }[] }>(court.director, 'audit.access-log')
  assert.equal(log.rows[0]?.subject, `party:${court.known}`)
  court.forward({ seconds: 61 })
  assert.equal(
    (await court.barred(court.judge, 'parties.revealed-value', look))?.type,
    '/problems/parties/look-is-over',
  )
})

test('a phone is opened by its own mark, and a case that is not the person’s is refused as ground', async (t) => {
  const court = await courtWithNamesakes(t)
  const { phones } = await court.answer<Whole>(court.judge, 'parties.whole-view', { partyId: court.known })
  const [phone] = phones
  assert.equal(phone?.masked, '169…1234')
  const ask = { partyId: court.known, field: phone?.field, purpose: 'service' }
  const { seq } = await court.give(court.judge, 'parties.reveal', ask)
  assert.deepEqual(await court.answer(court.judge, 'parties.revealed-value', { partyId: court.known, seq }), {
    value: '16900001234',
  })
  assert.equal(
    (await court.refusal(court.judge, 'parties.reveal', { ...ask, caseId: court.cases.third }))?.type,
    '/problems/parties/not-in-that-case',
  )
  assert.equal(
    (
      await court.refusal(court.director, 'parties.reveal', {
        partyId: court.unnumbered,
        field: 'identifier',
        purpose: 'identity',
      })
    )?.type,
    '/problems/parties/nothing-to-reveal',
  )
})

const merge = (keepId: string, mergeId: string) => ({
  keepId,
  mergeId,
  ground: 'document-seen',
  evidence: '2024-09-12 核对身份证原件',
})

test('two people of one name and two numbers are never proposed as one', async (t) => {
  const court = await courtWithNamesakes(t)
  const refused = await court.refusal(court.director, 'parties.propose-merge', merge(court.known, court.otherPerson))
  assert.equal(refused?.type, '/problems/parties/different-identifiers')
})

test('a name alone is no ground: a merge without ground and evidence is not read', async (t) => {
  const court = await courtWithNamesakes(t)
  const { keepId, mergeId } = merge(court.known, court.unnumbered)
  for (const input of [
    { keepId, mergeId },
    { keepId, mergeId, ground: 'same-name', evidence: '姓名相同' },
    { keepId, mergeId, ground: 'document-seen', evidence: '' },
  ])
    assert.equal(
      (await court.refusal(court.director, 'parties.propose-merge', input))?.type,
      '/problems/kernel/invalid-input',
    )
})

test('one proposes, another approves; then all cases are one person’s, until it is taken back with a reason', async (t) => {
  const court = await courtWithNamesakes(t)
  const { answer } = await court.give(court.director, 'parties.propose-merge', merge(court.known, court.unnumbered))
  const approvalId = String(answer?.['approvalId'])
  assert.equal(
    (await court.refusal(court.director, 'parties.approve-merge', { approvalId }))?.type,
    '/problems/parties/approver-proposed-it',
  )
  await court.give(court.secondDirector, 'parties.approve-merge', { approvalId })
  assert.equal(
    (await court.refusal(court.secondDirector, 'parties.approve-merge', { approvalId }))?.type,
    '/problems/parties/merge-decided',
  )
  const whole = await court.answer<Whole>(court.director, 'parties.whole-view', { partyId: court.unnumbered })
  assert.equal(whole.partyId, court.known)
  assert.equal(whole.sections[0]?.rows.length, 3)
  assert.equal(
    (await court.refusal(court.director, 'parties.propose-merge', merge(court.unnumbered, court.known)))?.type,
    '/problems/parties/already-merged',
  )
  await court.give(court.director, 'parties.undo-merge', { partyId: court.unnumbered, reason: '认错了人' })
  const apart = await court.answer<Whole>(court.director, 'parties.whole-view', { partyId: court.unnumbered })
  assert.equal(apart.partyId, court.unnumbered)
  assert.equal(apart.sections[0]?.rows.length, 1)
  assert.equal(
    (await court.refusal(court.director, 'parties.undo-merge', { partyId: court.unnumbered, reason: '再撤' }))?.type,
    '/problems/parties/not-merged',
  )
})

test('a second proposal waits for the first, and a refused one may be made again', async (t) => {
  const court = await courtWithNamesakes(t)
  const propose = () => court.give(court.director, 'parties.propose-merge', merge(court.known, court.unnumbered))
  const { answer } = await propose()
  assert.equal(
    (await court.refusal(court.director, 'parties.propose-merge', merge(court.known, court.unnumbered)))?.type,
    '/problems/parties/merge-is-waiting',
  )
  const waiting = await court.answer<{ mine: boolean }[]>(court.director, 'desk.approvals').catch(() => [])
  assert.deepEqual(waiting, [], 'the desk asks for a permission of its own')
  const cards = await court.answer<{ mine: boolean }[]>(court.secondDirector, 'parties.merge-proposals')
  assert.deepEqual(
    cards.map(({ mine }) => mine),
    [false],
  )
  await court.give(court.secondDirector, 'parties.refuse-merge', {
    approvalId: answer?.['approvalId'],
    reason: '证据不足',
  })
  await propose()
})

test('a ledger read after a merge finds the merged record by its number again', async (t) => {
  const court = await courtWithNamesakes(t)
  const { answer } = await court.give(court.director, 'parties.propose-merge', merge(court.unnumbered, court.known))
  await court.give(court.secondDirector, 'parties.approve-merge', { approvalId: answer?.['approvalId'] })
  await court.record([
    caseOf({ serial: 9, parties: [person('applicant', '霁望舒'), person('debtor', '周远岚', number)] }),
  ])
  const whole = await court.answer<Whole>(court.director, 'parties.whole-view', { partyId: court.unnumbered })
  assert.equal(whole.sections[0]?.rows.length, 4)
})

test('a corrected spelling counts against the version, and the old one stays in the case', async (t) => {
  const court = await courtWithNamesakes(t)
  const change = { partyId: court.known, version: 1, name: '周远嵐', reason: '户籍写法' }
  await court.give(court.judge, 'parties.correct-name', change)
  assert.equal(
    (await court.refusal(court.judge, 'parties.correct-name', { ...change, name: '周远岚' }))?.type,
    '/problems/kernel/stale-version',
  )
  assert.equal(
    (await court.refusal(court.judge, 'parties.correct-name', { ...change, version: 2 }))?.type,
    '/problems/parties/same-spelling',
  )
  const { rows } = await court.inside(({ client }) =>
    client.query<{ name: string }>('select name from cases_party where party_id = $1', [court.known]),
  )
  assert.deepEqual([...new Set(rows.map(({ name }) => name))], ['周远岚'])
})

test('a phone is added once', async (t) => {
  const court = await courtWithNamesakes(t)
  await court.give(court.judge, 'parties.add-phone', { partyId: court.known, version: 1, phone: '169 0000 9999' })
  assert.equal(
    (await court.refusal(court.judge, 'parties.add-phone', { partyId: court.known, version: 2, phone: '16900009999' }))
      ?.type,
    '/problems/parties/phone-known',
  )
})
