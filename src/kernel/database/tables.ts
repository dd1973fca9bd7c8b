import type { Generated } from 'kysely'

/** Columns as they come off the wire: int8 and dates are text, moments RFC 3339 text. */
export type Int8 = string
export type DateText = string
export type MomentText = string

/** The shape of the database. Each room merges its own tables into this interface in its `tables.ts`. */
export interface Tables {
  kernel_court: { court_id: string; name: string; created_at: Generated<MomentText> }
  kernel_setting: { court_id: Generated<string>; key: string; value: unknown; set_by: string; set_at: MomentText }
  kernel_journal: JournalTable
  kernel_subject: { court_id: Generated<string>; subject: string; seq: Int8 }
  kernel_chain: { court_id: string; seq: Int8; hash: Buffer }
  kernel_chain_seal: {
    court_id: Generated<string>
    day: DateText
    seq: Int8
    hash: Buffer
    signature: Buffer
    sealed_at: MomentText
  }
  kernel_idempotency: {
    court_id: Generated<string>
    key: string
    actor_id: string
    command: string
    input_hash: string
    reply: string
    at: Generated<MomentText>
  }
  kernel_number: { court_id: Generated<string>; series: string; year: number; last: number }
  kernel_job: JobTable
  kernel_schedule: {
    court_id: Generated<string>
    kind: string
    last_run: MomentText | null
    last_outcome: string | null
    next_run: MomentText
  }
  kernel_file: {
    court_id: Generated<string>
    file_id: string
    bytes: Int8
    media_type: string
    stored_at: Generated<MomentText>
  }
  kernel_attachment: {
    court_id: Generated<string>
    attachment_id: string
    file_id: string
    subject: string
    name: string
    added_by: string
    added_at: Generated<MomentText>
  }
  kernel_approval: ApprovalTable
  kernel_view: {
    court_id: Generated<string>
    view_id: string
    query: string
    name: string
    shared_with: string
    owner_id: string
    input: unknown
  }
}

export interface JournalTable {
  court_id: Generated<string>
  seq: Int8
  text: string
  hash: Buffer
  recorded_at: MomentText
  occurred_on: DateText
  actor_id: string
  command: string
  type: string
  stream: string
}

export interface JobTable {
  court_id: Generated<string>
  job_id: string
  kind: string
  payload: unknown
  run_at: MomentText
  attempts: Generated<number>
  leased_until: MomentText | null
  finished_at: MomentText | null
  last_error: string | null
}

export interface ApprovalTable {
  court_id: Generated<string>
  approval_id: string
  matter: string
  subject: string
  proposed_by: string
  proposed_at: MomentText
  proposal: unknown
  decided_by: string | null
  decided_at: MomentText | null
  decision: 'approved' | 'refused' | 'withdrawn' | null
  reason: string | null
}
