import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { residentIdCheckDigit } from '#law/resident-id.ts'
import { caseOf, person } from './testing/case-of.ts'
import { staff, testCourt, type TestCourt } from './testing/court.ts'

const number = `99000119800101001${residentIdCheckDigit('99000119800101001')}`
const phone = '16900005678'
const may = ['cases.read', 'desk.search', 'parties.read']

type Hit = { kind: { zh: string }; title: string; detail: string; href: string }

async function courtWithCases(t: TestContext) {
  const court = await testCourt(t, '2024-09-12')
  const [judge = '', otherJudge = ''] = await court.people('薰', '茗')
  const team = await court.team('一组')
  await court.record([
    caseOf({
      serial: 655,
      handlerId: judge,
      parties: [person('applicant', '黛一舟'), person('debtor', '周某华', number, phone)],
    }),
    caseOf({
      serial: 45,
      typeCode: '执恢',
      handlerId: otherJudge,
      teamId: team,
      parties: [person('applicant', '筠半夏'), person('debtor', '周某明')],
    }),
  ])
  return {
    ...court,
    director: staff(otherJudge, 'court', may),
    judge: staff(judge, 'own', may),
    inTeam: staff('c0ffee00-0000-7000-8000-000000000000', 'team', may, { teams: [team] }),
  }
}

const titles = async (court: TestCourt, who: ReturnType<typeof staff>, text: string) =>
  (await court.answer<Hit[]>(who, 'search.everything', { text })).map(({ title }) => title)

const first = '（2024）川1123执655号'
const resumed = '（2024）川1123执恢45号'

test('a case is found by any hasty writing of its number', async (t) => {
  const court = await courtWithCases(t)
  for (const text of ['执655', '655', '24执655', '（2024）川1123执655号', '2024川1123执655'])
    assert.equal((await titles(court, court.director, text))[0], first, text)
  for (const text of ['24执恢45', '执恢45', '45'])
    assert.equal((await titles(court, court.director, text))[0], resumed, text)
  assert.deepEqual(await titles(court, court.director, '23执655'), [])
})

test('a party is found by name, initials, end of the number and end of the phone, with the cases', async (t) => {
  const court = await courtWithCases(t)
  for (const text of ['周某华', 'zmh', 'ZMH', number.slice(-4), number.slice(-8), number, phone.slice(-4), phone])
    assert.deepEqual(await titles(court, court.director, text), ['周某华', first], text)
  assert.deepEqual(await titles(court, court.director, '9999'), [])
  assert.deepEqual(await titles(court, court.director, `9${number.slice(-7)}`), [])
})

test('nobody finds what lies outside their cases and teams', async (t) => {
  const court = await courtWithCases(t)
  assert.deepEqual(await titles(court, court.judge, '周某'), ['周某华', first])
  assert.deepEqual(await titles(court, court.judge, '45'), [])
  assert.deepEqual(await titles(court, court.inTeam, '周某'), ['周某明', resumed])
  assert.deepEqual(await titles(court, court.inTeam, phone), [])
})

test('a number is shown masked in what is found', async (t) => {
  const court = await courtWithCases(t)
  const hits = await court.answer<Hit[]>(court.director, 'search.everything', { text: '周某华' })
  assert.ok(!JSON.stringify(hits).includes(number))
  assert.match(hits[0]?.detail ?? '', new RegExp(`^${number.slice(0, 3)}…${number.slice(-4)}`))
})

test('the law is found by its titles, and nothing by nothing', async (t) => {
  const court = await courtWithCases(t)
  assert.ok((await titles(court, court.judge, '执行通知')).includes('执行通知'))
  assert.deepEqual(await titles(court, court.judge, ' '), [])
  assert.deepEqual(await titles(court, court.judge, "'; drop table"), [])
  assert.deepEqual(await titles(court, court.judge, '%'), [])
})
