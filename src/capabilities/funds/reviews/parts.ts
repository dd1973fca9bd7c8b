import { reviewDesk } from './desk.ts'
import { doubtedClaims } from './hold.ts'
import { keepClaim, undoneReaction } from './keep.ts'
import { claimReviews } from './list.ts'

/** What looking again at claims adds to the room. */
export const reviewParts = {
  commands: [keepClaim],
  queries: [claimReviews],
  reactions: [undoneReaction],
  payoutHolds: [doubtedClaims],
  desk: [reviewDesk],
} as const
