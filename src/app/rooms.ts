import { cases } from '#capabilities/cases'
import { identity } from '#capabilities/identity'
import { ledgers } from '#capabilities/ledgers'
import { operations } from '#capabilities/operations'
import { parties } from '#capabilities/parties'
import type { Capability } from '#kernel/capability.ts'

/** All rooms, each after those it rests on. Adding a room is one line here. */
export const rooms: readonly Capability[] = [operations, identity, ledgers, parties, cases]
