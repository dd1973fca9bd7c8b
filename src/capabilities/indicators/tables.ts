import type { Generated } from 'kysely'
import type { DateText, Int8, MomentText } from '#kernel/database/tables.ts'

declare module '#kernel/database/tables.ts' {
  interface Tables {
    indicators_case_fact: CaseFactTable
    indicators_benchmark: BenchmarkTable
    indicators_run: {
      court_id: Generated<string>
      run_id: string
      period_from: DateText
      period_to: DateText
      as_of: DateText
      frozen_by: string
      frozen_at: MomentText
    }
    indicators_run_value: {
      court_id: Generated<string>
      run_id: string
      indicator_id: string
      variant: string
      version: number
      numerator: Int8
      denominator: Int8 | null
      printed: string
    }
  }
}

export interface CaseFactTable {
  court_id: Generated<string>
  case_id: string
  case_number: string
  type_code: string
  filed_on: DateText
  closed_on: DateText | null
  received_on: DateText | null
  handler_id: string | null
  clerk_id: string | null
  team_id: string | null
  team_key: string | null
  manner: string | null
  real: boolean
  full_performance: boolean
  outside_base: boolean
  claim_fen: Int8
  waived_fen: Int8
  unenforceable_fen: Int8
  recovered_fen: Int8
  last_receipt_on: DateText | null
  notice_on: DateText | null
  report_order_on: DateText | null
  inquiry_on: DateText | null
  restricted_on: DateText | null
  listed_on: DateText | null
  round_terminated_on: DateText | null
  resumed_on: DateText | null
  resumes_number: string | null
  preserved: boolean
  track: string | null
  cause: string | null
  town: string | null
  livelihood: string | null
  closing_reason: string | null
  limit_on: DateText | null
  granted_days: number
  deducted_days: number
}

export type CaseFactColumn = Exclude<keyof CaseFactTable, 'court_id'>

export type PlaceKind = 'court' | 'city-mean' | 'province-mean'

export interface BenchmarkTable {
  court_id: Generated<string>
  benchmark_id: string
  place: string
  place_kind: PlaceKind
  figures: Readonly<Record<string, string>>
  period_from: DateText | null
  period_to: DateText | null
  publisher: string
  published_on: DateText | null
  source: string
  batch_id: string | null
  imported_by: string
  imported_at: MomentText
}
