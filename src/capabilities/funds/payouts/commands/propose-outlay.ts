import { settingValue } from '#capabilities/operations'
import { command } from '#kernel/command.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { isRefusal, type Refusal } from '#kernel/problem.ts'
import { label } from '#kernel/values/labels.ts'
import { parseCaseNumber } from '#law/case-number.ts'
import { attemptsMade } from '../attempts.ts'
import { ProposeOutlay, type OutlaySource, type PayeeRole, type PayoutKind } from '../contract.ts'
import { attemptsNeeded, payeeIsAnother } from '../problems.ts'
import { proposal, saveProposals, usableAccount, type PayoutProposed } from '../propose.ts'
import { attemptsBeforeDeposit } from '../settings.ts'
import { ofPayout } from './propose-payout.ts'

type Around = {
  readonly caseId: string | null
  readonly caseNumber: string | null
  readonly handlerId: string | null
  readonly clerkId: string | null
  readonly teamId: string | null
}

async function caseAround({ client }: Tx, written: string | undefined): Promise<Around> {
  const nobody = { caseId: null, caseNumber: null, handlerId: null, clerkId: null, teamId: null }
  if (written === undefined || written === '') return nobody
  const read = parseCaseNumber(written)
  const caseNumber = read.ok ? read.canonical : written
  const { rows } = await client.query<Around>(
    `select case_id as "caseId", case_number as "caseNumber", handler_id as "handlerId", clerk_id as "clerkId", team_id as "teamId"
     from cases_fact_source where case_number = $1`,
    [caseNumber],
  )
  return rows[0] ?? { ...nobody, caseNumber }
}

const kindOf = (from: OutlaySource, role: PayeeRole): PayoutKind => {
  if (role === 'treasury' && (from === 'refundable' || from === 'deposited')) return 'treasury'
  if (from === 'refundable') return 'refund'
  return from === 'deposited' ? 'case' : from
}

/**
 * 退款与上缴: money that is not the applicant's leaves its own account by the same chain — overpayments and deposits back to
 * whom they belong, fees and fines to the treasury, the bounty to its earner, what was put aside to its payee.
 */
export const proposeOutlay = command({
  name: 'funds.propose-outlay',
  title: label('申请退款或上缴', 'Propose a refund or hand-over'),
  may: 'funds.propose',
  cites: ['funds.account', 'fee.refund'],
  input: ProposeOutlay,
  load: (tx, { caseNumber }) => caseAround(tx, caseNumber),
  belongs: ({ handlerId, clerkId, teamId }) => ({ own: [handlerId, clerkId], team: teamId }),
  consult: async (tx, input, { caseId, caseNumber }, occasion): Promise<PayoutProposed | Refusal> => {
    const { from, payeeAccountId, payeeRole, amountFen, purpose, partyId = null } = input
    const account = await usableAccount(tx, payeeAccountId, occasion)
    if (isRefusal(account)) return account
    if (payeeRole !== 'agent' && payeeRole !== 'third' && account.holderIs === 'agent')
      return payeeIsAnother(account.payee)
    const kind = kindOf(from, payeeRole)
    if (kind === 'treasury' && caseNumber !== null) {
      const needed = await settingValue(tx, attemptsBeforeDeposit)
      const { days } = await attemptsMade(tx, caseNumber, input.attemptedPayee ?? account.payee)
      if (days < needed) return attemptsNeeded(needed, days)
    }
    const asked = { fromPartyId: partyId, caseId, caseNumber, payeeRole, account, amountFen, purpose }
    return proposal(
      tx,
      { kind, fromKind: from, payee: account.payee, payeePartyId: account.partyId, ...asked },
      occasion,
    )
  },
  decide: (_facts, _input, _occasion, found): PayoutProposed => found,
  save: saveProposals,
  subjects: ofPayout,
  answer: ({ payoutId, amountFen }) => ({ payoutId, amountFen: amountFen.toString() }),
})
