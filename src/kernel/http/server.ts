import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import fastifyStatic from '@fastify/static'
import fastify, { type FastifyError, type FastifyInstance, type FastifyRequest } from 'fastify'
import { randomUUID } from 'node:crypto'
import type { Live } from '../live.ts'
import type { Metrics } from '../metrics.ts'
import type { Platform } from '../platform.ts'
import { apiRoutes } from './api.ts'
import { sessionCookie, type Door } from './door.ts'
import { liveRoute } from './live-route.ts'
import { openApi } from './openapi.ts'
import { notFound } from '../pipeline/problems.ts'
import { label } from '../values/labels.ts'
import {
  bodyTooLarge,
  databaseAway,
  internalFault,
  sendProblem,
  tooManyCalls,
  unreadableBody,
  wrongMethod,
} from './problem-document.ts'

export type ServerParts = {
  readonly platform: Platform
  readonly door: Door
  readonly live: Live
  readonly metrics: Metrics
  /** The court this address serves. */
  readonly court: () => string
  /** Folder of the built pages; null serves the API alone. */
  readonly webRoot: string | null
  /** Whether all start-up work is done. */
  readonly ready: () => boolean
  /** Calls a session or address may make in a minute. */
  readonly callsPerMinute: number
}

/** A ledger of 100,000 rows is about 30 MB. */
export const largestUpload = 64 * 1024 * 1024
const largestBody = 2 * 1024 * 1024
const limitOf = ({ url }: FastifyRequest): number => (url.startsWith('/api/files') ? largestUpload : largestBody)

export async function httpServer(parts: ServerParts): Promise<FastifyInstance> {
  const app = fastify({
    genReqId: ({ headers }) => /^00-([0-9a-f]{32})-/.exec(String(headers['traceparent'] ?? ''))?.[1] ?? randomUUID(),
    logger: false,
    bodyLimit: largestBody,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (_error, _request, reply) => void sendProblem(reply, unreadableBody(400)),
  })
  await app.register(helmet, securityHeaders)
  await app.register(cookie)
  await app.register(multipart, { limits: { fileSize: largestUpload, files: 1 } })
  await app.register(rateLimit, {
    max: parts.callsPerMinute,
    timeWindow: '1 minute',
    keyGenerator: (request) => request.cookies[sessionCookie] ?? request.ip,
    allowList: (request) => !request.url.startsWith('/api/'),
    errorResponseBuilder: () => Object.assign(new Error('rate'), { statusCode: 429 }),
  })
  errorsSpeakProblems(app, parts.platform)
  measured(app, parts.metrics)
  operations(app, parts)
  apiRoutes(app, parts)
  liveRoute(app, parts)
  const description = openApi(parts.platform.registry)
  app.get('/api/openapi.json', async () => description)
  if (parts.webRoot !== null) await pages(app, parts.webRoot)
  unknownAddress(app, parts.webRoot !== null)
  return app
}

/** Scripts only from here. Inline style is allowed because the component library writes it. */
const securityHeaders = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      objectSrc: ["'none'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
    },
  },
  // A court's intranet speaks plain http; behind TLS the proxy adds these.
  strictTransportSecurity: false,
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
} as const

function errorsSpeakProblems(app: FastifyInstance, { log }: Platform): void {
  app.setErrorHandler((error: FastifyError & { code?: string }, request, reply) => {
    const { statusCode, code } = error
    if (statusCode === 429) return sendProblem(reply, tooManyCalls())
    if (statusCode === 413) return sendProblem(reply, bodyTooLarge(limitOf(request)))
    if (statusCode === 415) return sendProblem(reply, unreadableBody(415))
    // The upload plugin's word for a body that is no form.
    if (statusCode === 406) return sendProblem(reply, unreadableBody(415))
    if (statusCode !== undefined && statusCode < 500) return sendProblem(reply, unreadableBody(400))
    log.error({ trace: request.id, route: request.routeOptions.url, code, stack: error.stack }, 'internal fault')
    return sendProblem(reply, isDatabaseAway(error) ? databaseAway() : internalFault())
  })
}

/** Connection refused, reset or shut down, by the names of Node, PostgreSQL and the driver. */
const isDatabaseAway = ({ code = '', message }: { readonly code?: string; readonly message: string }): boolean =>
  /^(ECONNREFUSED|ECONNRESET|EPIPE|57P0\d|08\d{3})$/.test(code) ||
  /^Connection terminated|^Client has encountered a connection error/.test(message)

function measured(app: FastifyInstance, { seconds }: Metrics): void {
  app.addHook('onResponse', async (request, reply) => {
    const params = request.params as { name?: string }
    const route = params.name === undefined ? request.routeOptions.url : `${request.method} ${params.name}`
    if (reply.statusCode !== 404)
      seconds.observe({ route: route ?? '', status: reply.statusCode }, reply.elapsedTime / 1000)
  })
}

function operations(app: FastifyInstance, { ready, platform, metrics }: ServerParts): void {
  app.get('/health', async () => ({ status: 'up' }))
  app.get('/ready', async (_request, reply) => {
    const answers =
      ready() &&
      (await platform.pool.query('select 1').then(
        () => true,
        () => false,
      ))
    return reply.code(answers ? 200 : 503).send({ ready: answers })
  })
  app.get('/metrics', async (_request, reply) =>
    reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  )
}

async function pages(app: FastifyInstance, root: string): Promise<void> {
  await app.register(fastifyStatic, { root, wildcard: true, preCompressed: false, maxAge: '1h', index: ['index.html'] })
}

/** Where each address of the API takes which method. */
const methods: readonly (readonly [RegExp, string])[] = [
  [/^\/api\/commands\/[^/]+$/, 'POST'],
  [/^\/api\/queries\/[^/]+$/, 'GET'],
  [/^\/api\/files$/, 'POST'],
  [/^\/(api\/(session|live|openapi\.json)|health|ready|metrics)$/, 'GET'],
]

/** Another method, an address nobody knows, or a page of the browser's own, which the shell finds. */
function unknownAddress(app: FastifyInstance, hasPages: boolean): void {
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0] ?? ''
    const allowed = methods.find(([address]) => address.test(path))?.[1]
    if (allowed !== undefined) return sendProblem(reply.header('allow', allowed), wrongMethod(allowed))
    const wantsPage = hasPages && request.method === 'GET' && !path.startsWith('/api/')
    return wantsPage
      ? reply.header('cache-control', 'no-cache').sendFile('index.html')
      : sendProblem(reply, notFound(label('这个地址', 'address')))
  })
}
