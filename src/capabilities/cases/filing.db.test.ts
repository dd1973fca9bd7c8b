import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { newId } from '#kernel/values/ids.ts'
import type { Cockpit, KnownParties } from './contract.ts'
import type { z } from 'zod'
import { caseOf, person } from './testing/case-of.ts'
import { staff, testCourt } from './testing/court.ts'

const today = '2024-03-12'
const number = '990020199702017321'

async function courtWithDebtor(t: TestContext) {
  const court = await testCourt(t, today)
  const clerk = staff(newId(), 'court', ['cases.file', 'cases.read'])
  const [caseId = ''] = await court.record([
    caseOf({ serial: 900, parties: [person('applicant', '黛一舟'), person('debtor', '周远岚', number)] }),
  ])
  const partiesOf = async (id: string) =>
    (await court.answer<z.output<typeof Cockpit>>(clerk, 'cases.cockpit', { caseId: id })).parties
  const known = await partiesOf(caseId)
  return { ...court, clerk, partiesOf, debtor: known.find(({ role }) => role === 'debtor')?.partyId ?? '' }
}

const filing = (debtor: object) => ({
  caseId: newId(),
  typeCode: '执',
  receivedOn: today,
  filedOn: today,
  cause: '民间借贷纠纷',
  basisNumber: '（2024）川1123民初3号',
  basisIssuer: '某人民法院',
  claimItems: [{ kind: 'principal', amountFen: '100000', quoted: '偿还借款。' }],
  parties: [
    { role: 'applicant', name: '筠一帆', kind: 'person' },
    { role: 'debtor', kind: 'person', ...debtor },
  ],
})

test('a debtor of the same number is the person on record, whatever is typed about them', async (t) => {
  const { give, clerk, partiesOf, debtor } = await courtWithDebtor(t)
  const input = filing({ name: '周远岚', idNumber: number })
  await give(clerk, 'cases.file-case', input)
  assert.equal((await partiesOf(input.caseId)).find(({ role }) => role === 'debtor')?.partyId, debtor)
})

test('a name alone makes another person, unless the person who files chooses the one on record', async (t) => {
  const { give, clerk, partiesOf, debtor } = await courtWithDebtor(t)
  const alone = filing({ name: '周远岚' })
  await give(clerk, 'cases.file-case', alone)
  assert.notEqual((await partiesOf(alone.caseId)).find(({ role }) => role === 'debtor')?.partyId, debtor)
  const chosen = filing({ name: '周远岚', partyId: debtor })
  await give(clerk, 'cases.file-case', chosen)
  const [, second] = await partiesOf(chosen.caseId)
  assert.deepEqual([second?.partyId, second?.idMasked], [debtor, '990…7321'])
})

test('what is typed finds who is on record, masked: by the whole name or the whole number', async (t) => {
  const { answer, clerk, debtor, barred } = await courtWithDebtor(t)
  const find = async (input: object) =>
    (await answer<KnownParties>(clerk, 'cases.known-parties', input)).rows.map(({ partyId, idMasked, cases }) => [
      partyId,
      idMasked,
      cases,
    ])
  assert.deepEqual(await find({ name: '周远岚' }), [[debtor, '990…7321', 1]])
  assert.deepEqual(await find({ idNumber: number }), [[debtor, '990…7321', 1]])
  assert.deepEqual(await find({ name: '周远' }), [])
  assert.deepEqual(await find({ idNumber: '7321' }), [])
  assert.ok(await barred(staff(newId(), 'court', ['cases.read']), 'cases.known-parties', { name: '周远岚' }))
})

test('a choice that is not that person is refused at its field', async (t) => {
  const { refusal, clerk, debtor } = await courtWithDebtor(t)
  const why = async (party: object) =>
    (await refusal(clerk, 'cases.file-case', filing(party)))?.pointers?.map(({ pointer }) => pointer)
  assert.deepEqual(await why({ name: '周远蓝', partyId: debtor }), ['/parties/1/name'])
  assert.deepEqual(await why({ name: '周远岚', partyId: debtor, idNumber: number }), ['/parties/1/idNumber'])
  assert.deepEqual(await why({ name: '周远岚', partyId: newId() }), ['/parties/1/partyId'])
})
