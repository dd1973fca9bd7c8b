import { label } from '#kernel/values/labels.ts'
import { useLabels } from '../language.ts'
import { Message } from './Message.tsx'
import { RuleCitation } from './RuleCitation.tsx'

/** How a limit was reckoned, each part as the server recorded it. */
export type Derivation = {
  readonly startOn: string
  readonly startWhy: string
  /** 十日, 六个月, 24小时. */
  readonly length: string
  readonly skipped: readonly { readonly from: string; readonly to?: string | undefined; readonly why: string }[]
  readonly dueOn: string
  readonly citation: { readonly text: string; readonly rule?: string | undefined }
  /** 暂定 because a year has no holiday notice; 待法院确认 because a rule is not confirmed. */
  readonly remarks?: readonly string[]
}

const labels = {
  start: label('起算', 'Starts'),
  length: label('期间', 'Length'),
  skipped: label('不计', 'Not counted'),
  due: label('届满', 'Ends'),
  basis: label('依据', 'Basis'),
}

export function DerivationText({ derivation }: { readonly derivation: Derivation }) {
  const t = useLabels(labels)
  const { startOn, startWhy, length, skipped, dueOn, citation, remarks = [] } = derivation
  return (
    <div className="dx-derivation">
      {remarks.map((remark) => (
        <Message key={remark} tone="info">
          {remark}
        </Message>
      ))}
      <dl className="dx-kv">
        <dt>{t.start}</dt>
        <dd>
          {startOn}　{startWhy}
        </dd>
        <dt>{t.length}</dt>
        <dd>{length}</dd>
        {skipped.map(({ from, to, why }) => (
          <SkippedDays key={from} title={t.skipped} days={to && to !== from ? `${from} 至 ${to}` : from} why={why} />
        ))}
        <dt>{t.due}</dt>
        <dd className="dx-strong">{dueOn}</dd>
        <dt>{t.basis}</dt>
        <dd>
          <RuleCitation {...citation} blue />
        </dd>
      </dl>
    </div>
  )
}

function SkippedDays({ title, days, why }: { readonly title: string; readonly days: string; readonly why: string }) {
  return (
    <>
      <dt>{title}</dt>
      <dd>
        {days}　<span className="dx-t2">{why}</span>
      </dd>
    </>
  )
}
