import { simulatedCase } from './simulated-cases.ts'

const wanted = new URLSearchParams(location.search)
const rowCount = Number(wanted.get('rows') ?? 96)
let signedIn = !wanted.has('signed-out')

const session = {
  actor: { id: 'w', name: '王某' },
  posts: [{ id: 'judge', title: '执行法官', unit: '' }],
  permissions: [],
  court: { code: '川1123', name: '犍为县人民法院' },
  today: '2024-09-12',
  todayIsWorkingDay: true,
  csrfToken: 'x',
  chain: { ok: true, head: '9f3c' },
  dutyLeader: '陈某',
}

const problem = (status: number, rest: object) => ({
  status,
  body: { status, title: '', detail: '', trace: '7F3A21', ...rest },
})
const good = (body: unknown) => ({ status: 200, body })

/** Stands for the server in the gallery: answers from invented rows, refuses, conflicts and loses sessions on wish. */
export function simulateServer(): void {
  window.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, location.href)
    await new Promise((resolve) => setTimeout(resolve, 15))
    const key = new Headers(init?.headers).get('idempotency-key')
    const { status, body } = answerOf(url, init?.method ?? 'GET', key)
    return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })
  }
  Object.assign(window, { EventSource: SilentSource })
}

class SilentSource extends EventTarget {
  close(): void {}
}

/** The key of the command that met the end of the session; it must come again. */
let interrupted: string | null = null

function answerOf(url: URL, method: string, key: string | null): { status: number; body: unknown } {
  const name = url.pathname.split('/').at(-1) ?? ''
  if (method === 'POST' && name === 'cases.close' && wanted.has('expire') && interrupted === null) {
    interrupted = key
    signedIn = false
  }
  if (name === 'identity.sign-in') {
    signedIn = wanted.get('signed-out') !== 'wrong'
    return signedIn
      ? good({ answer: {} })
      : problem(401, { type: '/problems/identity/wrong', title: '没有登录', detail: '用户名或密码不对，还可试3次。' })
  }
  if (!signedIn)
    return problem(401, {
      type: '/problems/kernel/sign-in-first',
      title: '请先登录',
      detail: '登录已过期或尚未登录。',
      parameters: { court: session.court.name },
    })
  if (url.pathname === '/api/session') return good(session)
  if (interrupted !== null && method === 'POST' && key !== interrupted)
    return problem(428, { title: '换了编号', detail: '重试时换了提交编号。' })
  if (method === 'POST') return commanded(name)
  if (name === 'cases.list') return good(caseRows(url.searchParams))
  if (name === 'search.everything')
    return good(
      [0, 1, 2].map(simulatedCase).map(({ number, applicant, debtor, caseId }) => ({
        kind: '案件',
        title: number,
        detail: `${applicant} 申请 ${debtor}`,
        href: `/cases/${caseId}`,
      })),
    )
  if (name === 'rules.text')
    return good({
      title: '最高人民法院关于执行款物管理工作的规定',
      article: '第十条',
      text: '（样张不引用条文原文）',
      effectiveFrom: '2017-05-01',
      effectiveTo: null,
      source: '法发〔2017〕6号',
      version: '第1版',
    })
  return problem(503, {
    type: '/problems/kernel/database-away',
    title: '没有读出来',
    detail: '案款没有读出来，其他内容不受影响。',
  })
}

let conflicts = 1
function commanded(name: string) {
  if (name === 'cases.close' && conflicts-- > 0)
    return problem(412, {
      type: '/problems/kernel/stale-version',
      title: '内容已被别人改过',
      detail: '您看到的不是最新内容。请比较后再保存。',
    })
  if (name === 'cases.terminate')
    return problem(409, {
      type: '/problems/cases/not-yet',
      title: '暂不能终本',
      detail: '24项差1项：不动产尚未查询。',
      rule: 'termination.search',
      citation: '终本规定§1',
      remedy: { title: '发起不动产查询', href: '/cases' },
    })
  return good({ type: 'cases.closed', subject: 'case:1', seq: '1' })
}

function caseRows(query: URLSearchParams) {
  const down = query.get('sort')?.startsWith('-') ?? false
  const from = Number(query.get('after') ?? 0)
  const limit = Number(query.get('limit') ?? 200)
  const count = Math.max(0, Math.min(limit, rowCount - from))
  const rows = Array.from({ length: count }, (_, offset) =>
    simulatedCase(down ? rowCount - 1 - from - offset : from + offset),
  )
  const next = from + limit < rowCount ? String(from + limit) : null
  const totals =
    query.get('total') === '1' ? { total: rowCount, sums: { claimed: '1420638193', recovered: '391824010' } } : {}
  return { rows, next, ...totals }
}
