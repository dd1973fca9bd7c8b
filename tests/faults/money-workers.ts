import { randomInt, randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { untilAnswered, untilKept } from './calls.ts'
import type { MoneyBureau, PaidCase, Post } from './money-court.ts'
import type { Session } from './reach.ts'

/** What is killed in the middle of. */
export const acts = ['import', 'approve', 'order', 'day-end'] as const
export type Act = (typeof acts)[number]

/** Something the program has said it did. */
export type Done = {
  readonly key: string
  readonly command: string
  readonly input: unknown
  readonly reply: string
  readonly by: Post
}
export type SentFile = {
  readonly fileId: string
  readonly serials: readonly string[]
  readonly fen: bigint
  /** The program has said that it is in. */
  taken: boolean
}

export type Work = {
  readonly done: readonly Done[]
  readonly files: readonly SentFile[]
  readonly strange: readonly string[]
  /** Resolves as soon as a call of that act is on its way. */
  readonly underway: (act: Act) => Promise<void>
  readonly finished: (act: Act) => number
  readonly stop: () => Promise<void>
}

const actOf: Readonly<Record<string, Act>> = {
  'funds.import-statement': 'import',
  'funds.approve-payout': 'approve',
  'funds.make-order': 'order',
  'funds.close-day': 'day-end',
}
/** Answers that only say: not yet. */
const notYet = /nothing-free|more-than-free/
let day = 0

/** One imports statements and closes their days, three take payouts through the whole chain, without pause. */
export function startMoney(
  address: string,
  sessions: Readonly<Record<Post, Session>>,
  { cases }: MoneyBureau,
  bankAccountId: string,
): Work {
  const done: Done[] = []
  const files: SentFile[] = []
  const strange: string[] = []
  const waiting = new Map<Act, () => void>()
  let going = true

  const give = async (
    by: Post,
    command: string,
    input: unknown,
    again = false,
  ): Promise<Record<string, unknown> | null> => {
    const key = randomUUID()
    const act = actOf[command]
    const asked = untilAnswered(address, sessions[by], { command, key, input })
    if (act) waiting.get(act)?.()
    const answer = await asked
    if (answer?.status !== 200) {
      if (!answer || !notYet.test(answer.text))
        strange.push(`${command}: ${answer?.status ?? 'never'} ${answer?.text ?? ''}`)
      return null
    }
    done.push({ key, command, input, reply: answer.text, by })
    if (again) {
      const twice = await untilAnswered(address, sessions[by], { command, key, input })
      if (twice?.text !== answer.text) strange.push(`repeated ${command}: ${twice?.text ?? 'nothing'}`)
    }
    return JSON.parse(answer.text) as Record<string, unknown>
  }

  const keepBooks = async (): Promise<void> => {
    while (going) {
      day += 1
      const on = Temporal.PlainDate.from('2024-02-01').add({ days: day }).toString()
      const { text, ...sent } = statementOf(on, cases)
      const file: SentFile = {
        ...sent,
        fileId: await untilKept(address, sessions.ankuan, `${on}.csv`, text),
        taken: false,
      }
      files.push(file)
      const input = { fileId: file.fileId, fileName: `${on}.csv`, bankAccountId }
      file.taken = (await give('ankuan', 'funds.import-statement', input, day % 3 === 0)) !== null
      // The same day exported once more: nothing of it is new.
      if (day % 4 === 0) await give('ankuan', 'funds.import-statement', input)
      await give('ankuan', 'funds.close-day', { day: on })
    }
  }

  const payOut = async ({ caseId, payeeAccountId }: PaidCase): Promise<void> => {
    const today = Temporal.Now.plainDateISO('Asia/Shanghai').toString()
    for (let turn = 1; going; turn++) {
      const asked = { caseId, payeeAccountId, amountFen: String(randomInt(1, 5_000)) }
      const proposed = await give('shujiyuan', 'funds.propose-payout', asked)
      const payoutId = (proposed?.['answer'] as { payoutId?: string } | undefined)?.payoutId
      if (payoutId === undefined) {
        await sleep(60)
        continue
      }
      const checked = await give('ankuan', 'funds.check-payout', { payoutId })
      const approved = checked && (await give('juzhang', 'funds.approve-payout', { payoutId }, turn % 3 === 0))
      const ordered =
        approved &&
        (await give('bangongshi', 'funds.make-order', { bankAccountId, payoutIds: [payoutId] }, turn % 3 === 1))
      const outcome = { payoutId, outcome: turn % 3 === 0 ? 'returned' : 'paid', occurredOn: today, reason: '银行回单' }
      if (ordered) await give('bangongshi', 'funds.record-outcome', outcome)
    }
  }

  const running = Promise.all([keepBooks(), ...cases.slice(0, 3).map(payOut)])
  return {
    done,
    files,
    strange,
    underway: (act) => {
      const { promise, resolve } = Promise.withResolvers<void>()
      waiting.set(act, () => {
        waiting.delete(act)
        resolve()
      })
      return promise
    },
    finished: (act) => done.filter(({ command }) => actOf[command] === act).length,
    stop: async () => {
      going = false
      await running
    },
  }
}

/** A day at the bank: money for every case, named by its number; each line once in a lifetime. */
function statementOf(
  on: string,
  cases: readonly PaidCase[],
): Omit<SentFile, 'fileId' | 'taken'> & { readonly text: string } {
  const lines = cases.map(({ caseNumber }, i) => ({
    serial: `${on.replaceAll('-', '')}${String(i + 1).padStart(9, '0')}`,
    fen: BigInt(randomInt(1, 9_000_000)),
    memo: caseNumber,
  }))
  const rows = lines.map(
    ({ serial, fen, memo }) => `${on},${fen / 100n}.${String(fen % 100n).padStart(2, '0')},,某人,${memo},${serial}`,
  )
  return {
    text: ['交易日期,收入,支出,对方户名,附言,流水号', ...rows, ''].join('\n'),
    serials: lines.map(({ serial }) => serial),
    fen: lines.reduce((sum, { fen }) => sum + fen, 0n),
  }
}
