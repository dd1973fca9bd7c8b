import { randomUUID } from 'node:crypto'
import { inventedPerson, lotsFor } from '../../src/app/demo/invented.ts'
import { untilAnswered } from './calls.ts'
import type { Session } from './reach.ts'

/** A filing the server has said it did. */
export type Acknowledged = { readonly key: string; readonly caseId: string; readonly reply: string }

export type Writers = {
  readonly acknowledged: readonly Acknowledged[]
  /** Answers that were neither done nor "come back later". */
  readonly strange: readonly string[]
  readonly stop: () => Promise<void>
}

/** A case between two invented persons, as a clerk files it. */
export const filing = (caseId: string) => ({
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
      const reply = await filed(address, session, key, caseId, strange)
      if (reply === undefined) return
      acknowledged.push({ key, caseId, reply })
      // Now and then the answer got lost on its way and the person tries again.
      if (acknowledged.length % 7 === 0) {
        const again = await filed(address, session, key, caseId, strange)
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

async function filed(
  address: string,
  session: Session,
  key: string,
  caseId: string,
  strange: string[],
): Promise<string | undefined> {
  const answer = await untilAnswered(address, session, { command: 'cases.file-case', key, input: filing(caseId) })
  if (answer?.status === 200) return answer.text
  strange.push(answer ? `${answer.status} ${answer.text}` : `never answered: ${key}`)
  return undefined
}
