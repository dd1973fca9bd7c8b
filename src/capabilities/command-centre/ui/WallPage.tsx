import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useState, type ReactNode } from 'react'
import { formatYuan } from '#kernel/values/money.ts'
import { label } from '#kernel/values/labels.ts'
import { queryOptionsFor } from '#web/api.ts'
import { useLabels, useText } from '#web/language.ts'
import { useLink } from '#web/live.ts'
import { courtTime, weekdayIn } from '#web/time.ts'
import type { Wall, WallCore } from '../contract.ts'
import { wallCoreReading, wallReading } from './api.ts'
import './wall.css'

const labels = {
  centre: label('执行指挥中心', 'Command centre'),
  leave: label('退出大屏', 'Leave the wall'),
  leads: label('带班', 'Leads'),
  nobody: label('未排班', 'Nobody'),
  asOf: label('数据截至', 'As of'),
  old: label('连接中断，数字未更新', 'Link lost, figures not renewed'),
  duty: label('今日值班', 'Duty today'),
  shifts: label('班', 'shifts'),
  bailiffs: label('法警', 'Bailiffs'),
  standby: label('备勤', 'Standby'),
  handedOver: label('已交接', 'Handed over'),
  uncovered: label('七日内无人带班', 'No leader within seven days'),
  covered: label('七日内均已排班', 'Covered for seven days'),
  calls: label('今日接报', 'Calls today'),
  received: label('接报', 'Calls'),
  dispatched: label('出警', 'Dispatched'),
  controlled: label('控制', 'Controlled'),
  resolved: label('化解', 'Resolved'),
  noCalls: label('没有未处置的接报', 'No open calls'),
  minutes: label('分钟', 'min'),
  custody: label('在拘', 'In custody'),
  released: label('今日释放', 'Released today'),
  past: label('到期未登记解除', 'Past the last day'),
  noCustody: label('没有在拘人员', 'Nobody in custody'),
  left: label('剩', 'left'),
  over: label('超', 'over'),
  days: label('天', 'days'),
  clocks: label('期限', 'Deadlines'),
  overdue: label('超期', 'Overdue'),
  today: label('今日', 'Today'),
  week: label('本周', 'This week'),
  orders: label('工作单', 'Work orders'),
  open: label('未办结', 'Open'),
  money: label('案款', 'Money'),
  core: label('3+1核心指标', '3+1'),
  until: label('至', 'until'),
  reckoned: label('计算于', 'Reckoned at'),
  others: label('外部', 'Others'),
  yuan: label('元', 'yuan'),
  count: label('笔', 'items'),
}

const renewal = 60_000
/** All cases of the year are counted for it: often enough for what moves by the day. */
const coreRenewal = 600_000

/** 指挥中心大屏: read from five metres; six tiles that do not move. When the link drops the figures stay and say how old they are. */
export function WallPage() {
  const t = useLabels(labels)
  const { data } = useSuspenseQuery({ ...queryOptionsFor(wallReading, {}), refetchInterval: renewal })
  const { data: core } = useSuspenseQuery({ ...queryOptionsFor(wallCoreReading, {}), refetchInterval: coreRenewal })
  const stale = useStale()
  return (
    <div className={`dx-wall ${stale ? 'dx-wall-stale' : ''}`}>
      <Head wall={data} stale={stale} />
      <div className="dx-wall-tiles">
        <Calls {...data.calls} />
        <Custody {...data.custody} />
        <Core {...core} />
        <Clocks {...data.clocks} />
        <Duty {...data.duty} />
        <Money money={data.money} />
        <Tile title={t.orders}>
          <Number title={t.open} {...data.orders.open} />
          <Number title={t.overdue} {...data.orders.overdue} alarm />
        </Tile>
      </div>
    </div>
  )
}

function useStale(): boolean {
  const { online, heardAt } = useLink()
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 5_000)
    return () => clearInterval(timer)
  }, [])
  return !online && now - heardAt > renewal
}

function Head({ wall, stale }: { readonly wall: Wall; readonly stale: boolean }) {
  const t = useLabels(labels)
  const day = Temporal.PlainDate.from(wall.today)
  return (
    <header className="dx-wall-head">
      <h1>
        {wall.court}
        {t.centre}
      </h1>
      <p>
        {day.month}月{day.day}日 {weekdayIn(day)}
      </p>
      <p>
        {t.leads} {wall.duty.leader ?? t.nobody}
      </p>
      <p role="status">
        {stale ? `${t.old} ` : ''}
        {t.asOf} {courtTime(Temporal.Instant.from(wall.at))}
      </p>
      <Link to="/">{t.leave}</Link>
    </header>
  )
}

