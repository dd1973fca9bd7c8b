import { alreadyFinal } from '../problems.ts'
import type { Report } from '../store.ts'

/** A final report stays as it is. */
export const draftOnly = ({ report }: { readonly report: Report }) =>
  report.state === 'final' ? alreadyFinal() : undefined
