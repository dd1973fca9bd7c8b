import { useSuspenseQuery } from '@tanstack/react-query'
import { queryOptionsFor } from '#web/api.ts'
import { CaseNumber } from '#web/components/CaseNumber.tsx'
import type { DrawerPlace } from '#web/components/DataList.tsx'
import { DeadlineChip } from '#web/components/DeadlineChip.tsx'
import { DerivationText } from '#web/components/Derivation.tsx'
import { RecordDrawer } from '#web/components/RecordDrawer.tsx'
import { useLabels } from '#web/language.ts'
import type { ClockRow } from '../../clocks/contract.ts'
import { labels } from '../../clocks/labels.ts'
import { clockReading } from './api.ts'
import { ClockAct } from './ClockAct.tsx'
import { derivationFor } from './derivation.ts'

type Props = { readonly id: string; readonly row: ClockRow | undefined; readonly place: DrawerPlace }

export const clockKey = ({ caseId, ruleId, step }: Pick<ClockRow, 'caseId' | 'ruleId' | 'step'>): string =>
  [caseId, ruleId, step].join(' ')

/** One clock: how its end was reckoned, what missing it means, and the act that ends it. */
export function ClockDrawer({ id, row, place }: Props) {
  const t = useLabels(labels)
  const [caseId = '', ruleId = '', step = '1'] = id.split(' ')
  return (
    <RecordDrawer
      label={t.title}
      title={row?.title ?? ruleId}
      subtitle={
        row && (
          <>
            <CaseNumber number={row.caseNumber} href={`/cases/${caseId}`} hang={false} />
            <span>{row.parties}</span>
          </>
        )
      }
      place={place}
      unit="个"
      full={{ href: `/cases/${caseId}`, title: t.fullPage }}
    >
      <ClockBody caseId={caseId} ruleId={ruleId} step={Number(step)} />
    </RecordDrawer>
  )
}

function ClockBody({
  caseId,
  ruleId,
  step,
}: {
  readonly caseId: string
  readonly ruleId: string
  readonly step: number
}) {
  const t = useLabels(labels)
  const { data: clock } = useSuspenseQuery(queryOptionsFor(clockReading, { caseId, ruleId, step }))
  const { counted, workings, citations } = clock.derivation
  return (
    <>
      <section>
        <h3>
          <DeadlineChip clock={{ state: clock.state, daysLeft: clock.daysLeft ?? 0, provisional: clock.provisional }} />
        </h3>
        <DerivationText derivation={derivationFor(clock)} />
        <dl className="dx-kv">
          {counted.map(({ from, to, days }) => (
            <CountedDays key={from} title={t.counted} text={`${from} 至 ${to}　${days}天`} />
          ))}
          {citations.length > 1 && (
            <>
              <dt>{t.also}</dt>
              <dd>{citations.slice(1).join('、')}</dd>
            </>
          )}
          <dt>{t.missed}</dt>
          <dd>{clock.missed}</dd>
        </dl>
      </section>
      <section>
        <h3>{t.workings}</h3>
        {workings.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </section>
      {clock.finishedOn === null && <ClockAct caseId={caseId} act={clock.act} />}
    </>
  )
}

const CountedDays = ({ title, text }: { readonly title: string; readonly text: string }) => (
  <>
    <dt>{title}</dt>
    <dd>{text}</dd>
  </>
)
