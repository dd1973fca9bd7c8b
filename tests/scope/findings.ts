import { mayAnywhere, type Actor } from '#kernel/occasion.ts'
import { isRefusal } from '#kernel/problem.ts'
import type { Query } from '#kernel/query.ts'
import { mayLearnOf, type ScopedKind, type Scopes } from './record-scopes.ts'
import type { Stock } from './stock.ts'

type Named = { readonly key: string; readonly id: string }

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Every id in an answer, however deep, with the key it stands under; `beside` passes over rows that are known already. */
export function idsIn(answer: unknown, beside: (row: object) => boolean = () => false, key = ''): readonly Named[] {
  if (typeof answer === 'string') return uuid.test(answer) ? [{ key, id: answer }] : []
  if (Array.isArray(answer)) return answer.flatMap((item: unknown) => idsIn(item, beside, key.replace(/s$/, '')))
  if (typeof answer !== 'object' || answer === null || answer instanceof Uint8Array) return []
  if (beside(answer)) return []
  return Object.entries(answer).flatMap(([name, value]) => idsIn(value, beside, name))
}

export type Known = { readonly kinds: readonly ScopedKind[]; readonly scopes: Scopes; readonly stock: Stock }

/** What an answer tells this person that it must not. */
export function trespasses(
  actor: Actor,
  query: Query,
  input: unknown,
  answer: unknown,
  known: Known,
): readonly string[] {
  if (isRefusal(answer)) return []
  if (!mayAnywhere(actor, query.may)) return ['answered without the permission']
  const asked = new Set(idsIn(input).map(({ id }) => id))
  // Whom an entry names sees it, and with it which case it is about, though not the case.
  const namesThem = (row: object): boolean => 'ownerId' in row && row.ownerId === actor.id
  return idsIn(answer, namesThem).flatMap(({ key, id }) => {
    const courts = known.stock.courtsOf(id)
    if (courts.size > 0 && !courts.has(actor.court)) return asked.has(id) ? [] : [`${key} ${id} of another court`]
    return known.kinds.flatMap((kind) => {
      // Colleagues are named everywhere; only the room of people keeps them apart.
      if (kind.idField !== key || (kind.room === 'identity' && !query.name.startsWith('identity.'))) return []
      const belongs = known.scopes(kind, id)
      return belongs && !mayLearnOf(actor, query, kind, belongs) ? [`${kind.kind} ${id} outside the scope`] : []
    })
  })
}
