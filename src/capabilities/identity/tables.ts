import type { Generated } from 'kysely'
import type { DateText, Int8, MomentText } from '#kernel/database/tables.ts'

declare module '#kernel/database/tables.ts' {
  interface Tables {
    identity_staff: StaffTable
    identity_role: {
      court_id: Generated<string>
      role_id: string
      title_zh: string
      title_en: string
      kind: string
      second_factor: boolean
      sort: number
    }
    identity_role_grant: {
      court_id: Generated<string>
      role_id: string
      permission: string
      scope: string
      origin: string
      withdrawn: Generated<boolean>
    }
    identity_post: {
      court_id: Generated<string>
      post_id: string
      title: string
      zone: string | null
      role_id: string
      duties: string
      sort: number
    }
    identity_post_clash: { court_id: Generated<string>; post_id: string; other_id: string }
    identity_holding: HoldingTable
    identity_team: { court_id: Generated<string>; team_id: string; name: string; version: Generated<number> }
    identity_team_member: {
      court_id: Generated<string>
      team_id: string
      staff_id: string
      from_on: DateText
      until_on: DateText | null
    }
    identity_session: SessionTable
    identity_attempt: {
      court_id: Generated<string>
      login_index: string
      staff_id: string | null
      failed: number
      last_at: MomentText
      locked_until: MomentText | null
    }
  }
}

export interface StaffTable {
  court_id: Generated<string>
  staff_id: string
  name: string
  unit_id: string | null
  active_from: DateText | null
  active_until: DateText | null
  login_name: string | null
  password_phc: string | null
  password_set_at: MomentText | null
  password_is_temporary: Generated<boolean>
  totp_secret: string | null
  totp_confirmed_at: MomentText | null
  totp_pending: string | null
  totp_last_step: Int8 | null
  proposed_by: string | null
  last_sign_in_at: MomentText | null
  last_sign_in_from: string | null
  version: Generated<number>
}

export interface HoldingTable {
  court_id: Generated<string>
  holding_id: string
  staff_id: string
  post_id: string
  from_on: DateText
  until_on: DateText | null
  in_place_of: string | null
  warrant: string | null
  version: Generated<number>
}

export interface SessionTable {
  court_id: Generated<string>
  session_id: string
  token_hash: string
  staff_id: string
  created_at: MomentText
  last_seen_at: MomentText
  proved_at: MomentText
  second_factor: boolean
  place: string | null
  agent: string | null
  ended_at: MomentText | null
  post_id: Generated<string | null>
  version: Generated<number>
}
