import { z } from 'zod'
import { commandContract, listContract, readingContract } from '#web/api.ts'
import { acts } from '../acts.ts'
import { PermissionRow, PersonCard, PersonRow, PostCard, RoleCard, SessionRow, TeamCard, WhoAmI } from '../contract.ts'

const nothing = z.object({})
const staff = { staffId: z.uuid() }
const temporary = z.object({ temporaryPassword: z.string() })

export const people = listContract({
  name: 'identity.people',
  input: z.object({ name: z.string().optional(), state: z.enum(['active', 'proposed', 'left']).optional() }),
  row: PersonRow,
})
export const sessions = listContract({
  name: 'identity.sessions',
  input: z.object({ staffId: z.uuid().optional(), openOnly: z.boolean().optional() }),
  row: SessionRow,
})
export const person = readingContract({ name: 'identity.person', input: z.object(staff), output: PersonCard })
export const posts = readingContract({ name: 'identity.posts', input: nothing, output: z.array(PostCard) })
export const roles = readingContract({ name: 'identity.roles', input: nothing, output: z.array(RoleCard) })
export const teams = readingContract({ name: 'identity.teams', input: nothing, output: z.array(TeamCard) })
export const whoAmI = readingContract({ name: 'identity.who-am-i', input: nothing, output: WhoAmI })
export const permissions = readingContract({
  name: 'identity.permissions',
  input: nothing,
  output: z.array(PermissionRow),
})

export const createPerson = commandContract({
  ...acts.createPerson,
  answer: z.object({ staffId: z.uuid(), temporaryPassword: z.string().nullable() }),
})
export const giveLogin = commandContract({
  ...acts.giveLogin,
  input: acts.giveLogin.input.extend(staff),
  answer: temporary,
})
export const resetPassword = commandContract({ ...acts.resetPassword, input: z.object(staff), answer: temporary })
export const deactivate = commandContract({ ...acts.deactivate, input: acts.deactivate.input.extend(staff) })
export const givePost = commandContract({ ...acts.givePost, input: acts.givePost.input.extend(staff) })
export const endPost = commandContract({
  ...acts.endPost,
  input: acts.endPost.input.extend({ holdingId: z.uuid() }),
})
export const unlock = commandContract({ ...acts.unlock, input: z.object(staff) })
export const dropSecondFactor = commandContract({
  ...acts.dropSecondFactor,
  input: acts.dropSecondFactor.input.extend(staff),
})
export const endSession = commandContract({ ...acts.endSession, input: z.object({ sessionId: z.uuid() }) })
export const defineRole = commandContract(acts.defineRole)
export const changePassword = commandContract(acts.changePassword)
export const beginSecondFactor = commandContract({
  ...acts.beginSecondFactor,
  answer: z.object({ secret: z.string(), address: z.string() }),
})
export const confirmSecondFactor = commandContract(acts.confirmSecondFactor)
export const formTeam = commandContract(acts.formTeam)
export const joinTeam = commandContract({ ...acts.joinTeam, input: acts.joinTeam.input.extend(staff) })
export const leaveTeam = commandContract({ ...acts.leaveTeam, input: acts.leaveTeam.input.extend(staff) })
