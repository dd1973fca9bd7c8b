import type { Capability } from '#kernel/capability.ts'

/** All rooms, each after those it rests on. Adding a room is one line here. */
export const rooms: readonly Capability[] = []
