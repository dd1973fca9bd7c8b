import type { CaseTypeCode } from '../case-types.ts'
import type { CaseRecord } from '../register.ts'

type Said = Partial<Omit<CaseRecord, 'number'>> & {
  readonly serial: number
  readonly typeCode?: CaseTypeCode
  readonly year?: number
  readonly court?: string
}

/** A case with nothing in it but what is said. */
export function caseOf({ serial, typeCode = '执', year = 2024, court = '川1123', ...said }: Said): CaseRecord {
  return {
    number: { canonical: `（${year}）${court}${typeCode}${serial}号`, year, typeCode, serial },
    receivedOn: null,
    filedOn: '2024-03-01',
    cause: '民间借贷纠纷',
    basisNumber: null,
    basisIssuer: null,
    claimFen: 0n,
    waivedFen: 0n,
    unenforceableFen: 0n,
    recoveredFen: 0n,
    lastReceiptOn: null,
    track: null,
    handlerId: null,
    clerkId: null,
    teamId: null,
    town: null,
    livelihood: null,
    flags: [],
    preserved: false,
    closedOn: null,
    manner: null,
    closingReason: null,
    remark: null,
    details: {},
    parties: [],
    events: [],
    links: [],
    ...said,
  }
}

export const person = (
  role: CaseRecord['parties'][number]['role'],
  name: string,
  identifier: string | null = null,
  phone: string | null = null,
): CaseRecord['parties'][number] => ({ role, name, kind: 'person', identifier, phone })
