import { currentLanguage } from './language.ts'
import { Problem, ProblemDocument, unreachable, unreadable } from './problem.ts'
import { Gate } from './gate.ts'

/** Shut while the session has ended. */
export const signInGate = new Gate()
/** Shut while an act waits for the password or second factor once more. */
export const proofGate = new Gate()

/** What the session told us; the token goes with every change. */
const held = { csrfToken: '', signedIn: false }

export const holdSession = (csrfToken: string): void => void Object.assign(held, { csrfToken, signedIn: true })
export const dropSession = (): void => void Object.assign(held, { csrfToken: '', signedIn: false })

/** What proves that a change comes from our own page. */
export const csrfHeader = (): Readonly<Record<string, string>> => ({ 'x-csrf-token': held.csrfToken })

type Call = {
  readonly method?: 'GET' | 'POST' | 'DELETE'
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
  /** The session's own calls do not wait at the gate they open. */
  readonly passGate?: boolean
}

/** Calls the server and returns its JSON. Throws `Problem`, never anything else, unless the call was abandoned. */
export function call(path: string, wanted: Call = {}): Promise<unknown> {
  const send = async () => answer(await reach(path, wanted))
  return wanted.passGate ? send() : throughGate(send)
}

/** Sends; what meets an ended session or a missing proof waits until the person has given it, and is sent once more. */
export async function throughGate<Answer>(send: () => Promise<Answer>): Promise<Answer> {
  try {
    return await send()
  } catch (thrown) {
    if (!(thrown instanceof Problem) || !held.signedIn) throw thrown
    const gate = gateFor(thrown)
    if (!gate || !(await gate.wait())) throw thrown
    return send()
  }
}

function gateFor({ status, document: { type } }: Problem): Gate | undefined {
  if (status === 401) return signInGate
  return type === '/problems/kernel/prove-again' ? proofGate : undefined
}

async function reach(path: string, { method = 'GET', body, headers, signal }: Call): Promise<Response> {
  try {
    return await fetch(path, {
      method,
      credentials: 'same-origin',
      ...(signal && { signal }),
      ...bodyOf(body),
      headers: {
        accept: 'application/json, application/problem+json',
        'accept-language': currentLanguage() === 'zh' ? 'zh-CN' : 'en',
        ...(method !== 'GET' && csrfHeader()),
        ...(body !== undefined && !(body instanceof FormData) && { 'content-type': 'application/json' }),
        ...headers,
      },
    })
  } catch (thrown) {
    if (signal?.aborted) throw thrown
    throw unreachable()
  }
}

const bodyOf = (body: unknown): { body?: BodyInit } =>
  body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }

async function answer(response: Response): Promise<unknown> {
  if (response.status === 204) return null
  const read: unknown = await response.json().catch(() => undefined)
  if (response.ok && read !== undefined) return read
  const problem = ProblemDocument.safeParse(read)
  throw problem.success ? new Problem(problem.data) : unreadable(response.status)
}
