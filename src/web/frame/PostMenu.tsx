import { DownOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { Dropdown } from 'antd'
import { z } from 'zod'
import { label } from '#kernel/values/labels.ts'
import { commandContract, useCommand } from '../api.ts'
import { useAnnounce } from '../components/Announcer.tsx'
import { shellLabels } from '../labels.ts'
import { useLabels } from '../language.ts'
import { useGo } from '../navigation.ts'
import { sessionOptions, useSession } from '../session.ts'
import { usePages } from './FramePages.tsx'
import { entryAt, menuFor } from './menu.ts'

const choosePost = commandContract({
  name: 'identity.choose-post',
  title: label('切换岗位', 'Choose a post'),
  input: z.object({ postId: z.string().nullable() }),
})

/** Someone with several posts sees all of their work together, or that of one post. Not another sign-in. */
export function PostMenu() {
  const t = useLabels(shellLabels)
  const { posts, post } = useSession()
  const choose = useChoose()
  const chosen = posts.find(({ id }) => id === post) ?? (posts.length === 1 ? posts[0] : undefined)
  if (posts.length < 2) {
    return (
      <span className="dx-wide">
        {t.post} <b>{chosen?.title ?? '—'}</b>
      </span>
    )
  }
  const items = [
    { key: '', label: t.allPosts },
    ...posts.map(({ id, title, unit }) => ({ key: id, label: unit === '' ? title : `${title}　${unit}` })),
  ]
  return (
    <Dropdown
      menu={{ items, selectedKeys: [post ?? ''], onClick: ({ key }) => choose(key === '' ? null : key) }}
      trigger={['click']}
    >
      <button type="button">
        <span className="dx-what">{t.post}</span> <b>{chosen?.title ?? t.allPosts}</b>
        <DownOutlined className="dx-caret" aria-hidden />
      </button>
    </Dropdown>
  )
}

/** Everything on screen is asked for anew; a page that the post does not have gives way to its first one. */
function useChoose(): (postId: string | null) => void {
  const client = useQueryClient()
  const pages = usePages()
  const announce = useAnnounce()
  const go = useGo()
  const { pathname } = useLocation()
  const { mutate } = useCommand(choosePost)
  const turn = async () => {
    const session = await client.fetchQuery({ ...sessionOptions, staleTime: 0 })
    if (session && !entryAt(menuFor(pages, session.permissions), pathname)) go('/')
  }
  return (postId) =>
    mutate(
      { input: { postId } },
      { onSuccess: () => void turn(), onError: ({ document }) => announce(document.detail) },
    )
}
