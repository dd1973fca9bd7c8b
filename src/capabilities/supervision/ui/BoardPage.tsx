import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { label } from '#kernel/values/labels.ts'
import { Acts, useOpenAct } from '#pages/desk'
import { queryOptionsFor } from '#web/api.ts'
import { PageHead } from '#web/components/PageHead.tsx'
import { Panel } from '#web/components/Panel.tsx'
import { StatusTag } from '#web/components/StatusTag.tsx'
import { useLabels, useText } from '#web/language.ts'
import { useSession } from '#web/session.ts'
import type { Board, RedItem } from '../contract.ts'
import { boardReading } from './api.ts'
import './board.css'

const labels = {
  title: label('院长台', 'President’s board'),
  red: label('红项', 'Past their day'),
  none: label('没有红项', 'Nothing is past its day'),
  since: label('起', 'since'),
  instruct: label('批办', 'Instruct'),
  instructions: label('批办未办结', 'Open instructions'),
  noInstructions: label('没有未办结的批办', 'No open instruction'),
  takeovers: label('包案', 'Own cases'),
  figures: label('五项指标', 'Five figures'),
  print: label('打印', 'Print'),
  rest: label('其余在各自清单', 'The rest is in their lists'),
}

/** U14 院长台: what is stuck, who holds it, and one button to ask for it. */
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
  return (
    <>
      <PageHead
        title={t.title}
        count={`${t.red} ${data.redTotal}`}
        actions={<Button onClick={() => window.print()}>{t.print}</Button>}
      />
      <div className="dx-columns sup-board">
        <Panel title={`${t.red} ${data.redTotal}`}>
          <Red items={data.red} total={data.redTotal} />
        </Panel>
        <div>
          <Panel title={t.figures}>
            <Figures figures={data.figures} />
          </Panel>
          <Panel title={t.instructions}>
            <Instructions rows={data.instructions} />
          </Panel>
          <Panel title={t.takeovers}>
            <p>
              <Link to="/supervision/takeovers?view=open">{`在办 ${data.takeovers.open} 件，本周有动作 ${data.takeovers.movedThisWeek} 件`}</Link>
            </p>
          </Panel>
        </div>
      </div>
    </>
  )
}

function Red({ items, total }: { readonly items: readonly RedItem[]; readonly total: number }) {
  const t = useLabels(labels)
  const text = useText()
  const open = useOpenAct()
  const { today, actor } = useSession()
  if (items.length === 0) return <p className="dx-t2">{t.none}</p>
  const instruct = ({ what, caseNumber, occasion }: RedItem) =>
    open({
      command: 'supervision.record-instruction',
      input: {
        instructedOn: today.toString(),
        leader: actor.name,
        occasion,
        text: what,
        ...(caseNumber !== null && { caseNumber }),
      },
    })
  return (
    <ul className="dx-lines">
      {items.map((item) => (
        <li key={item.id}>
          <div>
            <p>
              <StatusTag tone="fault">{text(item.kind)}</StatusTag> <Link to={item.href}>{item.what}</Link>
            </p>
            <p className="dx-t2 dx-13">
              {item.since.toString()} {t.since}，已 {item.days} 天{item.holder === null ? '' : `，在 ${item.holder}`}
            </p>
          </div>
          <Button size="small" onClick={() => instruct(item)}>
            {t.instruct}
          </Button>
        </li>
      ))}
      {total > items.length && <li className="dx-t2">{t.rest}</li>}
    </ul>
  )
}

function Figures({ figures }: Pick<Board, 'figures'>) {
  const text = useText()
  return (
    <dl className="dx-kv">
      {figures.map(({ id, title, printed, href }) => (
        <Figure key={id} title={text(title)} printed={printed} href={href} />
      ))}
    </dl>
  )
}

const Figure = ({
  title,
  printed,
  href,
}: {
  readonly title: string
  readonly printed: string
  readonly href: string
}) => (
  <>
    <dt>{title}</dt>
    <dd>
      <Link to={href}>{printed}</Link>
    </dd>
  </>
)

function Instructions({ rows }: { readonly rows: Board['instructions'] }) {
  const t = useLabels(labels)
  if (rows.length === 0) return <p className="dx-t2">{t.noInstructions}</p>
  return (
    <ul className="dx-lines">
      {rows.map(({ entryId, text, owner, dueOn, days, reportedOn }) => (
        <li key={entryId}>
          <div>
            <p>
              <Link to={`/supervision/instructions?open=${entryId}`}>{text}</Link>
            </p>
            <p className="dx-t2 dx-13">
              {owner ?? '—'} {dueOn.toString()}
              {days < 0 ? `，超 ${-days} 天` : `，剩 ${days} 天`}
              {reportedOn === null ? '' : `，${reportedOn} 已回复`}
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}
