import { setTimeout as sleep } from 'node:timers/promises'
import type { Session } from './reach.ts'

export type Answer = { readonly status: number; readonly text: string }
const mostTurns = 1500

/** Calls under one key until the program answers anything but "come back later"; undefined when it never does. */
export async function untilAnswered(
  address: string,
  { cookie, csrf }: Session,
  call: { readonly command: string; readonly key: string; readonly input: unknown },
): Promise<Answer | undefined> {
  const headers = {
    'content-type': 'application/json',
    'idempotency-key': call.key,
    'x-csrf-token': csrf,
    cookie,
  }
  const body = JSON.stringify(call.input)
  return untilThere(() => fetch(`${address}/api/commands/${call.command}`, { method: 'POST', headers, body }))
}

/** Brings a file, again and again until it is kept. */
export async function untilKept(
  address: string,
  { cookie, csrf }: Session,
  fileName: string,
  text: string,
): Promise<string> {
  const answer = await untilThere(() => {
    const form = new FormData()
    form.set('file', new Blob([text], { type: 'text/csv' }), fileName)
    return fetch(`${address}/api/files`, { method: 'POST', headers: { 'x-csrf-token': csrf, cookie }, body: form })
  })
  if (answer?.status !== 200) throw new Error(answer?.text ?? 'the file was never kept')
  return String((JSON.parse(answer.text) as { readonly fileId: string }).fileId)
}

async function untilThere(ask: () => Promise<Response>): Promise<Answer | undefined> {
  for (let turn = 0; turn < mostTurns; turn++) {
    const answer = await ask()
      .then(async (reply) => ({ status: reply.status, text: await reply.text() }))
      .catch(() => undefined)
    if (answer && answer.status !== 503) return answer
    await sleep(40)
  }
  return undefined
}
