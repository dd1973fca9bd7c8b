import type { DateText } from '#kernel/database/tables.ts'

/** Views of this room that other rooms may join. */
declare module '#kernel/database/tables.ts' {
  interface Tables {
    identity_staff_name: { court_id: string; staff_id: string; name: string }
    identity_permission_held: {
      court_id: string
      staff_id: string
      permission: string
      from_on: DateText
      until_on: DateText | null
    }
    identity_team_of: {
      court_id: string
      staff_id: string
      team_id: string
      team_name: string
      from_on: DateText
      until_on: DateText | null
    }
  }
}
