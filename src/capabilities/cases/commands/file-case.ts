import { command } from '#kernel/command.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { nextNumber } from '#kernel/numbering.ts'
import { sumFen } from '#kernel/values/money.ts'
import { label } from '#kernel/values/labels.ts'
import { formatCaseNumber, parseCaseNumber } from '#law/case-number.ts'
import { FileCase } from '../contract.ts'
import { ofCase, type CaseFiled } from '../facts.ts'
import { linkUnreadable, numberTaken } from '../problems.ts'
import type { CaseRecord } from '../register.ts'
import { filingFaults } from '../rules/filing.ts'
import { saveFiled } from '../store.ts'

/** Files a case: gives it the next number of its type and year, without gaps. */
export const fileCase = command({
  name: 'cases.file-case',
  title: label('立案', 'File case'),
  may: 'cases.file',
  cites: ['filing.conditions', 'filing.accept'],
  input: FileCase,
  load: async (tx, { parties }) => ({ known: await onRecord(tx, parties) }),
  consult: async (tx, { typeCode, filedOn }) => nextCaseNumber(tx, typeCode, filedOn.year),
  decide: ({ known }, filing, occasion, number): CaseFiled | ReturnType<typeof linkUnreadable> => {
    const faults = filingFaults(filing, known, occasion)
    if (faults) return faults
    const links = filing.links.map(({ number: text, relation }) => ({ parsed: parseCaseNumber(text), relation, text }))
    const unreadable = links.findIndex(({ parsed }) => !parsed.ok)
    if (unreadable >= 0) return linkUnreadable(unreadable)
    return {
      type: 'cases.case-filed',
      caseId: filing.caseId,
      occurredOn: filing.filedOn,
      claimItems: filing.claimItems,
      record: recordOf(
        filing,
        number,
        links.flatMap(({ parsed, relation }) => (parsed.ok ? [{ number: parsed.canonical, relation }] : [])),
      ),
    }
  },
  save: saveFiled,
  subjects: ofCase,
  answer: ({ caseId, record }) => ({ caseId, caseNumber: record.number.canonical }),
  personal: ['identifier', 'phone'],
  onConstraint: { cases_case_number_once: numberTaken, cases_case_pkey: numberTaken },
})

/** Names of the parties that were chosen from the register. */
async function onRecord(tx: Tx, parties: FileCase['parties']): Promise<ReadonlyMap<string, string>> {
  const ids = parties.flatMap(({ partyId }) => partyId ?? [])
  if (ids.length === 0) return new Map()
  const { rows } = await tx.client.query<{ party_id: string; name: string }>({
    name: 'cases_parties_on_record',
    text: 'select party_id, name from parties_named where party_id = any($1::uuid[])',
    values: [ids],
  })
  return new Map(rows.map(({ party_id, name }) => [party_id, name]))
}

async function nextCaseNumber(tx: Tx, typeCode: FileCase['typeCode'], year: number): Promise<CaseRecord['number']> {
  const serial = await nextNumber(tx, `case:${typeCode}`, year)
  return {
    canonical: formatCaseNumber({ year, court: tx.court, type: typeCode, number: serial }),
    year,
    typeCode,
    serial,
  }
}

function recordOf(filing: FileCase, number: CaseRecord['number'], links: CaseRecord['links']): CaseRecord {
  return {
    number,
    receivedOn: filing.receivedOn.toString(),
    filedOn: filing.filedOn.toString(),
    cause: filing.cause,
    basisNumber: filing.basisNumber,
    basisIssuer: filing.basisIssuer,
    claimFen: sumFen(filing.claimItems.map(({ amountFen }) => amountFen)),
    waivedFen: 0n,
    unenforceableFen: 0n,
    recoveredFen: 0n,
    lastReceiptOn: null,
    track: null,
    handlerId: null,
    clerkId: null,
    teamId: null,
    town: filing.town ?? null,
    livelihood: filing.livelihood ?? null,
    flags: filing.flags,
    preserved: links.some(({ relation }) => relation === 'preserves-for'),
    closedOn: null,
    manner: null,
    closingReason: null,
    remark: null,
    details: {},
    parties: filing.parties.map(({ role, name, kind, idNumber, phone, partyId }) => ({
      role,
      name,
      kind,
      identifier: idNumber?.toUpperCase() ?? null,
      phone: phone ?? null,
      ...(partyId !== undefined && { partyId }),
    })),
    events: [],
    links,
  }
}
