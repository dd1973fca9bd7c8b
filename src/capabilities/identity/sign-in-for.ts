import { anonymous, type Actor } from '#kernel/occasion.ts'
import { execute } from '#kernel/pipeline/execute.ts'
import { signInFirst } from '#kernel/pipeline/problems.ts'
import type { Platform } from '#kernel/platform.ts'
import { isRefusal, type Refusal } from '#kernel/problem.ts'
import { identityDoor } from './door.ts'

type Credentials = { readonly loginName: string; readonly password: string; readonly code?: string }

/** Signs somebody in away from a browser, at the command line, and returns who they are. */
export async function signInFor(platform: Platform, court: string, input: Credentials): Promise<Actor | Refusal> {
  const reply = await execute(platform, anonymous(court), { command: 'identity.sign-in', input })
  if (isRefusal(reply)) return reply
  return (await identityDoor.actorFor(platform, court, String(reply.answer?.['sessionToken']))) ?? signInFirst()
}
