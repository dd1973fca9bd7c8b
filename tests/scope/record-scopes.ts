import type { Command } from '#kernel/command.ts'
import { inTransaction, type Tx } from '#kernel/database/transaction.ts'
import { mayTouch, systemActor, type Actor, type Belongs } from '#kernel/occasion.ts'
import { occasionFor } from '#kernel/pipeline/occasion-for.ts'
import { outsideScope } from '#kernel/pipeline/problems.ts'
import type { Platform } from '#kernel/platform.ts'
import type { Query } from '#kernel/query.ts'
import { sampleInput } from './sample-input.ts'
import { chanceOf } from './chance.ts'
import type { Stock } from './stock.ts'

/** A kind of record whose commands are scoped: where its ids stand in rows and answers, and whose room it is. */
export type ScopedKind = {
  readonly kind: string
  readonly idField: string
  readonly room: string
  readonly by: Command
}

export function scopedKinds({ registry }: Platform): readonly ScopedKind[] {
  const kinds = new Map<string, ScopedKind>()
  for (const command of registry.commands.values()) {
    const { record, name } = command
    if (record && !kinds.has(record.kind)) kinds.set(record.kind, { ...record, room: roomOf(name), by: command })
  }
  return [...kinds.values()]
}

export const roomOf = (name: string): string => name.split('.', 1)[0] ?? name
export const columnOf = (idField: string): string =>
  idField.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/**
 * Whose a record is, by the room's own word: the scope its commands are checked against, taken at the moment of the
 * check; the act itself is not done. Null when there is no such record in this court.
 */
export const belongsOf = (platform: Platform, court: string, kind: ScopedKind, id: string, stock: Stock) =>
  inTransaction(platform, { court, unit: null }, (tx) => belongsIn(tx, kind, id, stock))

async function belongsIn(tx: Tx, { by, idField }: ScopedKind, id: string, stock: Stock): Promise<Belongs | null> {
  const watcher = systemActor(tx.court, 'watcher', '校核', [by.may])
  const sample = sampleInput(by.input, stock, chanceOf(by.name), true)
  const input = { ...(typeof sample === 'object' ? sample : {}), [idField]: id }
  let seen: Belongs | null = null
  const stop = outsideScope(by.title)
  await by.prepare(tx, input, await occasionFor(tx, watcher), {
    scope: (belongs) => {
      seen = belongs
      return stop
    },
    version: () => stop,
  })
  return seen
}

export type Scopes = {
  (kind: ScopedKind, id: string): Belongs | null
  /** The records there are of a kind. */
  readonly idsOf: (kind: ScopedKind) => readonly string[]
}

/** Ids that are no record of a kind: they never become one, so that each is asked about once. */
export type Strangers = Set<string>

/** The scopes of all records of a court at one moment. */
export async function scopesOf(
  platform: Platform,
  court: string,
  kinds: readonly ScopedKind[],
  stock: Stock,
  strangers: Strangers,
): Promise<Scopes> {
  const known = new Map<string, Belongs>()
  await inTransaction(platform, { court, unit: null }, async (tx) => {
    for (const kind of kinds) {
      for (const id of stock.valuesOf(columnOf(kind.idField))) {
        const name = `${kind.kind}:${id}`
        if (strangers.has(name)) continue
        const belongs = await belongsIn(tx, kind, id, stock)
        if (belongs) known.set(name, belongs)
        else strangers.add(name)
      }
    }
  })
  const ids = Map.groupBy(known.keys(), (name) => name.slice(0, name.indexOf(':')))
  return Object.assign((kind: ScopedKind, id: string) => known.get(`${kind.kind}:${id}`) ?? null, {
    idsOf: ({ kind }: ScopedKind) => (ids.get(kind) ?? []).map((name) => name.slice(kind.length + 1)),
  })
}

/** Whether a question of this permission, or for a question open to everyone any right in the record's room, reaches it. */
export function mayLearnOf(actor: Actor, query: Query, kind: ScopedKind, belongs: Belongs): boolean {
  if (mayTouch(actor, query.may, belongs)) return true
  if (query.shape === 'list' || query.reach !== 'anyone') return false
  return mayReachSomehow(actor, kind, belongs)
}

export const mayReachSomehow = (actor: Actor, { room }: ScopedKind, belongs: Belongs): boolean =>
  actor.grants.some(({ permission }) => roomOf(permission) === room && mayTouch(actor, permission, belongs))
