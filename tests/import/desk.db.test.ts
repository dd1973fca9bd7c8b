import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inTransaction } from '#kernel/database/transaction.ts'
import { systemActor, type Actor } from '#kernel/occasion.ts'
import { occasionFor } from '#kernel/pipeline/occasion-for.ts'
import { waitingCount, waitingDesk } from '../../src/capabilities/ledgers/desk.ts'
import { clerk, court, emptyCourt, give, importSample, type Desk } from './court.ts'

const deskOf = ({ platform }: Desk, actor: Actor) =>
  inTransaction(platform, actor, async (tx) => {
    const occasion = await occasionFor(tx, actor)
    return { items: await waitingDesk.items(tx, occasion), count: await waitingCount.count(tx, occasion) }
  })

test('rows that wait lie on the desk of who may correct them until they are corrected or the batch is undone', async (t) => {
  const desk = await emptyCourt(t)
  assert.deepEqual(await deskOf(desk, clerk), { items: [], count: null })
  await importSample(desk, '01-首次执行案件台账.xlsx')
  const { batchId } = await importSample(desk, '01b-问题样表.xlsx')
  const { items, count } = await deskOf(desk, clerk)
  assert.equal(count, 46)
  assert.deepEqual(
    items.map(({ what, why, act }) => [what.zh, why.slice(0, 3), act.href]),
    [['第2批有 46 行待改正', '01b', `/import/batches/${batchId}?view=waiting`]],
  )
  const judge = systemActor(court, 'judge', '法官', ['cases.read'])
  assert.deepEqual(await deskOf(desk, judge), { items: [], count: null })
  await give(desk, 'ledgers.undo-batch', { batchId })
  assert.deepEqual(await deskOf(desk, clerk), { items: [], count: null })
})
