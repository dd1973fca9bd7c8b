import type { Generated } from 'kysely'
import type { DateText, MomentText } from '#kernel/database/tables.ts'

declare module '#kernel/database/tables.ts' {
  interface Tables {
    ledgers_batch: {
      court_id: Generated<string>
      batch_id: string
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
      imported_by: string
      imported_at: MomentText
      undone_at: MomentText | null
      version: Generated<number>
    }
    ledgers_record: {
      court_id: Generated<string>
      batch_id: string
      row: number
      subject: string
      change: 'created' | 'changed' | 'conflict'
      diff: string | null
    }
    ledgers_row: {
      court_id: Generated<string>
      batch_id: string
      row: number
      status: 'set-aside' | 'accepted' | 'corrected' | 'dropped'
      key: string | null
      cells: string
      problems: unknown
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
  }
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
