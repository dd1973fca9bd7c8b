import type { FastifyInstance, FastifyReply } from 'fastify'
import { visitorOf } from './door.ts'
import { sendProblem } from './problem-document.ts'
import { signInFirst } from '../pipeline/problems.ts'
import type { ServerParts } from './server.ts'

const heartbeatMillis = 20_000

/** Tells open screens which records moved. It carries ids alone: what they say is asked for with the reader's own rights. */
export function liveRoute(app: FastifyInstance, { platform, door, live, court }: ServerParts): void {
  const streams = new Set<FastifyReply>()
  app.addHook('preClose', async () => {
    for (const stream of streams) stream.raw.end()
  })
  app.get('/api/live', async (request, reply) => {
    const { actor } = await visitorOf(platform, door, court(), request)
    if (actor.kind === 'anonymous') return sendProblem(reply, signInFirst())
    reply.hijack()
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    })
    reply.raw.write('retry: 2000\n\n')
    streams.add(reply)
    const beat = setInterval(() => reply.raw.write(': \n\n'), heartbeatMillis)
    const unsubscribe = live.subscribe(({ court: moved, topics }) => {
      if (moved === actor.court && actor.unit === null) reply.raw.write(`data: ${JSON.stringify({ topics })}\n\n`)
    })
    request.raw.on('close', () => {
      clearInterval(beat)
      unsubscribe()
      streams.delete(reply)
    })
  })
}
