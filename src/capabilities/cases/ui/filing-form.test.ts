import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '#kernel/values/dates.ts'
import { newId } from '#kernel/values/ids.ts'
import { chosenFrom, typedInto, firstFiling, readFiling, type Filing } from './filing-form.ts'

const empty = firstFiling(day('2025-01-06'))
const [claim, applicant, debtor] = [empty.claimItems[0], empty.parties[0], empty.parties[1]]
const complete: Filing = {
  ...empty,
  values: {
    ...empty.values,
    cause: '民间借贷纠纷',
    basisNumber: '（2024）川1123民初1号',
    basisIssuer: '某人民法院',
    town: '',
  },
  claimItems: claim ? [{ ...claim, values: { ...claim.values, amountFen: '100', quoted: '判决如下' } }] : [],
  parties:
    applicant && debtor
      ? [
          { ...applicant, values: { ...applicant.values, name: '黛一舟' } },
          { ...debtor, values: { ...debtor.values, name: '周远岚', idNumber: '' } },
        ]
      : [],
}

test('a filled form is a filing; what is left empty is not given', () => {
  const read = readFiling(complete, newId())
  assert.ok(read.ok)
  assert.equal(read.filing.town, undefined)
  assert.equal(read.filing.parties[1]?.idNumber, undefined)
  assert.equal(read.filing.claimItems[0]?.amountFen, 100n)
})

test('every gap is named at its place', () => {
  const read = readFiling(empty, newId())
  assert.ok(!read.ok)
  assert.deepEqual(
    ['/cause', '/basisNumber', '/claimItems/0/amountFen', '/parties/0/name', '/parties/1/name'].filter(
      (place) => !(place in read.faults),
    ),
    [],
  )
})

test('another name is another person than the one chosen from the register', () => {
  const party = {
    partyId: '0197c0de-0000-7000-8000-000000000001',
    name: '周远岚',
    kind: 'person',
    idMasked: null,
    cases: 1,
  } as const
  const chosen = chosenFrom({ role: 'debtor', name: '周远岚', idNumber: '511123' }, party)
  assert.deepEqual([chosen['partyId'], chosen['idNumber']], [party.partyId, ''])
  assert.equal(typedInto(chosen, 'phone', '1')['partyId'], party.partyId)
  assert.equal(typedInto(chosen, 'name', '周远')['partyId'], undefined)
})
