import { createHmac, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { anonymous, type Actor } from '../occasion.ts'
import type { Platform } from '../platform.ts'

/** Who stands at the door. The room that knows people answers; the kernel only asks. */
export type Door = {
  readonly actorFor: (platform: Platform, court: string, sessionToken: string) => Promise<Actor | null>
}

export const sessionCookie = 'duixian_session'

export type Visitor = { readonly actor: Actor; readonly sessionToken: string | null }

export async function visitorOf(
  platform: Platform,
  door: Door,
  court: string,
  request: FastifyRequest,
): Promise<Visitor> {
  const token = request.cookies[sessionCookie] ?? bearerOf(request.headers.authorization)
  const actor = token === undefined ? null : await door.actorFor(platform, court, token)
  const origin = { address: request.ip, agent: String(request.headers['user-agent'] ?? '') }
  return actor && token !== undefined
    ? { actor: { ...actor, origin }, sessionToken: token }
    : { actor: { ...anonymous(court), origin }, sessionToken: null }
}

const bearerOf = (header: string | undefined): string | undefined => /^Bearer (\S+)$/.exec(header ?? '')?.[1]

/** Bound to the session, so that another site, which cannot read it, cannot send it. */
export const csrfTokenFor = (sessionToken: string): string =>
  createHmac('sha256', sessionToken).update('csrf').digest('base64url')

/**
 * A change must come from our own pages: with a session cookie it carries that session's token, without one it names an
 * origin that is ours. A bearer token is never sent by a browser on its own and needs neither.
 */
export function comesFromUs(request: FastifyRequest, { sessionToken }: Visitor): boolean {
  if (request.headers.authorization !== undefined) return true
  if (sessionToken === null) return sameOrigin(request)
  const given = Buffer.from(String(request.headers['x-csrf-token'] ?? ''))
  const wanted = Buffer.from(csrfTokenFor(sessionToken))
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}

function sameOrigin({ headers }: FastifyRequest): boolean {
  if (headers.origin === undefined)
    return headers['sec-fetch-site'] === undefined || headers['sec-fetch-site'] === 'same-origin'
  return URL.canParse(headers.origin) && new URL(headers.origin).host === headers.host
}
