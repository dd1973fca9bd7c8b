import { useState } from 'react'
import type { Condition } from './query-text.ts'

export type SavedView = { readonly id: string; readonly title: string; readonly conditions: readonly Condition[] }

const place = (list: string) => `duixian.views.${list}`

/** A person's own views of a list, kept in this browser. Views of a team or the court come from the server. */
export function useSavedViews(list: string) {
  const [views, setViews] = useState(() => kept(list))
  const keep = (next: readonly SavedView[]) => {
    setViews(next)
    localStorage.setItem(place(list), JSON.stringify(next))
  }
  return {
    views,
    save: (title: string, conditions: readonly Condition[]) =>
      keep([...views, { id: `own:${title}`, title, conditions }]),
    remove: (id: string) => keep(views.filter((view) => view.id !== id)),
  }
}

function kept(list: string): readonly SavedView[] {
  try {
    return JSON.parse(localStorage.getItem(place(list)) ?? '[]')
  } catch {
    return []
  }
}
