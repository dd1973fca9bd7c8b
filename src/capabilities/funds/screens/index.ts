import { recordActs } from './acts.ts'
import { accountBalances, auditAgeing, auditSample, postings } from './audit.ts'
import { claimPaper, proposalPaper } from './claim-papers.ts'
import { bankAccounts, deferrals, payees } from './lists.ts'
import { waitingClaim } from './waiting-claim.ts'

/** What the money screens ask beside the lists of the other parts. */
export const screenQueries = [
  recordActs,
  waitingClaim,
  claimPaper,
  proposalPaper,
  deferrals,
  payees,
  bankAccounts,
  auditSample,
  auditAgeing,
  postings,
  accountBalances,
] as const
