import type { Capability, Contributions, Reaction } from './capability.ts'
import type { Command } from './command.ts'
import type { Query } from './query.ts'

/** Everything the rooms declared, by name. Built once at start; two of one name is a bug and stops the start. */
export type Registry = {
  readonly rooms: readonly Capability[]
  readonly commands: ReadonlyMap<string, Command>
  readonly queries: ReadonlyMap<string, Query>
  readonly reactions: ReadonlyMap<string, readonly Reaction[]>
  /** All that rooms put into one slot, in the order of the rooms. */
  readonly gather: <Slot extends keyof Contributions>(slot: Slot) => Gathered<Slot>
}

type Gathered<Slot extends keyof Contributions> =
  NonNullable<Contributions[Slot]> extends readonly (infer Item)[]
    ? readonly Item[]
    : readonly NonNullable<Contributions[Slot]>[]

export function registryOf(rooms: readonly Capability[]): Registry {
  const gather = <Slot extends keyof Contributions>(slot: Slot): Gathered<Slot> =>
    rooms.flatMap((room) => (room[slot] ?? []) as readonly unknown[]) as unknown as Gathered<Slot>
  return {
    rooms,
    commands: byName(gather('commands')),
    queries: byName(gather('queries')),
    reactions: Map.groupBy(
      gather('reactions').flatMap((reaction) => reaction.on.map((type) => ({ type, reaction }))),
      ({ type }) => type,
    )
      .entries()
      .reduce(
        (map, [type, list]) =>
          map.set(
            type,
            list.map(({ reaction }) => reaction),
          ),
        new Map<string, Reaction[]>(),
      ),
    gather,
  }
}

function byName<T extends { readonly name: string }>(declared: readonly T[]): ReadonlyMap<string, T> {
  const map = new Map<string, T>()
  for (const item of declared) {
    if (map.has(item.name)) throw new Error(`declared twice: ${item.name}`)
    map.set(item.name, item)
  }
  return map
}
