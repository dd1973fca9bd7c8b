import { queryOptions, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { PlainDateText } from '#kernel/values/wire.ts'
import { call, dropSession, holdSession } from './http.ts'
import { Problem } from './problem.ts'

const Session = z.object({
  actor: z.object({
    id: z.string(),
    name: z.string(),
    posts: z.array(z.object({ id: z.string(), title: z.string(), unit: z.string() })).default([]),
    permissions: z.array(z.string()),
  }),
  court: z.object({ code: z.string(), name: z.string() }),
  today: PlainDateText,
  todayIsWorkingDay: z.boolean(),
  csrfToken: z.string(),
  chain: z.object({ ok: z.boolean(), head: z.string().nullable().optional() }).optional(),
  /** Who leads the duty today, when the room that knows is there. */
  dutyLeader: z.string().nullable().optional(),
  lastSignIn: z.object({ at: z.string(), from: z.string() }).nullable().optional(),
})
export type Session = z.output<typeof Session>

export type Credentials = { readonly name: string; readonly password: string; readonly code?: string }

const path = '/api/session'

/** `null` while nobody is signed in. */
export const sessionOptions = queryOptions({
  queryKey: ['session'],
  queryFn: async (): Promise<Session | null> => {
    try {
      return held(await call(path, { passGate: true }))
    } catch (thrown) {
      if (thrown instanceof Problem && thrown.status === 401) return null
      throw thrown
    }
  },
  staleTime: 5 * 60_000,
})

function held(answer: unknown): Session {
  const session = Session.parse(answer)
  holdSession(session.csrfToken)
  return session
}

export async function signIn(credentials: Credentials): Promise<Session> {
  await call(path, { method: 'POST', body: credentials, passGate: true })
  return held(await call(path, { passGate: true }))
}

/** The person signed in. Only inside the frame, which shows nothing else to anyone else. */
export function useSession(): Session {
  const { data } = useSuspenseQuery(sessionOptions)
  if (!data) throw new Error('no session inside the frame')
  return data
}

export const useMay = (): ((permission: string) => boolean) => {
  const { actor } = useSession()
  return (permission) => actor.permissions.includes(permission)
}

export function useSignOut(): () => Promise<void> {
  const client = useQueryClient()
  return async () => {
    await call(path, { method: 'DELETE', passGate: true })
    dropSession()
    client.clear()
    client.setQueryData(sessionOptions.queryKey, null)
  }
}
