import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FolderPlan, FolderState } from '../../src/capabilities/ledgers/contract.ts'
import { importFolderJob } from '../../src/capabilities/ledgers/jobs/import.ts'
import { answer, court, emptyCourt, give, openDraft, refusal, rowsOf, sample } from './court.ts'

const names = ['02-恢复执行案件台账.xlsx', '13-全市对比指标.xlsx', '01-首次执行案件台账.xlsx']

test('files that come together are planned by kind, go in as one job, and are told of file by file', async (t) => {
  const desk = await emptyCourt(t)
  const strange = { fileName: '食堂菜单.csv', bytes: Buffer.from('星期,早餐,午餐\n一,粥,面\n') }
  const importIds = [await openDraft(desk, strange)]
  for (const name of names) importIds.push(await openDraft(desk, sample(name)))
  const { files } = await answer<FolderPlan>(desk, 'ledgers.folder-plan', { importIds })
  assert.deepEqual(
    files.map(({ fileName, sheets }) => [fileName.slice(0, 2), sheets[0]?.kind]),
    [
      ['01', 'first-enforcement'],
      ['02', 'resumed-enforcement'],
      ['13', 'benchmarks'],
      ['食堂', null],
    ],
  )
  assert.match(files[3]?.sheets[0]?.unread ?? '', /没有导入/)
  await give(desk, 'ledgers.import-folder', { importIds })
  const [job] = await rowsOf<{ kind: string; payload: unknown }>(desk, 'select kind, payload from kernel_job')
  assert.deepEqual(job, { kind: 'ledgers.import-folder', payload: { importIds } })
  const before = await answer<FolderState>(desk, 'ledgers.folder-state', { importIds })
  assert.deepEqual([before.running, before.rowsDone], [true, 0])
  await importFolderJob.run(desk.platform, court, { importIds })
  const after = await answer<FolderState>(desk, 'ledgers.folder-state', { importIds })
  assert.deepEqual([after.running, after.rowsDone], [false, after.rowsTotal])
  assert.deepEqual(
    after.files.map(({ state, rowsRead, accepted, setAside, ignored }) => [
      state,
      rowsRead === accepted + setAside + ignored,
      accepted,
    ]),
    [
      ['done', true, 0],
      ['done', true, 121],
      ['done', true, after.files[2]?.accepted],
      ['done', true, 1191],
    ],
  )
  const batches = await rowsOf<{ kind: string }>(desk, 'select kind from ledgers_batch order by number')
  assert.deepEqual(
    batches.map(({ kind }) => kind),
    ['first-enforcement', 'resumed-enforcement', 'benchmarks'],
  )
  const problem = await refusal(desk, 'ledgers.import-folder', { importIds })
  assert.equal(problem.type, '/problems/ledgers/not-a-draft')
})
