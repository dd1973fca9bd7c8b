import '#capabilities/identity'
import type { Generated } from 'kysely'
import type { DateText, Int8, MomentText } from '#kernel/database/tables.ts'
import type { CaseTypeCode } from './case-types.ts'
import type { MannerCode } from './manners.ts'
import type { Stage } from './stages.ts'

declare module '#kernel/database/tables.ts' {
  interface Tables {
    cases_case: CaseTable
    cases_party: {
      court_id: Generated<string>
      case_id: string
      role: PartyRole
      position: number
      party_id: string
      name: string
      kind: Generated<string>
      phone_index: string | null
      batch_id: string | null
    }
    cases_event: {
      court_id: Generated<string>
      event_id: string
      case_id: string
      kind: string
      occurred_on: DateText
      note: string | null
      recorded_by: string
      recorded_at: MomentText
      batch_id: string | null
    }
    cases_claim_item: {
      court_id: Generated<string>
      item_id: string
      case_id: string
      kind: string
      amount_fen: Int8
      quoted: string
      position: number
      batch_id: string | null
    }
    cases_link: {
      court_id: Generated<string>
      case_id: string
      linked_number: string
      relation: LinkRelation
      batch_id: string | null
    }
  }
}

export type PartyRole = 'applicant' | 'debtor' | 'objector' | 'third-party'
export type LinkRelation = 'resumes' | 'objects-to' | 'preserves-for' | 'related'
export type Track = 'simple' | 'complex'

export interface CaseTable {
  court_id: Generated<string>
  case_id: string
  case_number: string
  number_year: number
  type_code: CaseTypeCode
  serial: number
  received_on: DateText | null
  filed_on: DateText
  cause: string | null
  basis_number: string | null
  basis_issuer: string | null
  claim_fen: Int8
  waived_fen: Int8
  unenforceable_fen: Int8
  recovered_fen: Int8
  last_receipt_on: DateText | null
  track: Track | null
  track_reason: string | null
  handler_id: string | null
  clerk_id: string | null
  team_id: string | null
  town: string | null
  livelihood: string | null
  flags: string[]
  preserved: boolean
  closed_on: DateText | null
  manner: MannerCode | null
  closing_reason: string | null
  remark: string | null
  details: Record<string, string>
  stage: Generated<Stage>
  last_event_on: DateText
  typed: Generated<string[]>
  batch_id: string | null
  version: Generated<number>
}
