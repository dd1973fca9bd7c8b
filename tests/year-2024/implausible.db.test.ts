import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { HonestyShown, Values } from '../../src/capabilities/indicators/contract.ts'
import type { ReportContent } from '../../src/capabilities/report/contract.ts'
import { reportFile } from '#capabilities/report'
import { readDocx } from '#kernel/paper/testing/read-docx.ts'
import { day } from '#kernel/values/dates.ts'
import { answer, caseOf, emptyCourt, inCourt, record } from './court.ts'
import { rooms } from './rooms.ts'

const platform = await emptyCourt(undefined, rooms)
const [from, to] = ['2024-01-01', '2024-12-31']
const ended = { filingDate: '2024-01-02', closedDate: '2024-03-01', manner: '执行完毕' }

await inCourt(platform, (tx, occasion) =>
  record(
    tx,
    [
      // Yuan in one column, ten thousands in the other: the slip that ledgers are full of.
      caseOf({ ...ended, no: '（2024）川1123执1号', claim: 10_00, recovered: 100_000_00 }),
      caseOf({ ...ended, no: '（2024）川1123执2号', claim: 100_00, recovered: 100_00 }),
    ],
    occasion,
  ),
)

test('a recovery above the whole is reckoned, printed as it is, and marked as not credible', async () => {
  const { rows } = await answer<Values>(platform, 'indicators.values', { from, to })
  const rate = rows.find(({ id, variant }) => id === 'K04' && variant === 'printed')
  assert.equal(rate?.printed, '91000.00%')
  assert.match(rate?.doubt?.zh ?? '', /不可信/)
  assert.equal(rate?.inside, null)
  assert.equal(rows.find(({ id }) => id === 'K01')?.doubt, null)
})

test('the case with the slip is on the list of amounts to put right, the sound one is not', async () => {
  const { checks } = await answer<HonestyShown>(platform, 'indicators.honesty', { from, to })
  assert.equal(checks.find(({ check }) => check === 'implausible-amounts')?.cases, 1)
  const { rows } = await answer<{ rows: readonly { caseNumber: string }[] }>(platform, 'indicators.honesty-cases', {
    from,
    to,
    check: 'implausible-amounts',
  })
  assert.deepEqual(
    rows.map(({ caseNumber }) => caseNumber),
    ['（2024）川1123执1号'],
  )
})

test('the report marks the figure and leaves its sentence open until it is put right or signed for', async () => {
  const content = await answer<ReportContent>(platform, 'report.preview', { from, to })
  const sentences = content.sections.flatMap((section) => section.sentences)
  const quality = sentences.find(({ id }) => id === 'quality')
  assert.equal(quality?.parts.find(({ figure }) => figure === 'F06')?.mark, 'doubtful')
  assert.match(quality?.lacks.join('') ?? '', /到位率 91000\.00%：超过100%，不可信/)
  const { bytes } = await inCourt(platform, (tx, occasion) =>
    reportFile(tx, { from: day(from), to: day(to) }, 'docx', occasion),
  )
  assert.match([...readDocx(bytes).values()].join('').replaceAll(/<[^>]+>/g, ''), /到位率 91000\.00%：超过100%，不可信/)
})
