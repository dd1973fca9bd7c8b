import { randomInt } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '#kernel/database/embedded-cluster.ts'
import { untilAnswered } from './calls.ts'
import { moneyAftermath } from './money-aftermath.ts'
import { court, moneyBureau, type MoneyBureau, type Post } from './money-court.ts'
import { acts, startMoney, type Act, type Done, type SentFile, type Work } from './money-workers.ts'
import { inDatabase, signIn, type Session } from './reach.ts'
import { serverProcess, type ServerProcess } from './server-process.ts'

type Victim = 'app' | 'database'
type MoneyRound = { readonly act: Act; readonly victim: Victim }
export type MoneyEndured = {
  readonly kills: number
  readonly acknowledged: number
  readonly repeated: number
  readonly faults: readonly string[]
}

/** How many acknowledged calls of a round are given once more, under their keys, when all is quiet. */
const repeats = 12

/**
 * Statements, payouts, payment orders and day-ends against the real program while it, or its database, is killed in the
 * middle of one of them. After each round not a fen is lost or made, and a repeated call has its first answer and no effect.
 */
export async function endureMoney(rounds: readonly MoneyRound[], tell: (line: string) => void): Promise<MoneyEndured> {
  const dataDir = mkdtempSync(join(tmpdir(), 'duixian-money-'))
  const server = serverProcess(dataDir, await freePort())
  const faults: string[] = []
  const done: Done[] = []
  const files: SentFile[] = []
  let repeated = 0
  try {
    const bureau = await moneyBureau(dataDir, 6)
    await server.start()
    const bankAccountId = await bankAccount(server, bureau)
    for (const { act, victim } of rounds) {
      const sessions = await everybody(server, bureau)
      const work = startMoney(server.address, sessions, bureau, bankAccountId)
      const struck = await strike(server, act, victim, work)
      await work.stop()
      done.push(...work.done)
      files.push(...work.files)
      const before = await counts(dataDir)
      const again = work.done.toSorted(() => randomInt(3) - 1).slice(0, repeats)
      const found = [
        ...work.strange,
        ...(struck ? [] : ['it never came to that act']),
        ...(await answeredOtherwise(server, sessions, again)),
        ...(before === (await counts(dataDir)) ? [] : ['a repeated call had an effect']),
        ...(await inDatabase(dataDir, (client) => moneyAftermath(client, court, done, files))),
      ]
      repeated += again.length
      faults.push(...found.map((fault) => `${act} (${victim}): ${fault}`))
      tell(`${act}: ${victim} killed, ${work.done.length} acknowledged, ${found.length} faults`)
    }
    return { kills: rounds.length, acknowledged: done.length, repeated, faults }
  } finally {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** This many rounds: each act in turn, with the program and the database as victims by turns. */
export const moneyRounds = (count: number): readonly MoneyRound[] =>
  Array.from({ length: count }, (_, round) => ({
    act: acts[Math.floor(round / 2) % acts.length] ?? 'import',
    victim: round % 2 === 0 ? 'app' : 'database',
  }))

/** Waits until a call of that act is on its way, kills in the middle of it, and lets work go on when all is back. */
async function strike(server: ServerProcess, act: Act, victim: Victim, work: Work): Promise<boolean> {
  // Some days and payouts first, so that there is something to lose.
  await until(() => work.finished('order') >= 2 && work.finished('day-end') >= 2)
  const came = await Promise.race([work.underway(act).then(() => true), sleep(20_000).then(() => false)])
  await sleep(randomInt(0, 25))
  if (victim === 'app') {
    await server.killApp()
    await server.start()
  } else {
    server.killDatabase()
    await sleep(100)
    await server.ready()
  }
  const before = work.done.length
  await until(() => work.done.length >= before + 20)
  return came
}

async function until(isSo: () => boolean): Promise<void> {
  for (let turn = 0; turn < 1200 && !isSo(); turn++) await sleep(25)
}

async function everybody(server: ServerProcess, { passwords }: MoneyBureau): Promise<Record<Post, Session>> {
  const of = (post: Post) => signIn(server.address, post, passwords[post])
  return {
    shujiyuan: await of('shujiyuan'),
    ankuan: await of('ankuan'),
    juzhang: await of('juzhang'),
    bangongshi: await of('bangongshi'),
  }
}

async function bankAccount(server: ServerProcess, { passwords }: MoneyBureau): Promise<string> {
  const session = await signIn(server.address, 'ankuan', passwords.ankuan)
  const input = { bank: '示例银行', title: '案款专户', accountNumber: '2306000018' }
  const answer = await untilAnswered(server.address, session, {
    command: 'funds.open-bank-account',
    key: 'bank-account',
    input,
  })
  if (answer?.status !== 200) throw new Error(answer?.text ?? 'no bank account')
  return String(
    (JSON.parse(answer.text) as { readonly answer: { readonly bankAccountId: string } }).answer.bankAccountId,
  )
}

async function answeredOtherwise(
  { address }: ServerProcess,
  sessions: Readonly<Record<Post, Session>>,
  again: readonly Done[],
): Promise<readonly string[]> {
  const faults: string[] = []
  for (const { key, command, input, reply, by } of again) {
    const answer = await untilAnswered(address, sessions[by], { command, key, input })
    if (answer?.text !== reply) faults.push(`${command} ${key} answered otherwise: ${answer?.text ?? 'nothing'}`)
  }
  return faults
}

/** How much there is of everything; a call without effect leaves it as it was. */
const counts = (dataDir: string): Promise<string> =>
  inDatabase(dataDir, async (client) => {
    await client.query("select set_config('app.court', $1, false)", [court])
    const tables = ['kernel_journal', 'funds_entry', 'funds_posting', 'funds_bank_line', 'funds_claim', 'funds_payout']
    const { rows } = await client.query(
      `select ${tables.map((table) => `(select count(*) from ${table})`).join(', ')}, (select sum(version) from funds_payout) as moved`,
    )
    return JSON.stringify(rows)
  })
