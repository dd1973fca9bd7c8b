import { isRefusal } from '#kernel/problem.ts'
import type { Actor } from '#kernel/occasion.ts'
import { execute } from '#kernel/pipeline/execute.ts'
import type { Platform } from '#kernel/platform.ts'
import { day } from '#kernel/values/dates.ts'
import type { Progress } from '../progress.ts'
import { inventedCompany, inventedId, inventedPerson, inventedPhone, inventedResidentId, lotsFor } from './invented.ts'

/** Open cases filed in the first days of 2025, so that the desks have work and the figures of 2024 stay as they are. */
export const openCaseCount = 60
const filingDays = ['2025-01-02', '2025-01-03', '2025-01-06']
const causes = [
  '民间借贷纠纷',
  '买卖合同纠纷',
  '追索劳动报酬纠纷',
  '机动车交通事故责任纠纷',
  '金融借款合同纠纷',
  '抚养费纠纷',
]
const towns = ['玉津镇', '孝姑镇', '石溪镇', '清溪镇', '罗城镇', '芭沟镇', '龙孔镇']

type People = { readonly author: Actor; readonly handlerId: string; readonly clerkId: string }

/** Files, assigns and sorts the demo cases through the same commands a person gives. Safe to begin again. */
export async function fileOpenCases(platform: Platform, people: People, progress: Progress): Promise<void> {
  for (let i = 0; i < openCaseCount; i++) {
    progress.at(i, openCaseCount, '件')
    await openCase(platform, people, i)
  }
}

async function openCase(platform: Platform, { author, handlerId, clerkId }: People, i: number): Promise<void> {
  const caseId = inventedId(`case ${i}`)
  const give = async (command: string, input: Record<string, unknown>, step: string): Promise<void> => {
    const outcome = await execute(platform, author, { command, input, idempotencyKey: `demo-${i}-${step}` })
    if (isRefusal(outcome)) throw new Error(`${command}: ${outcome.problem.detail.zh}`)
  }
  const filed = filingOf(i, caseId)
  await give('cases.file-case', filed, 'file')
  await give('cases.triage-case', { caseId }, 'triage')
  // Two in three come to the handler whose login is printed; the rest show what an unassigned case looks like.
  if (i % 3 === 2) return
  await give('cases.assign-case', { caseId, handlerId, clerkId, reason: '演示数据' }, 'assign')
  if (i % 4 === 0)
    await give('cases.record-event', { caseId, kind: 'notice-served', occurredOn: filed.filedOn }, 'notice')
  if (i % 8 === 0)
    await give('cases.record-event', { caseId, kind: 'first-inquiry', occurredOn: filed.filedOn }, 'inquiry')
}

/** The law counts from the application, so cases that came in before New Year are due first. */
const daysBefore = (text: string, days: number): string => day(text).subtract({ days }).toString()

function filingOf(i: number, caseId: string) {
  const lots = lotsFor(`case ${i}`)
  const filedOn = filingDays[i % filingDays.length] ?? '2025-01-06'
  const cause = lots.pick(causes)
  const principal = (lots.below(300_000) + 2_000) * 100 + lots.below(100)
  return {
    caseId,
    typeCode: '执',
    receivedOn: daysBefore(filedOn, i % 8),
    filedOn,
    cause,
    basisNumber: `（2024）川1123民初${3000 + i}号`,
    basisIssuer: '犍为县人民法院',
    town: lots.pick(towns),
    ...(cause === '追索劳动报酬纠纷' && { livelihood: '劳动报酬' }),
    ...(cause === '抚养费纠纷' && { livelihood: '抚养费' }),
    flags: i % 20 === 19 ? ['涉稳'] : [],
    claimItems: [
      { kind: 'principal', amountFen: String(principal), quoted: '被告于本判决生效之日起十日内支付原告款项。' },
      { kind: 'costs', amountFen: String(Math.round(principal / 100)), quoted: '案件受理费由被告负担。' },
    ],
    parties: [
      i % 4 === 1
        ? { role: 'applicant', name: inventedCompany(lots), kind: 'legal' }
        : {
            role: 'applicant',
            name: inventedPerson(lots),
            kind: 'person',
            idNumber: inventedResidentId(lots),
            phone: inventedPhone(lots),
          },
      {
        role: 'debtor',
        name: inventedPerson(lots),
        kind: 'person',
        idNumber: inventedResidentId(lots),
        phone: inventedPhone(lots),
      },
    ],
  }
}
