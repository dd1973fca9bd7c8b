import { recordActs } from './acts.ts'
import { auditAgeing, auditSample, postings } from './audit.ts'
import { bankAccounts, deferrals, payees } from './lists.ts'
import { waitingClaim } from './waiting-claim.ts'

/** What the money screens ask beside the lists of the other parts. */
export const screenQueries = [
  recordActs,
  waitingClaim,
  deferrals,
  payees,
  bankAccounts,
  auditSample,
  auditAgeing,
  postings,
] as const
