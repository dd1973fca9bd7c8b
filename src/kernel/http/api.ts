import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { keepFile } from '../files/store.ts'
import { inTransaction, type Tx } from '../database/transaction.ts'
import { ask } from '../pipeline/ask.ts'
import { execute, type Reply } from '../pipeline/execute.ts'
import { occasionFor } from '../pipeline/occasion-for.ts'
import { signInFirst } from '../pipeline/problems.ts'
import type { Actor } from '../occasion.ts'
import { isRefusal, refuse, type Refusal } from '../problem.ts'
import type { Download } from '../query.ts'
import { listSheet } from '../sheets/list-sheet.ts'
import { comesFromUs, csrfTokenFor, sessionCookie, visitorOf } from './door.ts'
import { foreignPage, keyMissing, versionUnreadable, sendProblem, unreadableBody } from './problem-document.ts'
import type { ServerParts } from './server.ts'

/** The whole API: commands, queries, files and the session. What they mean is declared in the rooms. */
export function apiRoutes(app: FastifyInstance, parts: ServerParts): void {
  const { platform, door, court, metrics } = parts
  const visitor = (request: FastifyRequest) => visitorOf(platform, door, court(), request)

  app.post<{ Params: { name: string } }>('/api/commands/:name', async (request, reply) => {
    const who = await visitor(request)
    if (!comesFromUs(request, who)) return sendProblem(reply, foreignPage())
    const call = callOf(request, who.actor.kind === 'anonymous')
    if (isRefusal(call)) return sendProblem(reply, call)
    const outcome = await execute(platform, who.actor, call)
    metrics.commands.inc({ command: request.params.name, outcome: isRefusal(outcome) ? outcome.problem.type : 'done' })
    return isRefusal(outcome) ? sendProblem(reply, outcome) : answered(reply, outcome)
  })

  app.get<{ Params: { name: string }; Querystring: Record<string, unknown> }>(
    '/api/queries/:name',
    async (request, reply) => {
      const { actor } = await visitor(request)
      const { input, after, limit, sort, total } = single(request.query)
      const asSheet = request.params.name.endsWith('.xlsx')
      const read = jsonOf(input)
      if (isRefusal(read)) return sendProblem(reply, read)
      const question = {
        query: request.params.name.replace(/\.xlsx$/, ''),
        input: read,
        ...(after !== undefined && { after }),
        ...(sort !== undefined && { sort }),
        ...(limit !== undefined && { limit: Number(limit) || 200 }),
        total: total === '1',
      }
      if (asSheet) return sendFile(reply, await listSheet(platform, actor, question))
      const found = await ask(platform, actor, question)
      if (isRefusal(found)) return sendProblem(reply, found)
      if (isDownload(found)) return sendFile(reply, found)
      return reply
        .type('application/json; charset=utf-8')
        .header('cache-control', 'no-store')
        .send(JSON.stringify(found))
    },
  )

  app.post('/api/files', async (request, reply) => {
    const who = await visitor(request)
    if (who.actor.kind === 'anonymous') return sendProblem(reply, signInFirst())
    if (!comesFromUs(request, who)) return sendProblem(reply, foreignPage())
    const upload = await uploaded(request)
    if (isRefusal(upload)) return sendProblem(reply, upload)
    const { part, bytes } = upload
    const fileId = await inTransaction(platform, who.actor, (tx) => keepFile(tx, bytes, part.mimetype))
    return { fileId, fileName: part.filename, bytes: bytes.length }
  })

  app.get('/api/session', async (request, reply) => {
    const { actor, sessionToken } = await visitor(request)
    if (actor.kind === 'anonymous' || sessionToken === null)
      return sendProblem(reply, await whereToSignIn(parts, actor))
    return sessionOf(parts, actor, sessionToken)
  })
}

