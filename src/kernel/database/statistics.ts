import { openClient } from './connect.ts'

/**
 * What the planner knows of the tables, made anew. After thousands of rows came at once every statement would be planned
 * for the empty tables of a minute ago until the database finds out by itself.
 */
export async function freshStatistics({ url }: { readonly url: string }): Promise<void> {
  const owner = await openClient(url)
  try {
    await owner.query('analyze')
  } finally {
    await owner.end()
  }
}
