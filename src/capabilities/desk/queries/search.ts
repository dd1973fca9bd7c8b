import type { SearchHit } from '#kernel/capability.ts'
import { reading } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { SearchHits, SearchText } from '../contract.ts'
import { maySearch } from '../permissions.ts'

const mostHits = 20

/** Everything by name, of all rooms, the best first. Each room finds only what this person may see. */
export const everything = reading({
  name: 'search.everything',
  title: label('搜索', 'Search'),
  may: maySearch,
  reach: 'anyone',
  input: SearchText,
  output: SearchHits,
  read: async (tx, { text }, occasion) => {
    const wanted = text.normalize('NFKC').trim()
    if (wanted === '') return []
    const found: SearchHit[] = []
    for (const source of tx.platform.registry.gather('search')) found.push(...(await source(tx, wanted, occasion)))
    return found
      .toSorted((a, b) => b.weight - a.weight)
      .slice(0, mostHits)
      .map(({ kind, title, detail, href }) => ({ kind, title, detail, href }))
  },
})
