import { queryOptions, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { newId } from '#kernel/values/ids.ts'
import { PlainDateText } from '#kernel/values/wire.ts'
import { dropDrafts } from './drafts.ts'
import { call, dropSession, holdSession } from './http.ts'
import { Problem } from './problem.ts'

const Post = z.object({ id: z.string(), title: z.string(), unit: z.string(), role: z.string().default('') })

const Session = z.object({
  actor: z.object({ id: z.string(), name: z.string() }),
  /** Every post of the person, and the one this session is narrowed to. */
  posts: z.array(Post).default([]),
  post: z.string().nullable().default(null),
  permissions: z.array(z.string()),
  court: z.object({ code: z.string(), name: z.string() }),
  today: PlainDateText,
  todayIsWorkingDay: z.boolean().nullable().default(null),
  csrfToken: z.string(),
  chain: z.object({ ok: z.boolean(), head: z.string().nullable().optional() }).nullable().default(null),
  /** Who leads the duty today, when the room that knows is there. */
  dutyLeader: z.string().nullable().default(null),
})
export type Session = z.output<typeof Session>

export type Credentials = { readonly loginName: string; readonly password: string; readonly code?: string }

const SignedIn = z.object({
  secondFactor: z.enum(['held', 'enrol', 'none']).default('none'),
  mustChangePassword: z.boolean().default(false),
  lastSignIn: z.object({ at: z.string(), from: z.string().nullable() }).nullable().default(null),
})
/** What is said of a sign-in: when and whence the last one was, and what must be done first. */
export type SignedIn = z.output<typeof SignedIn>

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

/** The court's name for the sign-in page, which the server tells strangers with its refusal. */
export const courtNameOptions = queryOptions({
  queryKey: ['court-name'],
  queryFn: async (): Promise<string> => {
    try {
      return Session.parse(await call(path, { passGate: true })).court.name
    } catch (thrown) {
      return thrown instanceof Problem ? String(thrown.document.parameters['court'] ?? '') : ''
    }
  },
})

function held(answer: unknown): Session {
  const session = Session.parse(answer)
  holdSession(session.csrfToken)
  return session
}

export async function signIn(credentials: Credentials): Promise<SignedIn & { readonly session: Session }> {
  const headers = { 'idempotency-key': newId() }
  const said = await call('/api/commands/identity.sign-in', {
    method: 'POST',
    body: credentials,
    headers,
    passGate: true,
  })
  const { answer } = z.object({ answer: SignedIn.default(SignedIn.parse({})) }).parse(said)
  return { ...answer, session: held(await call(path, { passGate: true })) }
}

/** The person signed in. Only inside the frame, which shows nothing else to anyone else. */
export function useSession(): Session {
  const { data } = useSuspenseQuery(sessionOptions)
  if (!data) throw new Error('no session inside the frame')
  return data
}

export const useMay = (): ((permission: string) => boolean) => {
  const { permissions } = useSession()
  return (permission) => permissions.includes(permission)
}

export function useSignOut(): () => Promise<void> {
  const client = useQueryClient()
  return async () => {
    const headers = { 'idempotency-key': newId() }
    await call('/api/commands/identity.sign-out', { method: 'POST', body: {}, headers, passGate: true })
    dropSession()
    dropDrafts()
    client.clear()
    client.setQueryData(sessionOptions.queryKey, null)
  }
}