const Tile = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section className="dx-wall-tile" aria-label={title}>
    <h2>{title}</h2>
    {children}
  </section>
)

type NumberProps = { readonly title: string; readonly count: number; readonly href?: string; readonly alarm?: boolean }

/** A number and its list. What alarms does so by a word and a line, not by colour alone. */
const Number = ({ title, count, href, alarm = false }: NumberProps) => (
  <p className={`dx-wall-number ${alarm && count > 0 ? 'dx-wall-alarm' : ''}`}>
    <span>{title}</span>
    {href === undefined ? <b>{count.toLocaleString('en')}</b> : <a href={href}>{count.toLocaleString('en')}</a>}
  </p>
)

function Calls({ received, dispatched, controlled, resolved, open }: Wall['calls']) {
  const t = useLabels(labels)
  return (
    <Tile title={t.calls}>
      <Number title={t.received} {...received} />
      <Number title={t.dispatched} {...dispatched} />
      <Number title={t.controlled} {...controlled} />
      <Number title={t.resolved} {...resolved} />
      <ul>
        {open.length === 0 && <li>{t.noCalls}</li>}
        {open.map(({ number, state, minutes }) => (
          <li key={number}>
            {number} {state} {minutes} {t.minutes}
          </li>
        ))}
      </ul>
    </Tile>
  )
}

function Custody({ inside, releasedToday, overdue, cases }: Wall['custody']) {
  const t = useLabels(labels)
  return (
    <Tile title={t.custody}>
      <Number title={t.custody} {...inside} />
      <Number title={t.released} count={releasedToday} />
      <Number title={t.past} count={overdue} alarm />
      <ul>
        {cases.length === 0 && <li>{t.noCustody}</li>}
        {cases.map(({ caseNumber, lastDay, daysLeft }, i) => (
          <li key={`${caseNumber}${i}`} className={daysLeft < 0 ? 'dx-wall-alarm' : ''}>
            {caseNumber} {t.until} {lastDay.slice(5)} {daysLeft < 0 ? t.over : t.left}
            {Math.abs(daysLeft)}
            {t.days}
          </li>
        ))}
      </ul>
    </Tile>
  )
}

/** What is told of each figure: its band, whether it lies inside, what others published. In words, not by colour alone. */
function Core({ at, until, members }: WallCore) {
  const t = useLabels(labels)
  const text = useText()
  return (
    <Tile title={t.core}>
      {members.map(({ id, title, printed, remark, band, inside, outside, href }) => (
        <p key={id} className={`dx-wall-rate ${inside === false ? 'dx-wall-alarm' : ''}`}>
          <span>{text(title)}</span>
          {printed === null ? <b>{remark ? text(remark) : '—'}</b> : <a href={href}>{printed}</a>}
          <small>{[band, outside && `${t.others} ${outside}`].filter(Boolean).join('　')}</small>
        </p>
      ))}
      <ul>
        <li>
          {t.until} {until.slice(5)}，{t.reckoned} {courtTime(Temporal.Instant.from(at))}
        </li>
      </ul>
    </Tile>
  )
}

function Clocks({ overdue, today, week }: Wall['clocks']) {
  const t = useLabels(labels)
  return (
    <Tile title={t.clocks}>
      <Number title={t.overdue} {...overdue} alarm />
      <Number title={t.today} {...today} />
      <Number title={t.week} {...week} />
    </Tile>
  )
}

function Duty({ shifts, bailiffs, standby, handedOver, uncovered }: Wall['duty']) {
  const t = useLabels(labels)
  return (
    <Tile title={t.duty}>
      <Number title={t.shifts} count={shifts} href="/command-centre/shifts" />
      <Number title={t.bailiffs} count={bailiffs} />
      <Number title={t.standby} count={standby} />
      <Number title={t.handedOver} count={handedOver} />
      <ul>
        <li className={uncovered.length > 0 ? 'dx-wall-alarm' : ''}>
          {uncovered.length === 0 ? t.covered : `${t.uncovered} ${uncovered.map((on) => on.slice(5)).join('、')}`}
        </li>
      </ul>
    </Tile>
  )
}

function Money({ money }: { readonly money: Wall['money'] }) {
  const t = useLabels(labels)
  const text = useText()
  return (
    <Tile title={text(labels.money)}>
      {money.map(({ title, fen, count, href }) => (
        <p key={title} className="dx-wall-sum">
          <span>{title}</span>
          <a href={href}>
            {fen === null ? `${count ?? 0} ${t.count}` : `${formatYuan(fen)} ${t.yuan}`}
            {fen !== null && count !== null ? `，${count} ${t.count}` : ''}
          </a>
        </p>
      ))}
    </Tile>
  )
}
