import assert from 'node:assert/strict'
import type { Platform } from '#kernel/platform.ts'
import { newId } from '#kernel/values/ids.ts'
import { residentIdCheckDigit } from '#law/resident-id.ts'
import { asked, given } from './court.ts'

type DebtorWanted = {
  readonly name: string
  readonly kind?: 'person' | 'legal' | 'unincorporated'
  readonly bornOn?: string
}
export type Filed = {
  readonly caseId: string
  readonly caseNumber: string
  readonly debtors: readonly { readonly partyId: string; readonly name: string }[]
}

/** The number of an invented person (9900xx) born on that day. */
function invented(bornOn: string): string {
  const first17 = `990020${bornOn.replaceAll('-', '')}732`
  return first17 + (residentIdCheckDigit(first17) ?? '')
}

/** A case filed by hand, against these. */
export async function filedCase(
  platform: Platform,
  debtors: readonly DebtorWanted[],
  filedOn = '2024-12-02',
): Promise<Filed> {
  const caseId = newId()
  const { problem } = await given(platform, 'cases.file-case', {
    caseId,
    typeCode: '执',
    receivedOn: filedOn,
    filedOn,
    cause: '民间借贷纠纷',
    basisNumber: '（2024）川1123民初3号',
    basisIssuer: '某人民法院',
    claimItems: [{ kind: 'principal', amountFen: '10000000', quoted: '偿还借款。' }],
    parties: [
      { role: 'applicant', name: '筠一帆', kind: 'person' },
      ...debtors.map(({ name, kind = 'person', bornOn }) => ({
        role: 'debtor',
        name,
        kind,
        ...(bornOn && { idNumber: invented(bornOn) }),
      })),
    ],
  })
  assert.equal(problem, null)
  const { caseNumber, parties } = await asked<{
    readonly caseNumber: string
    readonly parties: readonly { readonly role: string; readonly partyId: string; readonly name: string }[]
  }>(platform, 'cases.cockpit', { caseId })
  return { caseId, caseNumber, debtors: parties.filter(({ role }) => role === 'debtor') }
}
