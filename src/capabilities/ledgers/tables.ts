import type { Generated } from 'kysely'
import type { DateText, Int8, MomentText } from '#kernel/database/tables.ts'
import type { MappedColumn, SheetPlan } from './reading/index.ts'

declare module '#kernel/database/tables.ts' {
  interface Tables {
    ledgers_import: ImportTable
    ledgers_batch: BatchTable
    ledgers_record: {
      court_id: Generated<string>
      batch_id: string
      row: number
      subject: string
      change: RecordChange
      diff: string | null
    }
    ledgers_row: {
      court_id: Generated<string>
      batch_id: string
      row: number
      status: RowStatus
      key: string | null
      cells: string
      problems: unknown
      corrected_by: string | null
      reason: string | null
    }
    ledgers_before: {
      court_id: Generated<string>
      batch_id: string
      position: number
      table_name: string
      owner_id: string
      image: unknown
    }
    ledgers_heading: { court_id: Generated<string>; kind: string; heading: string; field: string | null }
    ledgers_told_kind: { court_id: Generated<string>; shape: string; kind: string }
    ledgers_number: {
      court_id: Generated<string>
      batch_id: string
      series: string
      year: number
      was: number | null
      became: number
    }
  }
}

export type ImportState = 'draft' | 'waiting' | 'running' | 'done' | 'refused' | 'dropped'
export type RecordChange = 'created' | 'changed' | 'conflict'
export type RowStatus = 'set-aside' | 'accepted' | 'corrected' | 'dropped'

export interface ImportTable {
  court_id: Generated<string>
  import_id: string
  file_id: string
  file_name: string
  state: ImportState
  choices: unknown
  corrections: string | null
  outcome: unknown
  rows_done: Generated<number>
  rows_total: number
  opened_by: string
  opened_at: MomentText
  started_by: string | null
  started_at: MomentText | null
  finished_at: MomentText | null
  last_error: string | null
  version: Generated<number>
}

export interface BatchTable {
  court_id: Generated<string>
  batch_id: string
  number: number
  seq: Int8
  import_id: string | null
  corrects: string | null
  file_id: string
  file_name: string
  sheet: string
  kind: string
  state: 'applied' | 'undone'
  period_from: DateText | null
  period_to: DateText | null
  choices: unknown
  counts: BatchCounts
  rows_hash: string
  head: SheetPlan['head']
  columns: readonly MappedColumn[]
  imported_by: string
  imported_at: MomentText
  undone_at: MomentText | null
  version: Generated<number>
}

export type BatchCounts = {
  readonly rowsRead: number
  readonly accepted: number
  readonly setAside: number
  readonly ignored: number
  readonly warnings: number
  readonly created: number
  readonly changed: number
  readonly same: number
  readonly conflicts: number
}
