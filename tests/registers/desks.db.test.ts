import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { prepareCourt } from '#capabilities/operations'
import type { Actor } from '#kernel/occasion.ts'
import type { TestPlatform } from '#kernel/testing/platform.ts'
import { filedCase } from './filed-case.ts'
import { asked, bring, bureau, caseOf, court as courtCode, given, staff, type Rows } from './court.ts'

type Lines = { readonly what: string; readonly state: string; readonly caseNumber: string | null }
type Desk = { readonly lines: readonly Lines[]; readonly counts: ReadonlyMap<string, number> }

let court: TestPlatform
let handler = ''
let clerk = ''
const number = '（2024）川1123执1147号'

async function act(command: string, input: object): Promise<string> {
  const { entryId, problem } = await given(court, command, input)
  assert.equal(problem, null, command)
  return entryId
}

/** A court on the morning of Tuesday 7 January 2025, with one record of each kind that somebody must see first. */
before(async (t) => {
  court = await bureau(t as never)
  await prepareCourt(court, courtCode)
  await bring(court, '01-首次执行案件台账.xlsx', '03-银行流水-2024年9月.xlsx')
  const { caseId, debtors } = await caseOf(court, number)
  const debtor = { caseId, partyId: debtors[0]?.partyId }
  const days = { decidedOn: '2025-01-02', days: 5 }
  const inside = await act('measures.record-detention', { ...debtor, ...days, ground: '拒不报告财产' })
  await act('measures.deliver-detention', { entryId: inside, deliveredOn: '2025-01-02' })
  await act('measures.record-detention', { ...debtor, decidedOn: '2025-01-06', days: 3, ground: '违反限制消费令' })

  const report = { calledOn: '2025-01-06', calledAt: '21:40', report: '某处发现被执行人', caseNumber: number }
  await act('hotline.record-call', report)
  const going = await act('hotline.record-call', { ...report, calledAt: '22:10' })
  await act('hotline.dispatch-call', { entryId: going, dispatch: '法院出警', unit: '执行指挥中心备勤组' })

  const duty = { shift: '全天', leader: '某局长', bailiffs: '甲、乙' }
  for (const onDay of ['2025-01-06', '2025-01-07']) await act('command-centre.record-shift', { ...duty, onDay })
  await act('command-centre.record-work-order', {
    matter: 'W07 线下调查',
    requestedOn: '2025-01-06',
    caseNumber: number,
  })
  const plan = { campaign: '开年行动', squad: '第一组', lead: '甲', members: '甲、乙、丙' }
  await act('campaigns.record-squad', { ...plan, formedOn: '2025-01-07' })

  const letter = { source: '来信', category: '消极执行', caseNumber: number, petitioner: '筠一帆' }
  await act('supervision.record-complaint', { ...letter, receivedOn: '2024-10-08' })
  await act('property.record-seizure', {
    ...debtor,
    assetKind: '机动车',
    asset: '川L00001',
    measure: '查封',
    startsOn: '2023-01-16',
    endsOn: '2025-01-15',
  })
  const unperformed = { documentNumber: '（2024）川1123民初9101号', filedOn: '2024-10-08', moneyClaim: true }
  const judgment = await act('judgments.record-judgment', unperformed)
  const duties = { effectiveOn: '2024-12-10', hasDuty: true, performBy: '2025-01-10', amount: '100000' }
  await act('judgments.take-effect-judgment', { entryId: judgment, ...duties })
  const urged = { document: '（2024）川1123民初9102号', creditor: '筠一帆', debtor: '周远岚', startedOn: '2024-12-12' }
  await act('urging.record-urging-file', { ...urged, windowEndsOn: '2025-01-08' })

  // Filed thirty days before this Thursday.
  await filedCase(court, [{ name: '闻小溪' }], '2024-12-10')
  await act('parties.reveal', { partyId: debtors[0]?.partyId, field: 'identifier', purpose: 'supervision', caseId })

  const { rows } = await asked<Rows<{ readonly handlerId: string; readonly clerkId: string }>>(
    court,
    'measures.detentions',
    {},
  )
  handler = rows[0]?.handlerId ?? ''
  clerk = rows[0]?.clerkId ?? ''
})

