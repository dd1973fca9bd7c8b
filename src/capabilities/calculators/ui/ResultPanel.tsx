import type { CalculatorName } from '#law/calc.ts'
import { EmptyState } from '#web/components/EmptyState.tsx'
import { Message } from '#web/components/Message.tsx'
import { Panel } from '#web/components/Panel.tsx'
import { PrintFrame } from '#web/components/PrintFrame.tsx'
import { useLabels, useText } from '#web/language.ts'
import type { Fault } from './faults.ts'
import { inputLines } from './input-text.ts'
import { labels } from './labels.ts'
import { isFailure } from './result.ts'
import { ResultActs } from './ResultActs.tsx'
import { ResultText } from './ResultText.tsx'
import { titleOf } from './subjects.ts'
import type { Calculating } from './useCalculation.ts'

type Props = Calculating & {
  readonly name: CalculatorName
  readonly faults: readonly Fault[]
  readonly idOf: (at: string) => string
}

/** What the law answers, or what it still needs. */
export function ResultPanel(props: Props) {
  const { name, outcome, fields, reckoned, faults, idOf } = props
  const t = useLabels(labels)
  const text = useText()
  if (isFailure(outcome)) {
    const isOpen = faults.every(({ missing }) => missing)
    return (
      <Panel title={t.result}>{isOpen ? <Waiting faults={faults} /> : <Wrong faults={faults} idOf={idOf} />}</Panel>
    )
  }
  return (
    <PrintFrame title={text(titleOf(name))}>
      <div className="dx-print-only">
        <h3>{t.input}</h3>
        <dl className="dx-kv">
          {inputLines(fields, reckoned).map(({ title, text: said }) => (
            <Line key={title.en} title={text(title)} said={said} />
          ))}
        </dl>
      </div>
      <Panel title={t.result} extra={<ResultActs {...props} outcome={outcome} />}>
        <ResultText {...props} outcome={outcome} />
      </Panel>
    </PrintFrame>
  )
}

const Line = ({ title, said }: { readonly title: string; readonly said: string }) => (
  <>
    <dt>{title}</dt>
    <dd>{said}</dd>
  </>
)

function Waiting({ faults }: { readonly faults: readonly Fault[] }) {
  const t = useLabels(labels)
  const text = useText()
  const missing = faults.map(({ where, detail }) => text(where) || detail.replace(/^缺少必填项：/, ''))
  return <EmptyState title={t.waiting} next={`${t.missing}：${missing.join('、')}`} />
}

function Wrong({ faults, idOf }: Pick<Props, 'faults' | 'idOf'>) {
  const t = useLabels(labels)
  const text = useText()
  return (
    <div className="dx-state-inline">
      <Message tone="fault" role="status">
        <p className="dx-strong">{t.wrong}</p>
        <ul>
          {faults.map(({ at, where, detail }) => (
            <li key={`${at} ${detail}`}>
              {at === '' ? detail : <a href={`#${idOf(at)}`}>{`${text(where)}：${detail}`}</a>}
            </li>
          ))}
        </ul>
      </Message>
    </div>
  )
}
