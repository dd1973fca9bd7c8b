import type { DateText, Int8 } from '#kernel/database/tables.ts'
import type { Generated } from 'kysely'

declare module '#kernel/database/tables.ts' {
  interface Tables {
    trial_claim: {
      court_id: Generated<string>
      claim_id: string
      number: number
      title: string
      amount_fen: Int8
      filed_on: DateText
      handler_id: string
      team_id: string | null
      unit: string | null
      closed: Generated<boolean>
      version: Generated<number>
    }
    trial_note: { court_id: Generated<string>; claim_id: string; note: string }
  }
}
