import { recordCases } from '#capabilities/cases'
import { seedDemoPeople } from '#capabilities/identity'
import { prepareCourt } from '#capabilities/operations'
import { openCourt } from '#kernel/court.ts'
import { openClient } from '#kernel/database/connect.ts'
import { inTransaction } from '#kernel/database/transaction.ts'
import { systemActor } from '#kernel/occasion.ts'
import { execute } from '#kernel/pipeline/execute.ts'
import { occasionFor } from '#kernel/pipeline/occasion-for.ts'
import type { Platform } from '#kernel/platform.ts'
import { isRefusal } from '#kernel/problem.ts'
import { configOf } from '../../src/app/config.ts'
import { openPlatform } from '../../src/app/open.ts'
import { caseOf, person } from '../../src/capabilities/cases/testing/case-of.ts'

export const court = '川1123'
const posts = ['shujiyuan', 'ankuan', 'juzhang', 'bangongshi'] as const
export type Post = (typeof posts)[number]

export type PaidCase = { readonly caseId: string; readonly caseNumber: string; readonly payeeAccountId: string }
export type MoneyBureau = {
  readonly passwords: Readonly<Record<Post, string>>
  readonly cases: readonly PaidCase[]
}

/** A court with people of every post of the chain, and open cases whose applicants can be paid. */
export async function moneyBureau(dataDir: string, cases: number): Promise<MoneyBureau> {
  const opened = await openPlatform(configOf({}, { data: dataDir }))
  try {
    const { platform } = opened
    const owner = await openClient(platform.url)
    await openCourt(owner, court, '犍为县人民法院（试验）').finally(() => owner.end())
    await prepareCourt(platform, court)
    const people = await seedDemoPeople(platform, court)
    const idOf = (post: Post) => people.find(({ loginName }) => loginName === post)?.staffId ?? ''
    await done(platform, 'operator', 'identity.give-post', {
      staffId: idOf('bangongshi'),
      postId: 'P12',
      fromOn: Temporal.Now.plainDateISO('Asia/Shanghai').subtract({ days: 2 }).toString(),
    })
    const made = await openCases(platform, cases, idOf('shujiyuan'))
    const payable: PaidCase[] = []
    for (const one of made) payable.push({ ...one, payeeAccountId: await payee(platform, one.applicant) })
    return {
      passwords: Object.fromEntries(
        posts.map((post) => [post, people.find(({ loginName }) => loginName === post)?.password ?? '']),
      ) as Record<Post, string>,
      cases: payable,
    }
  } finally {
    await opened.close()
  }
}

async function done(platform: Platform, id: string, command: string, input: unknown): Promise<Record<string, unknown>> {
  const all = [...new Set([...platform.registry.commands.values()].map(({ may }) => may))]
  const reply = await execute(platform, systemActor(court, id, '试验', all), { command, input })
  if (isRefusal(reply)) throw new Error(`${command}: ${reply.problem.detail.zh}`)
  return reply.answer ?? {}
}

async function payee(platform: Platform, name: string): Promise<string> {
  const accountNumber = `6222${[...name].map((sign) => String(sign.codePointAt(0)).padStart(5, '0')).join('')}`
  const account = { payee: name, holder: name, bank: '示例银行县支行', accountNumber: accountNumber.slice(0, 19) }
  const { payeeAccountId } = await done(platform, 'one', 'funds.propose-payee', account)
  await done(platform, 'other', 'funds.confirm-payee', { payeeAccountId, callBackNote: '按卷内电话回拨，本人确认' })
  return String(payeeAccountId)
}

const signs = '甲乙丙丁戊己庚辛壬癸'
const openCases = (platform: Platform, count: number, clerkId: string) =>
  inTransaction(platform, { court, unit: null }, async (tx) => {
    const occasion = await occasionFor(tx, systemActor(court, 'operator', '试验', []))
    const said = Array.from({ length: count }, (_, i) => ({
      applicant: `申某${signs[i] ?? ''}`,
      caseNumber: `（2024）${court}执${i + 1}号`,
      serial: i + 1,
    }))
    const records = said.map(({ applicant, serial }) =>
      caseOf({
        court,
        serial,
        filedOn: '2024-01-02',
        cause: null,
        claimFen: 1_000_000_000n,
        clerkId,
        parties: [person('applicant', applicant), person('debtor', `欠某${signs[serial - 1] ?? ''}`)],
      }),
    )
    const ids = await recordCases(tx, records, { batchId: null }, occasion)
    return said.map(({ applicant, caseNumber }, i) => ({ applicant, caseNumber, caseId: ids[i] ?? '' }))
  })
