import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { execute } from '#kernel/pipeline/execute.ts'
import { isRefusal } from '#kernel/problem.ts'
import { afterwards } from '#kernel/testing/afterwards.ts'
import { almighty, key, runningCourt, signIn } from './running-court.ts'

test('whoever calls too often is told to wait, in Chinese, and health still answers', async (t) => {
  const court = await runningCourt({ callsPerMinute: 30, bare: true })
  afterwards(t, court.close)
  const statuses: number[] = []
  for (let i = 0; i < 35; i++) statuses.push((await court.app.inject({ url: '/api/session' })).statusCode)
  assert.deepEqual([statuses[29], statuses[30]], [401, 429])
  const reply = await court.app.inject({ url: '/api/session' })
  assert.match(String(reply.headers['content-type']), /^application\/problem\+json/)
  assert.match(reply.json().detail, /太频繁/)
  assert.ok(Number(reply.headers['retry-after']) > 0)
  assert.equal((await court.app.inject({ url: '/health' })).statusCode, 200)
})

test('an open screen hears what was committed, and a shutdown ends it without waiting', async (t) => {
  const court = await runningCourt({ bare: true })
  let closed = false
  afterwards(t, async () => (closed ? undefined : court.close()))
  const address = await court.app.listen({ port: 0, host: '127.0.0.1' })
  const { cookie } = await signIn(court, 'faguan')
  const stream = await fetch(`${address}/api/live`, { headers: { cookie } })
  assert.equal(stream.headers.get('content-type'), 'text/event-stream')
  const heard: string[] = []
  const reading = (async () => {
    const decoder = new TextDecoder()
    for await (const chunk of stream.body ?? []) heard.push(decoder.decode(chunk))
    return 'ended'
  })()
  const input = { key: 'identity.idleMinutes', value: 30 }
  const outcome = await execute(court.platform, almighty(court), {
    command: 'operations.set-setting',
    input,
    idempotencyKey: key(),
  })
  if (isRefusal(outcome)) {
    const owner = court.platform.pool
    await owner.query(`select pg_notify('duixian_live', $1)`, [JSON.stringify({ court: '川1123', topics: ['case:1'] })])
  }
  for (let turn = 0; turn < 100 && !heard.join('').includes('data: '); turn++) await sleep(20)
  assert.match(heard.join(''), /data: \{"topics":\[/)
  const started = performance.now()
  closed = true
  await court.close()
  assert.equal(await reading, 'ended')
  assert.ok(performance.now() - started < 3000)
  await assert.rejects(fetch(`${address}/health`))
})

test('without a database the server says so and is not ready, and comes back with it', async (t) => {
  const court = await runningCourt({ bare: true })
  afterwards(t, court.close)
  const { cookie } = await signIn(court, 'faguan')
  const working = court.platform.pool.connect.bind(court.platform.pool)
  court.platform.pool.connect = (() =>
    Promise.reject(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }))) as typeof working
  const reply = await court.app.inject({ url: '/api/queries/cases.register', headers: { cookie } })
  court.platform.pool.connect = working
  assert.equal(reply.statusCode, 503)
  assert.equal(reply.json().type, '/problems/kernel/database-away')
  const again = await court.app.inject({ url: '/api/queries/cases.register', headers: { cookie } })
  assert.equal(again.statusCode, 200, again.body)
})
