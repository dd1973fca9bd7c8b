import { readFileSync } from 'node:fs'
import { actorOf, seedDemoPeople } from '#capabilities/identity'
import { importFile } from '#capabilities/ledgers'
import { prepareCourt, writeSettings } from '#capabilities/operations'
import { inTransaction } from '#kernel/database/transaction.ts'
import { systemActor, type Actor } from '#kernel/occasion.ts'
import { todaySetting } from '#kernel/pipeline/occasion-for.ts'
import { execute } from '#kernel/pipeline/execute.ts'
import type { Platform } from '#kernel/platform.ts'
import { isRefusal } from '#kernel/problem.ts'
import { newId } from '#kernel/values/ids.ts'
import { fillRegisters } from '../registers/filled.ts'
import { inventedPerson, inventedResidentId, lotsFor } from '../../src/app/demo/invented.ts'

export const courts = ['川1123', '川1124'] as const
const today = '2025-01-06'

export type Person = { readonly role: string; readonly actor: Actor }

/** A court with somebody for every role, two teams of handlers and clerks, a partner's person, and cases all over. */
export async function fillCourt(platform: Platform, court: string): Promise<readonly Person[]> {
  await prepareCourt(platform, court)
  await inTransaction(platform, { court, unit: null }, (tx) =>
    writeSettings(tx, [{ key: todaySetting, value: today }], '演示数据', platform.clock()),
  )
  const logins = await seedDemoPeople(platform, court)
  const idOf = (login: string) => logins.find(({ loginName }) => loginName === login)?.staffId ?? ''
  const give = giver(platform, court)
  const second = await teamOf(platform, court, '执行二组')
  const first = await teamOf(platform, court, '执行一组')
  const hired: { readonly role: string; readonly staffId: string }[] = []
  for (const [role, postId, teamId] of [
    ['judge-2', 'judge', second],
    ['clerk-2', 'clerk', second],
    ['judge-3', 'judge', first],
  ] as const) {
    const staffId = await hire(give, `${role === 'clerk-2' ? '钱' : '赵'}某某`, {})
    await give('identity.give-post', { staffId, postId, fromOn: '2024-01-01' })
    await give('identity.join-team', { staffId, teamId, fromOn: '2024-01-01' })
    hired.push({ role, staffId })
  }
  hired.push({ role: 'partner', staffId: await hire(give, '冯某某', { unitId: 'police' }) })
  const staffOf = (role: string) => hired.find((h) => h.role === role)?.staffId ?? ''
  await fileCases(platform, court, give, [
    { handlerId: idOf('faguan'), clerkId: idOf('shujiyuan'), teamId: first },
    { handlerId: staffOf('judge-2'), clerkId: staffOf('clerk-2'), teamId: second },
    { handlerId: staffOf('judge-3'), clerkId: idOf('shujiyuan'), teamId: first },
    { handlerId: staffOf('judge-3') },
    null,
  ])
  await importLedger(platform, court)
  await fillRegisters(platform, court)
  const everyone = [...logins.map(({ role, staffId }) => ({ role, staffId })), ...hired]
  const people = await Promise.all(
    everyone.map(async ({ role, staffId }) => ({ role, actor: await actorOf(platform, court, staffId) })),
  )
  return people.flatMap(({ role, actor }) =>
    actor ? [{ role, actor: { ...actor, provedAt: platform.clock(), secondFactor: true } }] : [],
  )
}

type Give = (command: string, input: unknown) => Promise<Readonly<Record<string, unknown>>>

function giver(platform: Platform, court: string): Give {
  const all = [...platform.registry.commands.values()].map(({ may }) => may)
  const author = systemActor(court, 'demo', '演示数据', all)
  return async (command, input) => {
    const outcome = await execute(platform, author, { command, input })
    if (isRefusal(outcome)) throw new Error(`${command}: ${JSON.stringify(outcome.problem)}`)
    return outcome.answer ?? {}
  }
}

const hire = async (give: Give, name: string, more: object): Promise<string> =>
  String((await give('identity.create-person', { name, ...more }))['staffId'])

async function teamOf(platform: Platform, court: string, name: string): Promise<string> {
  const row = await inTransaction(platform, { court, unit: null }, (tx) =>
    tx.db.selectFrom('identity_team').select('team_id').where('name', '=', name).executeTakeFirstOrThrow(),
  )
  return row.team_id
}

type Hands = { readonly handlerId: string; readonly clerkId?: string; readonly teamId?: string }

/** Three cases for each pair of hands, and three for nobody yet. */
async function fileCases(
  platform: Platform,
  court: string,
  give: Give,
  hands: readonly (Hands | null)[],
): Promise<void> {
  if (!platform.registry.commands.has('cases.file-case')) return
  for (const [i, to] of hands.flatMap((each) => [each, each, each]).entries()) {
    const lots = lotsFor(`scope ${court} ${i}`)
    const party = (role: string) => ({
      role,
      name: inventedPerson(lots),
      kind: 'person',
      idNumber: inventedResidentId(lots),
    })
    const caseId = newId()
    await give('cases.file-case', {
      caseId,
      typeCode: '执',
      receivedOn: '2025-01-02',
      filedOn: '2025-01-02',
      cause: '民间借贷纠纷',
      basisNumber: `（2024）${court}民初${100 + i}号`,
      basisIssuer: '某某人民法院',
      flags: [],
      claimItems: [{ kind: 'principal', amountFen: '1000000', quoted: '归还借款。' }],
      parties: [party('applicant'), party('debtor')],
    })
    if (to) await give('cases.assign-case', { caseId, ...to, reason: '演示数据' })
  }
}

/** The sheet of the samples that has every kind of bad row: some go in, most wait. Only one court's numbers are in it. */
async function importLedger(platform: Platform, court: string): Promise<void> {
  if (court !== courts[0] || platform.registry.gather('ledgers').length === 0) return
  const fileName = '01b-问题样表.xlsx'
  const bytes = readFileSync(new URL(`../samples/2024/${fileName}`, import.meta.url))
  await importFile(platform, systemActor(court, 'import', '导入', ['ledgers.import']), { fileName, bytes })
}
