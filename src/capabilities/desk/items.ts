import type { DeskItem } from '#kernel/capability.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Occasion } from '#kernel/occasion.ts'
import type { Label } from '#kernel/values/labels.ts'
import { byUrgency } from './rules/order.ts'

export type SectionItem = DeskItem & { readonly section: string }
export type Gathered = {
  readonly sections: readonly { readonly id: string; readonly title: Label }[]
  readonly items: readonly SectionItem[]
}

/** All that rooms lay on this person's desk, most pressing first. Sections of one name are one. */
export async function gatherItems(tx: Tx, occasion: Occasion): Promise<Gathered> {
  const sections = new Map<string, Label>()
  const items: SectionItem[] = []
  for (const { section, items: read } of tx.platform.registry.gather('desk')) {
    sections.set(section.zh, section)
    for (const item of await read(tx, occasion)) items.push({ ...item, section: section.zh })
  }
  return {
    sections: [...sections].map(([id, title]) => ({ id, title })),
    items: items.toSorted(byUrgency),
  }
}
