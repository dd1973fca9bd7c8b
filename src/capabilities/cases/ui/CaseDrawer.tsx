import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Suspense } from 'react'
import { useOpenAct } from '#pages/desk'
import { queryOptionsFor } from '#web/api.ts'
import { firstAct } from '#web/components/ActionMenu.tsx'
import { CaseNumber } from '#web/components/CaseNumber.tsx'
import type { DrawerPlace } from '#web/components/DataList.tsx'
import { DeadlineChip } from '#web/components/DeadlineChip.tsx'
import { Figures } from '#web/components/Figures.tsx'
import { Money } from '#web/components/Money.tsx'
import { PartyPair } from '#web/components/PartyName.tsx'
import { RecordDrawer } from '#web/components/RecordDrawer.tsx'
import { RemedyButton } from '#web/components/RemedyButton.tsx'
import { useLabels } from '#web/language.ts'
import { useSession } from '#web/session.ts'
import { shortDay } from './days.ts'
import { caseClocks } from './clocks/api.ts'
import { derivationFor } from './clocks/derivation.ts'
import type { Cockpit } from '../contract.ts'
import { commandOf, useCaseActs } from './acts.ts'
import { cockpitReading, timelineReading } from './api.ts'
import { labels } from './labels.ts'
import { Flags, StageCell } from './marks.tsx'

type Props = { readonly caseId: string; readonly place: DrawerPlace }

/** A case beside the list: sums, what comes next, clocks, what happened lately. */
export function CaseDrawer({ caseId, place }: Props) {
  const t = useLabels(labels)
  const { data } = useQuery(queryOptionsFor(cockpitReading, { caseId }))
  const side = (role: string) => data?.parties.filter((party) => party.role === role).map(({ name }) => name) ?? []
  return (
    <RecordDrawer
      label={t.preview}
      place={place}
      title={<CaseNumber number={data?.caseNumber ?? ''} />}
      subtitle={
        data && (
          <>
            <PartyPair applicants={side('applicant')} debtors={side('debtor')} />
            <span className="dx-t2">{data.cause}</span>
            <Flags {...data} />
            <StageCell {...data} />
          </>
        )
      }
      full={{ href: `/cases/${caseId}`, title: t.openCockpit }}
      foot={
        <Suspense>
          <Foot caseId={caseId} />
        </Suspense>
      }
    >
      <Body caseId={caseId} />
    </RecordDrawer>
  )
}

function Body({ caseId }: { readonly caseId: string }) {
  const { data } = useSuspenseQuery(queryOptionsFor(cockpitReading, { caseId }))
  return (
    <>
      <section>
        <Sums record={data} />
      </section>
      <Next caseId={caseId} />
      <Clocks caseId={caseId} />
      <Lately caseId={caseId} />
    </>
  )
}

export const outstandingOf = ({ claimFen, waivedFen, recoveredFen }: Cockpit): bigint => {
  const left = claimFen - waivedFen - recoveredFen
  return left > 0n ? left : 0n
}

function Sums({ record }: { readonly record: Cockpit }) {
  const t = useLabels(labels)
  return (
    <Figures
      figures={[
        { title: t.claim, value: <Money amount={record.claimFen} /> },
        { title: t.recovered, value: <Money amount={record.recoveredFen} /> },
        { title: t.outstanding, value: <Money amount={outstandingOf(record)} /> },
      ]}
    />
  )
}

const outsideScope = '/problems/kernel/outside-scope'

function Next({ caseId }: { readonly caseId: string }) {
  const t = useLabels(labels)
  const acts = useCaseActs(caseId)
  const must = acts.filter(({ state }) => state === 'must')
  const may = acts.filter(({ state }) => state === 'may')
  // What belongs to another post altogether stands on the case's own page.
  const mayNot = acts.filter(({ state, refusal }) => state === 'may-not' && refusal?.type !== outsideScope)
  return (
    <section>
      <h3>{t.next}</h3>
      <ul className="dx-case-next">
        {must.map(({ id, title, note, clock }) => (
          <li key={id}>
            <span className="dx-t2">{t.must}</span>
            <span>
              {title}　<span className="dx-t2">{note}</span>
            </span>
            {clock && <DeadlineChip clock={clock} />}
          </li>
        ))}
        {may.length > 0 && (
          <li>
            <span className="dx-t2">{t.may}</span>
            <span>{may.map(({ title }) => title).join('、')}</span>
          </li>
        )}
        {mayNot.map(({ id, title, refusal }) => (
          <li key={id}>
            <span className="dx-t2">{t.mayNot}</span>
            <span className="dx-t2" title={refusal?.detail}>
              {title}：{refusal?.detail}
            </span>
            {refusal?.remedy && <RemedyButton remedy={refusal.remedy} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Clocks({ caseId }: { readonly caseId: string }) {
  const t = useLabels(labels)
  const { data } = useSuspenseQuery(queryOptionsFor(caseClocks, { caseId }))
  const running = data.filter(({ finishedOn }) => finishedOn === null)
  return (
    <section>
      <h3>{t.clocks}</h3>
      {running.length === 0 && <p className="dx-t2">{t.noClocks}</p>}
      {running.map((clock) => (
        <div className="dx-row dx-case-line" key={`${clock.ruleId} ${clock.step}`}>
          <span>{clock.title}</span>
          <span className="dx-t2">
            {clock.derivation.startOn} {clock.derivation.startWhy}，{clock.derivation.dueOn ?? '—'} 届满
          </span>
          <span className="dx-space" />
          <DeadlineChip
            clock={{ state: clock.state, daysLeft: clock.daysLeft ?? 0, provisional: clock.provisional }}
            derivation={derivationFor(clock)}
          />
        </div>
      ))}
    </section>
  )
}

const lately = 4

function Lately({ caseId }: { readonly caseId: string }) {
  const t = useLabels(labels)
  const { today } = useSession()
  const { data } = useSuspenseQuery(queryOptionsFor(timelineReading, { caseId, limit: lately }))
  return (
    <section>
      <h3>{t.lately}</h3>
      {data.entries.map(({ id, on, title, detail }) => (
        <div className="dx-row dx-case-line" key={id}>
          <span className="dx-t2">{shortDay(on, today)}</span>
          <span className="dx-cut">
            {title}
            {detail && <span className="dx-t2">　{detail}</span>}
          </span>
        </div>
      ))}
    </section>
  )
}

function Foot({ caseId }: { readonly caseId: string }) {
  const t = useLabels(labels)
  const open = useOpenAct()
  const acts = useCaseActs(caseId)
  const first = acts.find(({ id }) => id === (firstAct(acts) as { id?: string } | undefined)?.id)
  return (
    <>
      {first && (
        <Button type="primary" onClick={() => open({ command: commandOf(first), input: { caseId, ...first.input } })}>
          {first.title}
        </Button>
      )}
      <span className="dx-space" />
      <Button type="link" onClick={() => open({ command: 'cases.record-event', input: { caseId } })}>
        {t.record}
      </Button>
    </>
  )
}
