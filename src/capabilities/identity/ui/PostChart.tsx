import { useSuspenseQuery } from '@tanstack/react-query'
import { label } from '#kernel/values/labels.ts'
import { queryOptionsFor } from '#web/api.ts'
import type { Column } from '#web/components/columns.ts'
import { PlainTable } from '#web/components/PlainTable.tsx'
import { StatusTag } from '#web/components/StatusTag.tsx'
import { useLabels } from '#web/language.ts'
import type { PostCard } from '../contract.ts'
import { zones } from '../rules/preset-posts.ts'
import { posts } from './api.ts'
import { labels } from './labels.ts'

/** The chart of 三区16岗 and the other posts: who holds each today, and the ✗ pairs. */
export function PostChart() {
  const t = useLabels(labels)
  const { data } = useSuspenseQuery(queryOptionsFor(posts, {}))
  const titleOf = (id: string) => data.find(({ postId }) => postId === id)?.title ?? id
  const columns: readonly Column<PostCard>[] = [
    {
      id: 'title',
      title: labels.post,
      width: 224,
      cell: ({ postId, title }) => `${/^P\d/.test(postId) ? postId : ''} ${title}`,
    },
    { id: 'duties', title: label('职责', 'Duties'), cell: ({ duties }) => duties },
    { id: 'role', title: labels.roles, width: 128, cell: ({ role }) => role },
    {
      id: 'holders',
      title: label('现任', 'Holders'),
      width: 240,
      cell: ({ holders }) =>
        holders.length === 0 ? (
          <span className="dx-t3">{t.vacant}</span>
        ) : (
          holders.map(({ name, inPlaceOf }) => (inPlaceOf === null ? name : `${name}（代 ${inPlaceOf}）`)).join('、')
        ),
    },
    {
      id: 'clashes',
      title: labels.clashes,
      width: 280,
      cell: ({ clashesWith }) =>
        clashesWith.map((id) => (
          <StatusTag key={id} tone="outline">
            ✗ {titleOf(id)}
          </StatusTag>
        )),
    },
  ]
  const groups = [
    ...(['A', 'B', 'C'] as const).map((zone) => ({ zone, title: zones[zone] })),
    { zone: null, title: t.otherPosts },
  ]
  return groups.map(({ zone, title }) => {
    const own = data.filter((post) => post.zone === zone)
    return own.length === 0 ? null : (
      <section key={title}>
        <h3 style={{ padding: '8px 20px 4px' }}>{title}</h3>
        <PlainTable caption={title} columns={columns} rows={own} rowKey={({ postId }) => postId} />
      </section>
    )
  })
}
