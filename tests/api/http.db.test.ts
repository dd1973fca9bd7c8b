import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { LightMyRequestResponse } from 'fastify'
import { key, runningCourt, signIn, type RunningCourt } from './running-court.ts'

let court: RunningCourt
before(async () => {
  court = await runningCourt({ bare: true })
})
after(() => court.close())

/** A problem document in Chinese that gives nothing of the inside away. */
function problemOf(reply: LightMyRequestResponse, status: number): Record<string, unknown> {
  assert.equal(reply.statusCode, status, reply.body)
  assert.match(String(reply.headers['content-type']), /^application\/problem\+json/)
  const problem = reply.json()
  assert.match(problem.type, /^\/problems\/[\w-]+\/[\w-]+$/)
  assert.match(problem.title, /[\u4e00-\u9fff]/)
  assert.match(problem.detail, /[\u4e00-\u9fff].*。$/s)
  assert.equal(problem.status, status)
  assert.ok(problem.trace.length >= 32)
  assert.doesNotMatch(reply.body, /\bat .+:\d+:\d+|node_modules|select |insert /)
  return problem
}

const post = (url: string, payload: unknown, headers: Record<string, string> = {}) =>
  court.app.inject({
    method: 'POST',
    url,
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
    headers: { 'content-type': 'application/json', ...headers },
  })
const get = (url: string, headers: Record<string, string> = {}) => court.app.inject({ method: 'GET', url, headers })

test('an address nobody knows is a problem, not a page', async () => {
  for (const url of [
    '/api/nothing',
    '/api/commands',
    '/api/queries/no.such?input=1',
    '/nothing',
    '/%zz',
    '/api/commands/a/b',
  ]) {
    const reply = await get(url)
    assert.ok([400, 401, 404].includes(reply.statusCode), `${url} ${reply.statusCode}`)
    problemOf(reply, reply.statusCode)
  }
  problemOf(await post('/api/commands/no.such', {}, { 'idempotency-key': key() }), 404)
})

test('the wrong method is told, with the right one', async () => {
  const wrong = [
    ['GET', '/api/commands/cases.file-case', 'POST'],
    ['DELETE', '/api/commands/cases.file-case', 'POST'],
    ['POST', '/api/queries/cases.register', 'GET'],
    ['PUT', '/api/files', 'POST'],
    ['PATCH', '/health', 'GET'],
  ] as const
  for (const [method, url, allow] of wrong) {
    const reply = await court.app.inject({ method, url })
    problemOf(reply, 405)
    assert.equal(reply.headers.allow, allow)
  }
})

test('a body that is no JSON, too large or of another kind is refused before anything is done', async () => {
  const url = '/api/commands/identity.sign-in'
  for (const body of ['{', '"', 'null,', '{"a":1}}', '\u0000']) problemOf(await post(url, body), 400)
  problemOf(await post(url, '[]'), 422)
  problemOf(await post(url, '"text"'), 422)
  const tooLarge = problemOf(await post(url, { loginName: 'x'.repeat(3 * 1024 * 1024) }), 413)
  assert.match(String(tooLarge['detail']), /上限 2 MB.*请/)
  problemOf(await post(url, 'a=1', { 'content-type': 'application/x-www-form-urlencoded' }), 415)
  problemOf(await post(url, '<a/>', { 'content-type': 'text/xml' }), 415)
  problemOf(await post(url, '{"__proto__":{"loginName":"x"}}'), 400)
})

test('who has not signed in learns nothing and changes nothing', async () => {
  problemOf(await get('/api/session'), 401)
  problemOf(await get('/api/live'), 401)
  problemOf(await get('/api/queries/cases.register'), 401)
  problemOf(await get('/api/queries/cases.register.xlsx'), 401)
  problemOf(await post('/api/commands/cases.triage-case', {}, { 'idempotency-key': key() }), 401)
  problemOf(await get('/api/session', { cookie: 'duixian_session=forged' }), 401)
  problemOf(await get('/api/session', { authorization: 'Bearer forged' }), 401)
})

test('a change needs the token of its own page; a token of another session does not do', async () => {
  const [clerk, judge] = [await signIn(court, 'shujiyuan'), await signIn(court, 'faguan')]
  const act = (headers: Record<string, string>) =>
    post('/api/commands/identity.sign-out', {}, { cookie: clerk.cookie, 'idempotency-key': key(), ...headers })
  const wrong: readonly Record<string, string>[] = [
    {},
    { 'x-csrf-token': '' },
    { 'x-csrf-token': judge.csrf },
    { 'x-csrf-token': `${clerk.csrf}x` },
    { origin: 'http://localhost' },
  ]
  for (const headers of wrong) {
    assert.equal(problemOf(await act(headers), 403)['type'], '/problems/kernel/foreign-page')
  }
  assert.equal((await act({ 'x-csrf-token': clerk.csrf })).statusCode, 200)
  problemOf(await get('/api/session', { cookie: clerk.cookie }), 401)
})

test('a sign-in sent from another site is refused', async () => {
  const reply = await post(
    '/api/commands/identity.sign-in',
    {},
    { origin: 'https://elsewhere.example', host: 'court.local' },
  )
  assert.equal(problemOf(reply, 403)['type'], '/problems/kernel/foreign-page')
})

