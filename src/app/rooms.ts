import { audit } from '#capabilities/audit'
import { cases } from '#capabilities/cases'
import { deadlines } from '#capabilities/deadlines'
import { identity } from '#capabilities/identity'
import { indicators } from '#capabilities/indicators'
import { ledgers } from '#capabilities/ledgers'
import { operations } from '#capabilities/operations'
import { parties } from '#capabilities/parties'
import { report } from '#capabilities/report'
import type { Capability } from '#kernel/capability.ts'

/** All rooms, each after those it rests on. Adding a room is one line here. */
export const rooms: readonly Capability[] = [
  operations,
  identity,
  audit,
  ledgers,
  deadlines,
  parties,
  cases,
  indicators,
  report,
]
