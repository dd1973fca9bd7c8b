import type { Generated } from 'kysely'
import type { DateText, Int8, MomentText } from '#kernel/database/tables.ts'
import type { PayeeRole, PayoutKind, PayoutState } from './contract.ts'

/** What lists of this part read; everything else is asked in plain SQL. */
declare module '#kernel/database/tables.ts' {
  interface Tables {
    funds_payout: {
      court_id: Generated<string>
      payout_id: string
      payout_number: string | null
      kind: PayoutKind
      case_number: string | null
      payee: string
      payee_account_id: string | null
      payee_role: PayeeRole
      amount_fen: Int8
      state: PayoutState
      proposed_by: string
      proposed_at: MomentText
      approved_by: string | null
      second_because: string[]
      ordered_in: string | null
      paid_on: DateText | null
      ended_because: string | null
      follows: string | null
    }
    funds_payee_account: { court_id: Generated<string>; payee_account_id: string; number_masked: string }
    funds_payment_order: {
      court_id: Generated<string>
      order_id: string
      order_number: string
      made_on: DateText
      payouts: number
      total_fen: Int8
      csv_file: string
      made_by: string
    }
    funds_claim_clock: {
      court_id: string
      claim_id: string
      kind: string
      case_number: string | null
      payer: string | null
      amount_fen: Int8
      paid_fen: Int8
      reserved_fen: Int8
      arrived_on: DateText
      known_on: DateText
      lawful_due_on: DateText
      own_due_on: DateText | null
      deferred: boolean
      was_deferred: boolean
      ground: string | null
    }
  }
}
