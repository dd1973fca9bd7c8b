import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { queryOptionsFor } from '#web/api.ts'
import { useState } from 'react'
import { CaseNumber } from '#web/components/CaseNumber.tsx'
import type { Theirs } from '#web/components/ConflictState.tsx'
import { PartyPair } from '#web/components/PartyName.tsx'
import type { Cockpit } from '../../contract.ts'
import { cockpitReading } from '../api.ts'

/** The case an act concerns, as it is now. */
export const useCase = (caseId: string) => useSuspenseQuery(queryOptionsFor(cockpitReading, { caseId })).data

/**
 * The case as it was when the form opened. What others change meanwhile reaches the page behind at once, but never the
 * version a form was filled against.
 */
export function useCaseAsOpened(caseId: string): Cockpit {
  const record = useCase(caseId)
  const [opened] = useState(record)
  return opened
}

/** Reads the case again when somebody else changed it while a form was open. */
export function useReread(
  caseId: string,
  valuesOf: (record: Cockpit) => Readonly<Record<string, unknown>>,
): () => Promise<Theirs> {
  const client = useQueryClient()
  return async () => {
    const record = await client.fetchQuery({ ...queryOptionsFor(cockpitReading, { caseId }), staleTime: 0 })
    return { values: valuesOf(record), version: record.version }
  }
}

/** Which case this is about: shown and not asked. */
export function CaseLine({ caseId }: { readonly caseId: string }) {
  const record = useCase(caseId)
  const side = (role: string) => record.parties.filter((party) => party.role === role).map(({ name }) => name)
  return (
    <p className="dx-row">
      <CaseNumber number={record.caseNumber} href={`/cases/${caseId}`} />
      <span className="dx-t2 dx-cut">
        <PartyPair applicants={side('applicant')} debtors={side('debtor')} />
      </span>
    </p>
  )
}

export const caseIdIn = (input: Readonly<Record<string, unknown>>): string =>
  typeof input['caseId'] === 'string' ? input['caseId'] : ''

/** The cases of a bulk act; empty for an act on one. */
export const caseIdsIn = ({ caseIds }: Readonly<Record<string, unknown>>): readonly string[] =>
  Array.isArray(caseIds) ? caseIds.filter((id) => typeof id === 'string') : []