/** The one file of a form. What the form reader cannot make out, a connection lost half way included, is no file. */
async function uploaded(request: FastifyRequest) {
  try {
    const part = await request.file()
    return part ? { part, bytes: await part.toBuffer() } : unreadableBody(400)
  } catch (error) {
    if (error instanceof Error && 'statusCode' in error) throw error
    return unreadableBody(400)
  }
}

async function sessionOf({ platform, court }: ServerParts, actor: Actor, token: string) {
  return inTransaction(
    platform,
    actor,
    async (tx) => {
      const occasion = await occasionFor(tx, actor)
      const { today, machineDay } = occasion
      const shown: Record<string, unknown> = {}
      for (const source of platform.registry.gather('session')) Object.assign(shown, await source(tx, occasion))
      return {
        ...shown,
        actor: {
          id: actor.id,
          name: actor.name,
          posts: actor.posts,
          unit: actor.unit,
          secondFactor: actor.secondFactor,
        },
        permissions: [...new Set(actor.grants.map(({ permission }) => permission))],
        court: { code: court(), name: await courtName(tx, court()) },
        today: today.toString(),
        /** A demo court lives on another day than the machine. */
        dayMoved: !today.equals(machineDay),
        csrfToken: csrfTokenFor(token),
      }
    },
    'read only',
  )
}

/** The door of this court: its name is no secret and tells people where they are. */
async function whereToSignIn({ platform, court }: ServerParts, visitor: Actor): Promise<Refusal> {
  const name = await inTransaction(platform, visitor, (tx) => courtName(tx, court()), 'read only')
  return refuse({ ...signInFirst().problem, parameters: { court: name } })
}

const courtName = async (tx: Tx, court: string): Promise<string> =>
  (await tx.db.selectFrom('kernel_court').select('name').where('court_id', '=', court).executeTakeFirst())?.name ?? ''

function callOf(request: FastifyRequest<{ Params: { name: string } }>, anonymous: boolean) {
  const key = request.headers['idempotency-key']
  const match = request.headers['if-match']
  const version = /^"?(\d{1,9})"?$/.exec(match ?? '')?.[1]
  if (match !== undefined && version === undefined) return versionUnreadable()
  if (typeof key !== 'string' ? !anonymous : key.length < 8 || key.length > 100) return keyMissing()
  return {
    command: request.params.name,
    input: request.body ?? {},
    ...(typeof key === 'string' && { idempotencyKey: key }),
    ...(version !== undefined && { expectedVersion: Number(version) }),
  }
}

/** A session token goes into the cookie and never into the body; an empty one ends the session. */
function answered(reply: FastifyReply, { answer = {}, ...outcome }: Reply): FastifyReply {
  const { sessionToken, ...rest } = answer
  if (typeof sessionToken === 'string') {
    const secure = reply.request.protocol === 'https'
    reply.setCookie(sessionCookie, sessionToken, {
      path: '/',
      httpOnly: true,
      sameSite: 'strict',
      secure,
      ...(sessionToken === '' && { maxAge: 0 }),
    })
  }
  return reply
    .header('cache-control', 'no-store')
    .send({ ...outcome, ...(Object.keys(rest).length > 0 && { answer: rest }) })
}

/** A parameter given twice counts as not given. */
const single = (query: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(query).filter((pair): pair is [string, string] => typeof pair[1] === 'string'))

function jsonOf(text: string | undefined): unknown {
  try {
    return text === undefined ? {} : JSON.parse(text)
  } catch {
    return unreadableBody(400)
  }
}

const isDownload = (found: unknown): found is Download =>
  typeof found === 'object' && found !== null && 'bytes' in found && found.bytes instanceof Uint8Array

function sendFile(reply: FastifyReply, file: Download | Refusal): FastifyReply {
  if (isRefusal(file)) return sendProblem(reply, file)
  return reply
    .type(file.mediaType)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`)
    .header('cache-control', 'no-store')
    .send(Buffer.from(file.bytes))
}
