import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Suspense } from 'react'
import { label } from '#kernel/values/labels.ts'
import { Acts, Approvals, useApprovalCount, useOpenAct } from '#pages/desk'
import { queryOptionsFor } from '#web/api.ts'
import { DeadlineChip } from '#web/components/DeadlineChip.tsx'
import { PageHead } from '#web/components/PageHead.tsx'
import { Panel } from '#web/components/Panel.tsx'
import { PanelBoundary } from '#web/components/PanelBoundary.tsx'
import { useLabels, useText } from '#web/language.ts'
import { useSession } from '#web/session.ts'
import type { Board, RedItem } from '../contract.ts'
import { boardReading } from './api.ts'
import './board.css'

const labels = {
  title: label('院长台', 'President’s board'),
  red: label('红项', 'Past their day'),
  none: label('没有红项。', 'Nothing is past its day.'),
  since: label('起', 'since'),
  held: label('在', 'with'),
  instruct: label('批办', 'Instruct'),
  approvals: label('待我审批', 'Waiting for me'),
  waiting: label('待审批', 'To decide'),
  instructions: label('批办未回', 'Instructions without an answer'),
  noInstructions: label('没有未办结的批办。', 'No open instruction.'),
  answered: label('已回复', 'answered'),
  takeovers: label('包案', 'Own cases'),
  underWay: label('在办', 'Under way'),
  moved: label('本周有动作', 'moved this week'),
  piece: label('件', ''),
  figures: label('五项指标', 'Five figures'),
  print: label('打印周报', 'Print the week'),
  all: label('全部', 'All'),
  rest: label('其余在各自清单', 'The rest is in their lists'),
}

/** U14 院长台: what waits for a decision, what is stuck and who holds it, and one button to ask for it. */
export function BoardPage() {
  return (
    <Acts>
      <Whole />
    </Acts>
  )
}

function Whole() {
  const t = useLabels(labels)
  const { data } = useSuspenseQuery(queryOptionsFor(boardReading, {}))
  const { red, redTotal, instructions, takeovers, figures } = data
  return (
    <>
      <PageHead title={t.title} actions={<Button onClick={() => window.print()}>{t.print}</Button>}>
        <dl className="sup-counts">
          <Count title={t.red} count={redTotal} late />
          <PanelBoundary>
            <Suspense>
              <Waiting />
            </Suspense>
          </PanelBoundary>
          <Count title={t.instructions} count={instructions.length} />
          <Count title={t.takeovers} count={takeovers.open} />
        </dl>
      </PageHead>
      <Figures figures={figures} />
      <div className="dx-columns sup-board">
        <Panel title={t.approvals} scrolls>
          <Approvals />
        </Panel>
        <Panel title={t.red} count={redTotal} scrolls>
          <Red items={red} total={redTotal} />
        </Panel>
        <div>
          <Panel
            title={t.instructions}
            count={instructions.length}
            extra={<Link to="/supervision/instructions">{t.all}</Link>}
          >
            <Instructions rows={instructions} />
          </Panel>
          <Panel
            title={t.takeovers}
            count={takeovers.open}
            extra={<Link to="/supervision/takeovers?view=open">{t.all}</Link>}
          >
            <p className="dx-quiet-line">
              {t.underWay} {takeovers.open} {t.piece}，{t.moved} {takeovers.movedThisWeek} {t.piece}
            </p>
          </Panel>
        </div>
      </div>
    </>
  )
}

type CountProps = { readonly title: string; readonly count: number; readonly late?: boolean }

const Count = ({ title, count, late = false }: CountProps) => (
  <div className={late && count > 0 ? 'sup-late' : ''}>
    <dt>{title}</dt>
    <dd>{count}</dd>
  </div>
)

function Waiting() {
  const t = useLabels(labels)
  return <Count title={t.waiting} count={useApprovalCount()} />
}

/** Five figures in one line of 42 px; each opens its records. */
function Figures({ figures }: Pick<Board, 'figures'>) {
  const t = useLabels(labels)
  const text = useText()
  return (
    <dl className="sup-figures" aria-label={t.figures}>
      {figures.map(({ id, title, printed, href }) => (
        <div key={id}>
          <dt title={text(title)}>{short(text(title))}</dt>
          <dd>
            <Link to={href}>{printed}</Link>
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** 执行到位率（首次执行） and 首次执行案件终本率 in the width of a strip; the whole name stands in the tooltip. */
const short = (title: string): string => title.replace(/（.*$/, '').replace(/^首次执行案件/, '')

function Red({ items, total }: { readonly items: readonly RedItem[]; readonly total: number }) {
  const t = useLabels(labels)
  if (items.length === 0) return <p className="dx-quiet-line">{t.none}</p>
  return (
    <ul className="dx-lines sup-red">
      {items.map((item) => (
        <RedLine key={item.id} item={item} />
      ))}
      {total > items.length && <li className="dx-t2">{t.rest}</li>}
    </ul>
  )
}

/** What, who holds it and since when, the red chip, and what the president can do about it. */
function RedLine({ item }: { readonly item: RedItem }) {
  const t = useLabels(labels)
  const text = useText()
  const open = useOpenAct()
  const { today, actor } = useSession()
  const { kind, what, since, days, holder, holderId, href, occasion, caseNumber } = item
  const instruct = () =>
    open({
      command: 'supervision.record-instruction',
      input: {
        instructedOn: today.toString(),
        leader: actor.name,
        occasion,
        text: what,
        ...(caseNumber !== null && { caseNumber }),
        ...(holderId !== null && { owner: holderId }),
      },
    })
  return (
    <li>
      <div>
        <p className="dx-row">
          <b>{text(kind)}</b>
          <Link to={href}>{what}</Link>
          <span className="dx-space" />
          <DeadlineChip clock={{ state: 'overdue', daysLeft: -days }} />
        </p>
        <p className="dx-t2 dx-13 dx-row">
          <span>
            {since.toString()} {t.since}
            {holder !== null && `，${t.held} ${holder}`}
          </span>
          <span className="dx-space" />
          <Button size="small" onClick={instruct}>
            {t.instruct}
          </Button>
        </p>
      </div>
    </li>
  )
}

function Instructions({ rows }: { readonly rows: Board['instructions'] }) {
  const t = useLabels(labels)
  if (rows.length === 0) return <p className="dx-quiet-line">{t.noInstructions}</p>
  return (
    <ul className="dx-lines">
      {rows.map(({ entryId, text, owner, days, reportedOn }) => (
        <li key={entryId}>
          <div>
            <p>
              <Link to={`/supervision/instructions?open=${entryId}`}>{text}</Link>
            </p>
            <p className="dx-t2 dx-13">
              {owner ?? '—'}
              {reportedOn !== null && `，${reportedOn} ${t.answered}`}
            </p>
          </div>
          <DeadlineChip clock={{ state: days < 0 ? 'overdue' : days <= 3 ? 'due' : 'far', daysLeft: days }} />
        </li>
      ))}
    </ul>
  )
}
