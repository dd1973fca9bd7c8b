import type { ReactNode } from 'react'
import { label } from '#kernel/values/labels.ts'
import type { Column } from '#web/components/columns.ts'
import { CommandButton } from '#web/components/CommandButton.tsx'
import { DataList } from '#web/components/DataList.tsx'
import { EmptyState } from '#web/components/EmptyState.tsx'
import { StatusTag, type TagTone } from '#web/components/StatusTag.tsx'
import { useList } from '#web/components/useList.ts'
import { useLabels } from '#web/language.ts'
import { momentText } from '#web/time.ts'
import type { SessionRow } from '../contract.ts'
import { endSession, sessions } from './api.ts'
import { labels } from './labels.ts'

const states: Readonly<Record<SessionRow['state'], { readonly tone: TagTone; readonly word: string }>> = {
  open: { tone: 'ok', word: '在线' },
  ended: { tone: 'neutral', word: '已结束' },
  'run-out': { tone: 'neutral', word: '已到时' },
}

const columns: readonly Column<SessionRow>[] = [
  { id: 'name', title: labels.name, width: 112, cell: ({ name }) => name },
  {
    id: 'state',
    title: label('状态', 'State'),
    width: 144,
    cell: ({ state, isThis }) => (
      <>
        <StatusTag tone={states[state].tone}>{states[state].word}</StatusTag>
        {isThis && <StatusTag tone="outline">本次</StatusTag>}
      </>
    ),
  },
  {
    id: 'startedAt',
    title: label('登录时间', 'Since'),
    width: 152,
    sort: 'startedAt',
    cell: ({ startedAt }) => momentText(startedAt),
  },
  { id: 'seen', title: label('最近操作', 'Last seen'), width: 152, cell: ({ lastSeenAt }) => momentText(lastSeenAt) },
  { id: 'place', title: label('地址', 'From'), width: 144, cell: ({ place }) => place ?? '—' },
  { id: 'agent', title: label('浏览器', 'Browser'), cell: ({ agent }) => agent ?? '—' },
  { id: 'factor', title: labels.secondFactor, width: 96, cell: ({ secondFactor }) => (secondFactor ? '已用' : '未用') },
  {
    id: 'act',
    title: label('操作', 'Act'),
    width: 112,
    cell: ({ sessionId, state, isThis }) =>
      state === 'open' && !isThis ? (
        <CommandButton
          contract={endSession}
          input={{ sessionId }}
          size="small"
          confirm="结束这次登录？那边立即退出，未保存的内容留在那台电脑上。"
        />
      ) : null,
  },
]

type Props = { readonly tabs?: ReactNode; readonly input: { readonly staffId?: string; readonly openOnly?: boolean } }

/** Where people are signed in; everyone sees their own, the security administrator everybody's. */
export function SessionList({ tabs, input }: Props) {
  const t = useLabels(labels)
  const list = useList(sessions, input)
  return (
    <DataList
      list={list}
      caption={t.sessions}
      {...(tabs !== undefined && { tabs })}
      columns={columns}
      rowKey={({ sessionId }) => sessionId}
      unit={label('次', 'sessions')}
      empty={<EmptyState title={t.noSessions} />}
    />
  )
}
