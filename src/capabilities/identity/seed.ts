import { inTransaction, type Tx } from '#kernel/database/transaction.ts'
import { systemActor, type Occasion } from '#kernel/occasion.ts'
import { appendToJournal } from '#kernel/pipeline/execute.ts'
import { occasionFor } from '#kernel/pipeline/occasion-for.ts'
import type { Platform } from '#kernel/platform.ts'
import { newId } from '#kernel/values/ids.ts'
import { writeSettings } from '#capabilities/operations'
import { savePersons, type PersonCreated } from './commands/create-person.ts'
import { saveHoldings, type PostGiven } from './commands/give-post.ts'
import { saveTeams, type TeamFormed } from './commands/form-team.ts'
import { saveMembers, type TeamJoined } from './commands/join-team.ts'
import { hashPassword, randomPassword } from './password-hash.ts'
import { syncRoles } from './roles.ts'
import { unwritten } from './secrets.ts'
import { demandSecondFactor } from './settings.ts'

/** Invented people, one login per role. */
const people = [
  { loginName: 'shujiyuan', name: '刘某某', posts: ['clerk', 'P01'], role: '书记员' },
  { loginName: 'faguan', name: '王某某', posts: ['judge', 'P10'], role: '执行法官' },
  { loginName: 'ankuan', name: '何某某', posts: ['P12'], role: '案款管理专员' },
  { loginName: 'juzhang', name: '张某某', posts: ['director', 'P02'], role: '执行局局长' },
  { loginName: 'yuanzhang', name: '陈某某', posts: ['president'], role: '院长' },
  { loginName: 'lian', name: '周某某', posts: ['filing'], role: '立案庭' },
  { loginName: 'fajing', name: '吴某某', posts: ['bailiff'], role: '司法警察' },
  { loginName: 'zhihui', name: '郑某某', posts: ['P08'], role: '指挥中心值守' },
  { loginName: 'ducha', name: '孙某某', posts: ['inspector'], role: '纪检督察' },
  { loginName: 'bangongshi', name: '石某某', posts: ['office', 'P15'], role: '办公室' },
  { loginName: 'xitong', name: '梁某某', posts: ['system-administrator'], role: '系统管理员' },
  { loginName: 'anquan', name: '罗某某', posts: ['security-administrator'], role: '安全管理员' },
  { loginName: 'shenji', name: '谢某某', posts: ['audit-administrator'], role: '审计管理员' },
] as const

const teams = [
  { name: '执行一组', members: ['faguan', 'shujiyuan'] },
  { name: '执行二组', members: [] },
] as const

/** Other names for logins, so that they are the people whom the demo's ledgers name. */
export type DemoNames = Partial<Record<(typeof people)[number]['loginName'], string>>

export type DemoLogin = {
  readonly role: string
  readonly name: string
  readonly loginName: string
  readonly password: string
  readonly staffId: string
}

/** The people of a demo court in the open transaction. Passwords are made for this folder and returned to be printed. */
async function demoPeople(tx: Tx, occasion: Occasion, names: DemoNames): Promise<readonly DemoLogin[]> {
  const logins = people.map(({ loginName, name, role }) => ({
    role,
    name: names[loginName] ?? name,
    loginName,
    password: randomPassword(),
    staffId: newId(),
  }))
  const idOf = new Map<string, string>(logins.map(({ loginName, staffId }) => [loginName, staffId]))
  const fromOn = occasion.today.subtract({ years: 2 })
  const persons = await Promise.all(logins.map((login) => personOf(login, fromOn, occasion)))
  const holdings = people.flatMap(({ loginName, posts }) =>
    posts.map((postId) => holdingOf(idOf.get(loginName) ?? '', postId, fromOn)),
  )
  const formed = teams.map(({ name }): TeamFormed => ({ type: 'identity.team-formed', teamId: newId(), name }))
  const joined = teams.flatMap(({ members }, i) =>
    members.map((login): TeamJoined => ({
      type: 'identity.team-joined',
      teamId: formed[i]?.teamId ?? '',
      staffId: idOf.get(login) ?? '',
      fromOn,
    })),
  )
  await savePersons(tx, persons)
  await saveHoldings(tx, holdings)
  await saveTeams(tx, formed)
  await saveMembers(tx, joined)
  // A demo shows invented data on one machine; its logins are printed beside its address. An authenticator app would
  // keep out nobody but the person who wants to look.
  await writeSettings(tx, [{ key: demandSecondFactor.key, value: false }], '演示数据', occasion.now)
  const journalled = [
    ...persons.map((fact) => ({ fact, subjects: [`staff:${fact.staffId}`] as const })),
    ...holdings.map((fact) => ({ fact, subjects: [`staff:${fact.staffId}`, `post:${fact.postId}`] as const })),
    ...formed.map((fact) => ({ fact, subjects: [`team:${fact.teamId}`] as const })),
    ...joined.map((fact) => ({ fact, subjects: [`team:${fact.teamId}`, `staff:${fact.staffId}`] as const })),
  ]
  await appendToJournal(tx, 'identity.seed-demo', journalled, occasion, new Set())
  return logins
}

/** Roles, posts and people of a demo court, in a transaction of its own. */
export const seedDemoPeople = (
  platform: Platform,
  court: string,
  names: DemoNames = {},
): Promise<readonly DemoLogin[]> =>
  inTransaction(platform, { court, unit: null }, async (tx) => {
    const occasion = await occasionFor(tx, systemActor(court, 'operator', '运行维护', []))
    await syncRoles(tx, occasion)
    return demoPeople(tx, occasion, names)
  })

async function personOf(
  { staffId, name, loginName, password }: DemoLogin,
  activeFrom: Temporal.PlainDate,
  { now }: Occasion,
): Promise<PersonCreated> {
  const passwordPhc = await hashPassword(password)
  return {
    type: 'identity.person-created',
    staffId,
    name,
    loginName,
    unitId: null,
    activeFrom,
    at: now,
    [unwritten]: { passwordPhc, temporary: false },
  }
}

const holdingOf = (staffId: string, postId: string, fromOn: Temporal.PlainDate): PostGiven => ({
  type: 'identity.post-given',
  holdingId: newId(),
  staffId,
  postId,
  title: postId,
  fromOn,
  untilOn: null,
  inPlaceOf: null,
  warrant: null,
})
