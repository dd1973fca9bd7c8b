import type { Generated } from 'kysely'
import type { DateText, MomentText } from '#kernel/database/tables.ts'

declare module '#kernel/database/tables.ts' {
  interface Tables {
    desk_seen: { court_id: Generated<string>; staff_id: string; seen_at: MomentText }
    desk_later: { court_id: Generated<string>; staff_id: string; item_id: string; until_on: DateText }
  }
}
