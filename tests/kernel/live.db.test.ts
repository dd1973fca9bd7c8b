import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listenLive, type LiveMessage } from '#kernel/live.ts'
import { execute } from '#kernel/pipeline/execute.ts'
import { afterwards } from '#kernel/testing/afterwards.ts'
import { setTimeout as sleep } from 'node:timers/promises'
import { asOwner, claimInput, court, opened, person, trialCourts } from './court.ts'

async function until(holds: () => boolean): Promise<void> {
  for (let turn = 0; turn < 300 && !holds(); turn++) await sleep(10)
  assert.ok(holds(), 'it did not come about')
}

test('what is committed is told at once to those who listen, and what is refused is not', async (t) => {
  const platform = await trialCourts(t)
  const live = await listenLive(platform.url)
  afterwards(t, () => live.close())
  const heard: LiveMessage[] = []
  const deaf: LiveMessage[] = []
  live.subscribe((message) => heard.push(message))
  const leave = live.subscribe((message) => deaf.push(message))
  leave()
  const claimId = await opened(platform, { title: '甲' })
  await execute(platform, person(), { command: 'trial.open-claim', input: claimInput({ title: '甲' }) })
  const second = await opened(platform)
  await until(() => heard.length >= 2)
  assert.deepEqual(heard, [
    { court, topics: [`claim:${claimId}`] },
    { court, topics: [`claim:${second}`] },
  ])
  assert.deepEqual(deaf, [])
})

test('the listener comes back by itself when its connection was cut', async (t) => {
  const platform = await trialCourts(t)
  const live = await listenLive(platform.url)
  afterwards(t, () => live.close())
  const heard: LiveMessage[] = []
  live.subscribe((message) => heard.push(message))
  await asOwner(
    platform,
    `select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and query ilike 'listen duixian_live%'`,
  )
  for (let turn = 0; turn < 60 && heard.length === 0; turn++) {
    await sleep(100)
    await opened(platform)
  }
  assert.ok(heard.length > 0)
})
