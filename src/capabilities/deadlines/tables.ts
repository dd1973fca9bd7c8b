import type { ColumnType, Generated } from 'kysely'
import type { DateText, MomentText } from '#kernel/database/tables.ts'
import type { Stops } from './clock-rule.ts'
import type { Notice } from './contract.ts'

declare module '#kernel/database/tables.ts' {
  interface Tables {
    deadlines_clock: ClockTable
    deadlines_rule: {
      court_id: Generated<string>
      rule_id: string
      title_zh: string
      title_en: string
      whom: string
      sort: number
      fingerprint: Generated<string>
    }
    deadlines_notice: {
      court_id: Generated<string>
      subject_id: string
      rule_id: string
      step: number
      due_on: DateText
      noticed_on: DateText
    }
    deadlines_year: {
      court_id: Generated<string>
      year: number
      source: string
      days: ColumnType<Notice['days'], string, string>
      imported_by: string
      signed_by: string
      imported_at: MomentText
    }
    deadlines_case_clock: Omit<ClockTable, 'court_id' | 'version'> & {
      court_id: string
      title: string | null
      whom: string | null
    }
  }
}

export interface ClockTable {
  court_id: Generated<string>
  subject_id: string
  rule_id: string
  step: number
  case_id: string | null
  started_by: string
  started_on: DateText
  due_on: DateText
  due_from: DateText
  urgent_from: DateText
  finished_by: string | null
  finished_on: DateText | null
  stops: Stops | null
  provisional: boolean
  version: string
}
