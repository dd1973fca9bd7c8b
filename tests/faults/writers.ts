import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { inventedPerson, lotsFor } from '../../src/app/demo/invented.ts'

/** A filing the server has said it did. */
export type Acknowledged = { readonly key: string; readonly caseId: string; readonly reply: string }

export type Session = { readonly cookie: string; readonly csrf: string }

export type Writers = {
  readonly acknowledged: readonly Acknowledged[]
  /** Answers that were neither done nor "come back later". */
  readonly strange: readonly string[]
  readonly stop: () => Promise<void>
}

const filing = (caseId: string) => ({
  caseId,
  typeCode: '执',
  receivedOn: '2025-01-06',
  filedOn: '2025-01-06',
  cause: '民间借贷纠纷',
  basisNumber: '（2024）川1123民初3000号',
  basisIssuer: '犍为县人民法院',
  flags: [],
  claimItems: [{ kind: 'principal', amountFen: '100000', quoted: '偿还借款。' }],
  parties: ['applicant', 'debtor'].map((role) => ({
    role,
    name: inventedPerson(lotsFor(`${caseId} ${role}`)),
    kind: 'person',
  })),
})

/** Eight people who file cases without pause. Each repeats a filing under its key until it is answered. */
export function startWriters(address: string, session: Session, count = 8): Writers {
  const acknowledged: Acknowledged[] = []
  const strange: string[] = []
  let going = true
  const write = async (): Promise<void> => {
    while (going) {
      const [key, caseId] = [randomUUID(), randomUUID()]
      const reply = await untilAnswered(address, session, key, caseId, strange)
      if (reply === undefined) return
      acknowledged.push({ key, caseId, reply })
      // Now and then the answer got lost on its way and the person tries again.
      if (acknowledged.length % 7 === 0) {
        const again = await untilAnswered(address, session, key, caseId, strange)
        if (again !== undefined && again !== reply) strange.push(`repeated ${key}: ${again} instead of ${reply}`)
      }
    }
  }
  const running = Promise.all(Array.from({ length: count }, write))
  return {
    acknowledged,
    strange,
    stop: async () => {
      going = false
      await running
    },
  }
}

async function untilAnswered(
  address: string,
  { cookie, csrf }: Session,
  key: string,
  caseId: string,
  strange: string[],
): Promise<string | undefined> {
  const headers = { 'content-type': 'application/json', 'idempotency-key': key, 'x-csrf-token': csrf, cookie }
  const body = JSON.stringify(filing(caseId))
  for (let turn = 0; turn < 1500; turn++) {
    const answer = await fetch(`${address}/api/commands/cases.file-case`, { method: 'POST', headers, body })
      .then(async (reply) => ({ status: reply.status, text: await reply.text() }))
      .catch(() => undefined)
    if (answer?.status === 200) return answer.text
    if (answer && answer.status !== 503) {
      strange.push(`${answer.status} ${answer.text}`)
      return undefined
    }
    await sleep(40)
  }
  strange.push(`never answered: ${key}`)
  return undefined
}