/** Somebody who holds a role as it ships, and nothing else. */
function holding(role: string): Actor {
  const grants = court.registry.gather('roleGrants').filter((grant) => grant.role === role || grant.role === 'everyone')
  const who = role === 'judge' ? handler : role === 'clerk' ? clerk : '00000000-0000-7000-8000-000000000009'
  return { ...staff(who, []), grants: grants.map(({ permission, scope }) => ({ permission, scope })) }
}

async function deskOf(role: string): Promise<Desk> {
  const actor = holding(role)
  const today = await asked<{
    readonly rows: readonly {
      readonly what: { readonly zh: string }
      readonly state: string
      readonly caseNumber: string | null
    }[]
  }>(court, 'desk.today', {}, actor)
  const counts = await asked<readonly { readonly title: { readonly zh: string }; readonly count: number }[]>(
    court,
    'desk.counts',
    {},
    actor,
  )
  return {
    lines: today.rows.map(({ what, state, caseNumber }) => ({
      what: what.zh.replace(/ [\d,.]+ 元$/, ''),
      state,
      caseNumber,
    })),
    counts: new Map(counts.map(({ title, count }) => [title.zh, count])),
  }
}

/** Practice §13: what each post must see first, as lines to act on and as figures of the head. A figure is more than nothing. */
const mornings = {
  president: { lines: ['拘留期满释放'], counts: ['在拘', '待送拘', '信访超期', '未处置来电'] },
  director: {
    lines: ['处置接报', '出警到场', '交接班', '信访到期'],
    counts: ['昨日以来接报', '今日外出小组', '今日值班', '本周满30/90/150/180天', '待分案'],
  },
  judge: { lines: ['查封到期', '送拘'], counts: ['在办'] },
  clerk: { lines: ['查封到期', '送拘'], counts: ['在办', '本周到期'] },
  'money-officer': { lines: ['案款待发放'], counts: ['未认领到账'] },
  dispatcher: { lines: ['处置接报', '交接班'], counts: ['今日值班', '未处置来电', '昨日以来接报'] },
  bailiff: { lines: ['送拘', '拘留期满释放', '出警到场'], counts: ['在拘', '待送拘'] },
  'filing-clerk': { lines: ['裁判履行期限届满', '督促期届满'], counts: ['待送达保全告知书'] },
  inspector: { lines: ['信访到期'], counts: ['昨日以来查看个人信息', '案款审计提示'] },
} as const

for (const [role, { lines, counts }] of Object.entries(mornings))
  test(`in the morning the desk of the ${role} has its first lines`, async () => {
    const desk = await deskOf(role)
    const shown = new Set(desk.lines.map(({ what }) => what))
    assert.deepEqual(
      lines.filter((what) => !shown.has(what)),
      [],
    )
    assert.deepEqual(
      counts.filter((title) => !((desk.counts.get(title) ?? 0) > 0)),
      [],
    )
  })

test('whoever is in custody stands first, whichever desk it is', async () => {
  for (const role of ['president', 'bailiff', 'judge']) {
    const { lines } = await deskOf(role)
    assert.deepEqual([lines[0]?.what, lines[0]?.state], ['拘留期满释放', 'custody'], role)
  }
})

test('the figures of the head count what their lists hold', async () => {
  const director = holding('director')
  const { counts } = await deskOf('director')
  const total = async (query: string, filter: object) => (await asked<Rows>(court, query, filter, director)).total
  assert.equal(counts.get('本周满30/90/150/180天'), await total('cases.register', { reaching: true }))
  assert.equal(counts.get('昨日以来接报'), await total('hotline.calls', { day: 'calledOn', past: '1' }))
  const inspector = await deskOf('inspector')
  // Where there is nothing the head stays short.
  for (const title of ['延缓发放', '收款账户新变更']) assert.equal(inspector.counts.get(title), undefined)
  const looks = await asked<Rows>(court, 'audit.access-log', { days: 1 }, holding('inspector'))
  assert.equal(inspector.counts.get('昨日以来查看个人信息'), looks.total)
})
