import type { Generated } from 'kysely'

declare module '#kernel/database/tables.ts' {
  interface Tables {
    parties_party: {
      court_id: Generated<string>
      party_id: string
      kind: PartyKind
      name: string
      initials: string
      id_sealed: string | null
      id_index: string | null
      id_tail_index: string | null
      id_masked: string | null
      merged_into: string | null
      batch_id: string | null
      version: Generated<number>
    }
    /** View for other rooms. */
    parties_named: {
      court_id: string
      party_id: string
      whole_id: string
      kind: PartyKind
      name: string
      initials: string
      id_masked: string | null
    }
    /** View for search: how people are found. */
    parties_findable: {
      court_id: string
      party_id: string
      whole_id: string
      kind: PartyKind
      name: string
      initials: string
      id_tail_index: string | null
      id_masked: string | null
    }
    parties_phone_tail: { court_id: string; party_id: string; tail_index: string; masked: string }
    parties_phone: {
      court_id: Generated<string>
      party_id: string
      phone_index: string
      tail_index: string
      sealed: string
      masked: string
      batch_id: string | null
    }
  }
}

/** Natural person, legal person, organisation without legal personality (非法人组织). */
export type PartyKind = 'person' | 'legal' | 'unincorporated' | 'unknown'
