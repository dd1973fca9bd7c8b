import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import { label } from '#kernel/values/labels.ts'
import { CaseNumber } from '#web/components/CaseNumber.tsx'
import { DeadlineChip } from '#web/components/DeadlineChip.tsx'
import { EmptyState } from '#web/components/EmptyState.tsx'
import { StatusTag } from '#web/components/StatusTag.tsx'
import { useKeys } from '#web/keys/useKeys.tsx'
import { useLabels, useText } from '#web/language.ts'
import { useGo } from '#web/navigation.ts'
import type { DeskRow, Today } from '../contract.ts'
import { useOpenAct } from './Acts.tsx'
import { fold, type Line } from './fold.ts'
import { labels } from './labels.ts'
import '#web/components/table.css'

type Props = {
  readonly rows: readonly DeskRow[]
  readonly whole: boolean
  /** Said when there is nothing to do. */
  readonly next: Today['next']
}

/** Decision rows of 40 px, the most pressing first; only the first one's button is filled. `B` groups what is alike. */
export function Board({ rows, whole, next }: Props) {
  const t = useLabels(labels)
  const [folded, setFolded] = useState(false)
  const [last, setHere] = useState(0)
  const body = useRef<HTMLTableSectionElement>(null)
  const lines = fold(rows, folded)
  const here = Math.min(last, Math.max(0, lines.length - 1))
  const start = useStart()
  const openAct = useOpenAct()
  const go = (index: number) => {
    const next = Math.max(0, Math.min(lines.length - 1, index))
    setHere(next)
    body.current?.querySelectorAll('tr')[next]?.focus()
  }
  const onLine = (run: (line: Line) => void) => () => {
    const line = lines[here]
    if (line) run(line)
  }
  const putOff = ({ rows: [row] }: Line) => openAct({ command: 'desk.put-off', input: { itemId: row.id } })
  useKeys('list', [
    { keys: 'j', title: label('下一行', 'Next row'), run: () => go(here + 1) },
    { keys: 'k', title: label('上一行', 'Previous row'), run: () => go(here - 1) },
    { keys: 'arrowdown', title: label('下一行', 'Next row'), run: () => go(here + 1) },
    { keys: 'arrowup', title: label('上一行', 'Previous row'), run: () => go(here - 1) },
    { keys: '.', title: label('办理本行', 'Do the row’s act'), run: onLine(start) },
    { keys: 'enter', title: label('办理本行', 'Do the row’s act'), run: onLine(start) },
    { keys: 's', title: label('稍后', 'Later'), run: onLine(putOff) },
    { keys: 'b', title: label('归并同类', 'Group alike'), run: () => setFolded(!folded) },
  ])
  if (lines.length === 0) return <NothingToDo whole={whole} next={next} />
  return (
    <div className="dx-tw">
      <table className="dx-tb dx-board">
        <caption className="dx-hidden">{t.all}</caption>
        <colgroup>
          <col style={{ width: 132 }} />
          <col style={{ width: 172 }} />
          <col style={{ width: 192 }} />
          <col />
          <col style={{ width: 240 }} />
          <col style={{ width: 108 }} />
        </colgroup>
        <thead>
          <tr>
            {[t.due, t.what, t.case, t.parties, t.why].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
            <th scope="col">
              <span className="dx-hidden">{t.button}</span>
            </th>
          </tr>
        </thead>
        <tbody ref={body}>
          {lines.map((line, index) => (
            <LineRow
              key={line.key}
              line={line}
              here={index === here}
              first={index === 0}
              onHere={() => setHere(index)}
              onAct={() => start(line)}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Opens the form of the row's command, or the page it names. */
function useStart(): (line: Line) => void {
  const openAct = useOpenAct()
  const go = useGo()
  return ({ rows: [row, ...rest] }) => {
    const { command, input = {}, href } = row.act
    const caseIds = [row, ...rest].flatMap(({ caseId }) => (caseId === null ? [] : [caseId]))
    if (command) openAct({ command, input: rest.length > 0 ? { ...input, caseIds } : input })
    else if (href) go(href)
  }
}

type LineProps = {
  readonly line: Line
  readonly here: boolean
  readonly first: boolean
  readonly onHere: () => void
  readonly onAct: () => void
}

function LineRow({ line, here, first, onHere, onAct }: LineProps) {
  const t = useLabels(labels)
  const text = useText()
  const [row, ...rest] = line.rows
  const together = rest.length > 0
  return (
    <tr
      className={`${here ? 'dx-here' : ''} ${row.state === 'overdue' ? 'dx-overdue' : ''}`}
      tabIndex={here ? 0 : -1}
      onClick={onHere}
    >
      <td>
        <Limit row={row} />
      </td>
      <td className="dx-strong" title={text(row.what)}>
        {text(row.what)}
      </td>
      <td>
        {together ? (
          <span className="dx-t2">
            {t.alike} {line.rows.length}
            {t.piece}
          </span>
        ) : (
          row.caseNumber && (
            <CaseNumber number={row.caseNumber} {...(row.caseId && { href: `/cases/${row.caseId}` })} hang={false} />
          )
        )}
      </td>
      <td className="dx-t2" title={row.parties ?? undefined}>
        {together ? `${row.caseNumber ?? ''} ${t.others}` : sides(row.parties)}
      </td>
      <td className="dx-desk-why" title={row.why}>
        {row.why}
      </td>
      <td className="dx-right">
        {row.act.command ? (
          <Button size="small" type={first ? 'primary' : 'default'} onClick={onAct}>
            {together ? t.batch : text(row.act.title)}
          </Button>
        ) : (
          <Link to={row.act.href ?? '/desk'}>
            <Button size="small" type={first ? 'primary' : 'default'} tabIndex={-1}>
              {text(row.act.title)}
            </Button>
          </Link>
        )}
      </td>
    </tr>
  )
}

/** 谢某 > 某运输公司 reads 谢某 申请 某运输公司 on every screen. */
const sides = (parties: string | null): string => (parties ?? '').replace(' > ', ' 申请 ')

function Limit({ row }: { readonly row: DeskRow }) {
  const t = useLabels(labels)
  if (row.state === 'custody') return <StatusTag tone="due">{t.custody}</StatusTag>
  if (row.daysLeft === null) return <span className="dx-t3">{t.noLimit}</span>
  const state = row.state === 'open' ? 'far' : row.state
  return <DeadlineChip clock={{ state, daysLeft: row.daysLeft }} />
}

function NothingToDo({ whole, next }: Pick<Props, 'whole' | 'next'>) {
  const t = useLabels(labels)
  if (!whole) return <EmptyState title={t.nothingHere} />
  return (
    <EmptyState
      title={t.nothing}
      next={next ? `${t.nextDue}${next.on.month}月${next.on.day}日（${next.count}${t.piece}）。` : t.nothingNext}
      act={
        <Link to={next?.href ?? '/cases'}>
          <Button tabIndex={-1}>{next ? t.see : t.open}</Button>
        </Link>
      }
    />
  )
}
