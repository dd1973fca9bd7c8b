import {
  approvePayout,
  approvePayoutSecond,
  cancelPayout,
  checkPayout,
  refusePayout,
  rejectPayout,
  rejectPayoutSecond,
} from './chain.ts'
import {
  approveDeferral,
  endDeferral,
  proposeDeferral,
  refuseDeferral,
  rejectDeferral,
  reviewDeferral,
} from './deferrals.ts'
import { liftHold, placeHold } from './holds.ts'
import { makeOrder } from './make-order.ts'
import { recordOutcome, takeAnswer } from './outcomes.ts'
import { confirmPayee, proposePayee, refusePayee } from './payee-accounts.ts'
import { advanceObjection, drawPlan, objectToPlan, servePlan, withdrawPlan } from './plans.ts'
import { proposeBounty, proposeDeposit, proposeFee, recordAttempt } from './propose-inside.ts'
import { proposeOutlay } from './propose-outlay.ts'
import { proposePayout } from './propose-payout.ts'
import { confirmRelease, listReleases } from './releases.ts'

export const payoutCommands = [
  proposePayee,
  confirmPayee,
  refusePayee,
  proposePayout,
  proposeFee,
  proposeBounty,
  proposeDeposit,
  recordAttempt,
  proposeOutlay,
  checkPayout,
  approvePayout,
  approvePayoutSecond,
  refusePayout,
  rejectPayout,
  rejectPayoutSecond,
  cancelPayout,
  makeOrder,
  takeAnswer,
  recordOutcome,
  proposeDeferral,
  reviewDeferral,
  approveDeferral,
  refuseDeferral,
  rejectDeferral,
  endDeferral,
  placeHold,
  liftHold,
  drawPlan,
  servePlan,
  withdrawPlan,
  objectToPlan,
  advanceObjection,
  listReleases,
  confirmRelease,
] as const
