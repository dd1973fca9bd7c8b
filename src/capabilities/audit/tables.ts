import type { Generated } from 'kysely'

declare module '#kernel/database/tables.ts' {
  interface Tables {
    audit_word: { court_id: Generated<string>; code: string; zh: string; en: string; reveals: boolean }
  }
}
