import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { before, test } from 'node:test'
import { toldLines, type ToldLine } from '#capabilities/funds'
import { inTransaction } from '#kernel/database/transaction.ts'
import { bring, bureau, court } from '../registers/court.ts'

type Truth = { readonly serial: string; readonly caseNumber: string; readonly match: string }

const columns = readFileSync(new URL('../samples/2024/truth-bank-lines.csv', import.meta.url), 'utf8')
  .replace(/^\uFEFF/, '')
  .trim()
  .split(/\r?\n/)
  .map((line) => line.split(','))
const truth: readonly Truth[] = columns
  .slice(1)
  .filter(([, , , inFen]) => Number(inFen) > 0)
  .map(([serial = '', , , , , , , caseNumber = '', , match = '']) => ({ serial, caseNumber, match }))

let told: ReadonlyMap<string, ToldLine>
before(async (t) => {
  const platform = await bureau(t as never)
  await bring(platform, '01-首次执行案件台账.xlsx', '02-恢复执行案件台账.xlsx', '02-财产保全执行台账.xlsx')
  await bring(platform, '10-终本清仓.xlsx', '03-银行流水-2024.csv')
  const lines = await inTransaction(platform, { court, unit: null }, (tx) => toldLines(tx), 'read only')
  told = new Map(lines.map((line) => [line.serial, line]))
})

const of = (...matches: readonly string[]) => truth.filter(({ match }) => matches.includes(match))
const found = ({ serial }: Truth): ToldLine => told.get(serial) as ToldLine

test('what claims itself is right, without one exception', () => {
  const certain = truth.filter((line) => found(line).certain)
  assert.ok(certain.length > 900)
  assert.deepEqual(
    certain.filter((line) => found(line).case !== line.caseNumber),
    [],
  )
})

test('a readable number and a name of one open case are certain, unless a terminated case of that person is unpaid', () => {
  const waiting = of('caseNo', 'nameUnique').filter((line) => !found(line).certain)
  assert.ok(waiting.length <= 2, `${waiting.length}`)
  for (const line of waiting) {
    assert.equal(line.match, 'nameUnique')
    assert.equal(found(line).doubt, '另有终本案件尚未付清，可能是还那一件')
    assert.equal(found(line).candidates[0]?.caseNumber, line.caseNumber)
  }
})

test('of what a person must decide the right case stands first, or among three of one name, in 95 of 100', () => {
  const open = of('caseNoWithoutYear', 'nameAmbiguous', 'conflict')
  const right = open.filter((line) => {
    const first = found(line).candidates.slice(0, line.match === 'nameAmbiguous' ? 3 : 1)
    return !found(line).certain && first.some(({ caseNumber }) => caseNumber === line.caseNumber)
  })
  assert.ok(right.length / open.length >= 0.95, `${right.length} of ${open.length}`)
})

test('money with nothing to go by stays unknown', () => {
  assert.deepEqual(
    truth.filter((line) => line.caseNumber === '' && found(line).claimed && found(line).case !== 'unknown'),
    [],
  )
})
