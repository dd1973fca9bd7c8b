import { Link } from '@tanstack/react-router'
import { label } from '#kernel/values/labels.ts'
import { Message } from '#web/components/Message.tsx'
import { PlainTable } from '#web/components/PlainTable.tsx'
import { useLabels } from '#web/language.ts'
import type { CalendarEffect } from '../contract.ts'
import { labels } from '../labels.ts'

/** 影响 23 个在走的期限: before and after, alike ones in one line that opens their list. */
export function EffectTable({ effect: { clocks, settled, moves } }: { readonly effect: CalendarEffect }) {
  const t = useLabels(labels)
  const told = useLabels({
    moved: label(
      `影响 ${clocks} 个在走的期限；${settled} 个暂定的期限由此确定。签发以前一个也不动。`,
      `${clocks} running clocks move; ${settled} provisional ones are settled. Nothing moves before it is signed.`,
    ),
  })
  if (clocks === 0) return <Message tone="info">{settled === 0 ? t.nothingMoves : told.moved}</Message>
  return (
    <>
      <Message tone="due">{told.moved}</Message>
      <PlainTable
        caption={t.effect}
        rows={moves}
        rowKey={({ ruleId, step, startedOn, before }) => [ruleId, step, startedOn, before].join(' ')}
        columns={[
          { id: 'title', title: labels.rule, cell: ({ title }) => title },
          { id: 'started', title: labels.started, width: 112, cell: ({ startedOn }) => startedOn },
          { id: 'before', title: labels.before, width: 112, cell: ({ before }) => <s>{before}</s> },
          { id: 'after', title: labels.after, width: 112, cell: ({ after }) => <b>{after}</b> },
          {
            id: 'clocks',
            title: labels.clocks,
            width: 80,
            right: true,
            cell: ({ ruleId, startedOn, clocks: count }) => (
              <Link to={`/deadlines?whose=all&ruleId=${ruleId}&startedOn=${startedOn}`}>{count}</Link>
            ),
          },
        ]}
      />
    </>
  )
}
