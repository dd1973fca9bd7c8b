import type { Generated } from 'kysely'
import type { DateText, MomentText } from '#kernel/database/tables.ts'
import type { Ground, Part } from './figure.ts'

declare module '#kernel/database/tables.ts' {
  interface Tables {
    report_report: {
      court_id: Generated<string>
      report_id: string
      period_from: DateText
      period_to: DateText
      title: string
      state: Generated<'draft' | 'final'>
      drafted_by: string
      drafted_at: MomentText
      drafted_on: DateText
      finalised_by: string | null
      finalised_at: MomentText | null
      version: Generated<number>
    }
    report_sentence: {
      court_id: Generated<string>
      report_id: string
      sentence_id: string
      body: string
      signed_by: string | null
      sign_reason: string | null
      signed_at: MomentText | null
    }
    report_figure: {
      court_id: Generated<string>
      report_id: string
      figure_id: string
      printed: string | null
      ground: Ground | null
      formula: string
      source: string
      parts: readonly Part[]
      keep_reason: string | null
      kept_by: string | null
    }
  }
}