test('a change without a key for repeating it is refused', async () => {
  const { cookie, csrf } = await signIn(court, 'faguan')
  const act = (headers: Record<string, string>) =>
    post('/api/commands/cases.triage-case', {}, { cookie, 'x-csrf-token': csrf, ...headers })
  problemOf(await act({}), 428)
  problemOf(await act({ 'idempotency-key': 'short' }), 428)
  problemOf(await act({ 'idempotency-key': 'x'.repeat(101) }), 428)
  problemOf(await act({ 'idempotency-key': key() }), 422)
})

test('the session cookie cannot be read by scripts and does not travel to other sites', async () => {
  const password = court.people[0]?.password ?? ''
  const loginName = court.people[0]?.loginName ?? ''
  const reply = await post('/api/commands/identity.sign-in', { loginName, password })
  const cookie = String(reply.headers['set-cookie'])
  assert.match(cookie, /HttpOnly/)
  assert.match(cookie, /SameSite=Strict/)
  assert.doesNotMatch(reply.body, /sessionToken/)
  assert.equal(reply.headers['cache-control'], 'no-store')
})

test('scripts come from here alone, nobody frames the pages, and types are not guessed', async () => {
  for (const url of ['/health', '/api/openapi.json', '/api/nothing']) {
    const { headers } = await get(url)
    const policy = String(headers['content-security-policy'])
    assert.match(policy, /script-src 'self'(;|$)/)
    assert.match(policy, /frame-ancestors 'none'/)
    assert.match(policy, /object-src 'none'/)
    assert.doesNotMatch(policy, /unsafe-eval|https?:|\*/)
    assert.equal(headers['x-content-type-options'], 'nosniff')
    assert.equal(headers['x-frame-options'], 'SAMEORIGIN')
    assert.equal(headers['strict-transport-security'], undefined)
    assert.equal(headers['x-powered-by'], undefined)
  }
})

test('a reader of English is answered in English', async () => {
  const problem = (await get('/api/session', { 'accept-language': 'en-GB,en' })).json()
  assert.equal(problem.title, 'Sign in first')
})

test('parameters given twice, cut off or of another type are refused or ignored, never a fault', async () => {
  const { cookie } = await signIn(court, 'faguan')
  for (const search of [
    'input=1&input=2',
    'input=%7B',
    'input=null',
    'input=[]',
    'limit=abc',
    'limit=1.5',
    'limit=-1',
    'limit=1e99',
    'after=a&after=b',
    'after=%00',
    'sort=__proto__',
    'sort=-',
    'total=2',
  ]) {
    const reply = await get(`/api/queries/cases.register?${search}`, { cookie })
    assert.ok(reply.statusCode < 500, `${search} ${reply.body}`)
    if (reply.statusCode !== 200) problemOf(reply, reply.statusCode)
  }
})

test('the trace of a caller is the trace of the answer', async () => {
  const trace = '0af7651916cd43dd8448eb211c80319c'
  const reply = await get('/api/session', { traceparent: `00-${trace}-b7ad6b7169203331-01` })
  assert.equal(reply.json().trace, trace)
})

test('health, readiness and metrics answer without a session and without names', async () => {
  assert.deepEqual((await get('/health')).json(), { status: 'up' })
  assert.deepEqual((await get('/ready')).json(), { ready: true })
  const metrics = await get('/metrics')
  assert.match(metrics.body, /duixian_commands_total\{command="identity\.sign-in",outcome="done"\} \d+/)
  assert.match(metrics.body, /duixian_http_seconds_bucket/)
  assert.match(metrics.body, /process_resident_memory_bytes/)
  for (const { loginName, name } of court.people) {
    assert.ok(!metrics.body.includes(loginName))
    assert.ok(!metrics.body.includes(name))
  }
})

test('a file is uploaded once, kept, and refused without session or page token', async () => {
  const { cookie, csrf } = await signIn(court, 'faguan')
  const form = (bytes: string) =>
    `--x\r\ncontent-disposition: form-data; name="file"; filename="裁定.txt"\r\ncontent-type: text/plain\r\n\r\n${bytes}\r\n--x--\r\n`
  const send = (payload: string, headers: Record<string, string>) =>
    court.app.inject({
      method: 'POST',
      url: '/api/files',
      payload,
      headers: { 'content-type': 'multipart/form-data; boundary=x', ...headers },
    })
  const reply = await send(form('内容'), { cookie, 'x-csrf-token': csrf })
  assert.equal(reply.statusCode, 200, reply.body)
  assert.equal(reply.json().bytes, 6)
  problemOf(await send(form('内容'), {}), 401)
  problemOf(await send(form('内容'), { cookie }), 403)
  problemOf(await send('--x--\r\n', { cookie, 'x-csrf-token': csrf }), 400)
  problemOf(await send('broken', { cookie, 'x-csrf-token': csrf }), 400)
  problemOf(await send('{}', { cookie, 'x-csrf-token': csrf, 'content-type': 'application/json' }), 415)
})
