/** What speaks for two rows of one case number being one case: one of these in common is enough. */
export type CaseFacts = {
  readonly filedOn: string | null
  readonly basisNumber?: string | null
  readonly identifiers: readonly string[]
  readonly names: readonly string[]
}

/**
 * The marks of a case, equal for the row of a ledger and the record of the register: filing date, enforcement basis,
 * certificate numbers and names of the parties.
 */
export function caseMarks({ filedOn, basisNumber, identifiers, names }: CaseFacts): string[] {
  const basis = basisNumber?.normalize('NFKC').replace(/\s+/g, '') ?? ''
  return [
    ...(filedOn === null ? [] : [`filed ${filedOn}`]),
    ...(basis === '' ? [] : [`basis ${basis}`]),
    ...identifiers.filter((identifier) => identifier !== '').map((identifier) => `id ${identifier}`),
    ...names.filter((name) => name !== '').map((name) => `name ${name}`),
  ]
}
