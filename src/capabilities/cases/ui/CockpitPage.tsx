import { useSuspenseQuery } from '@tanstack/react-query'
import { Button, Dropdown } from 'antd'
import { DownOutlined } from '@ant-design/icons'
import { Suspense, useEffect, useMemo, useState } from 'react'
import { z } from 'zod'
import { label } from '#kernel/values/labels.ts'
import { Acts, useOpenAct, type Act } from '#pages/desk'
import { queryOptionsFor } from '#web/api.ts'
import { firstAct, foldedActs, shortTitle } from '#web/components/ActionMenu.tsx'
import { CaseNumber } from '#web/components/CaseNumber.tsx'
import { FigureLine } from '#web/components/Figures.tsx'
import { KeyHint } from '#web/components/KeyHint.tsx'
import { LoadingState } from '#web/components/LoadingState.tsx'
import { Money } from '#web/components/Money.tsx'
import { PanelBoundary } from '#web/components/PanelBoundary.tsx'
import { PrintFoot } from '#web/components/PrintFrame.tsx'
import { PartyPair } from '#web/components/PartyName.tsx'
import { StageBar } from '#web/components/StageBar.tsx'
import { Tabs } from '#web/components/Tabs.tsx'
import { useKeys } from '#web/keys/useKeys.tsx'
import { useLabels, useText } from '#web/language.ts'
import { useParam, usePageSearch } from '#web/navigation.ts'
import { useSession } from '#web/session.ts'
import type { Cockpit } from '../contract.ts'
import { commandOf, useCaseActs } from './acts.ts'
import { cockpitReading } from './api.ts'
import { outstandingOf } from './CaseDrawer.tsx'
import { caseStages } from './case-stages.ts'
import { caseTabs, isTab, TabBody } from './CockpitTabs.tsx'
import { labels } from './labels.ts'
import { Flags } from './marks.tsx'
import './cases.css'

const CockpitSearch = z.object({ tab: z.string().optional(), act: z.string().optional(), kind: z.string().optional() })

/** U03 案件驾驶舱: four fixed strips, then what the chosen tab holds. */
export function CockpitPage() {
  const caseId = useParam('caseId')
  const [search, change] = usePageSearch(CockpitSearch)
  const known = useMemo(() => ({ caseId }), [caseId])
  const first: Act | undefined =
    search.act === undefined
      ? undefined
      : { command: search.act, input: { ...known, ...(search.kind !== undefined && { kind: search.kind }) } }
  return (
    <Acts known={known} first={first} onClosed={() => change({ act: undefined, kind: undefined })}>
      <PanelBoundary what={labels.cases.zh}>
        <Suspense fallback={<LoadingState lines={14} />}>
          <CockpitBody key={caseId} caseId={caseId} tab={search.tab} onTab={(tab) => change({ tab })} />
        </Suspense>
      </PanelBoundary>
    </Acts>
  )
}

type BodyProps = {
  readonly caseId: string
  readonly tab: string | undefined
  readonly onTab: (tab: string) => void
}

function CockpitBody({ caseId, tab: wanted, onTab }: BodyProps) {
  const t = useLabels(labels)
  const { today } = useSession()
  const open = useOpenAct()
  const { data: record } = useSuspenseQuery(queryOptionsFor(cockpitReading, { caseId }))
  useEffect(() => {
    document.title = `${record.caseNumber} · 兑现`
  }, [record.caseNumber])
  const tabs = caseTabs(record, t)
  const tab = isTab(wanted) ? wanted : 'overview'
  useKeys('record', [
    ...tabs.map(({ id, title }, index) => ({
      keys: String(index + 1),
      title: label(title, title),
      run: () => onTab(id),
    })),
    { keys: 'e', title: labels.record, run: () => open({ command: 'cases.record-event', input: {} }) },
  ])
  const side = (role: string) => record.parties.filter((party) => party.role === role).map(({ name }) => name)
  return (
    <div className="dx-cockpit">
      <div className="dx-cockpit-head">
        <h1>
          <CaseNumber number={record.caseNumber} copy />
        </h1>
        <span className="dx-cut">
          <PartyPair applicants={side('applicant')} debtors={side('debtor')} />
        </span>
        <span className="dx-t2">{record.cause}</span>
        <Flags {...record} />
        <span className="dx-space" />
        <Button onClick={() => window.print()}>{t.print}</Button>
        <HeadActs caseId={caseId} />
      </div>
      <Stages record={record} onOpen={() => onTab('log')} />
      <FigureLine
        figures={[
          {
            title: t.claim,
            unit: t.yuan,
            value: <Money amount={record.claimFen} href={`/cases/${caseId}?tab=parties`} />,
          },
          {
            title: t.recovered,
            unit: t.yuan,
            value: <Money amount={record.recoveredFen} href={`/cases/${caseId}?tab=log`} />,
          },
          { title: t.outstanding, unit: t.yuan, value: <Money amount={outstandingOf(record)} /> },
          { title: t.inCourt, unit: t.days, value: record.filedOn.until(record.closedOn ?? today).days },
        ]}
        people={[
          { title: t.handler, value: record.handlerName ?? t.unassigned },
          { title: t.clerk, value: record.clerkName ?? '—' },
        ]}
      />
      <Tabs
        tabs={tabs}
        chosen={tab}
        onChoose={onTab}
        label={t.content}
        extra={
          <>
            <KeyHint keys="1 9">{t.turnTabs}</KeyHint>
            <KeyHint keys="e">{t.record}</KeyHint>
          </>
        }
      />
      <TabBody tab={tab} record={record} />
      <PrintFoot />
    </div>
  )
}

function Stages({ record, onOpen }: { readonly record: Cockpit; readonly onOpen: () => void }) {
  const t = useLabels(labels)
  const text = useText()
  const { today } = useSession()
  const stages = caseStages(record, today).map(({ title, ...stage }) => ({ ...stage, title: text(title) }))
  return <StageBar label={t.stages} stages={stages} onOpen={onOpen} />
}

/** 下一步 with every lawful act, and the one filled button: the first that must be done, else the first that may. */
function HeadActs({ caseId }: { readonly caseId: string }) {
  const t = useLabels(labels)
  const open = useOpenAct()
  const acts = useCaseActs(caseId)
  const [shown, setShown] = useState(false)
  const start = (id: string) => {
    const act = acts.find((each) => each.id === id)
    setShown(false)
    if (act) open({ command: commandOf(act), input: act.input })
  }
  useKeys('record', [{ keys: '.', title: labels.next, run: () => setShown(true) }])
  const first = acts.find(({ command }) => command === firstAct(acts)?.command)
  const items = [
    ...acts
      .filter(({ state, group }) => state === 'must' || (state === 'may' && !group))
      .map(({ id, title, state }) => ({ key: id, label: state === 'must' ? `${t.must}　${title}` : title })),
    ...[...foldedActs(acts)].map(([group, own]) => ({
      key: group,
      label: `${t.enter}　${group}`,
      children: own.map((act) => ({ key: act.id, label: shortTitle(act) })),
    })),
  ]
  return (
    <>
      <Dropdown
        trigger={['click']}
        open={shown}
        onOpenChange={setShown}
        menu={{ items, onClick: ({ key }) => start(key) }}
      >
        <Button aria-keyshortcuts=".">
          {t.next} <kbd>.</kbd>
          <DownOutlined aria-hidden />
        </Button>
      </Dropdown>
      {first && (
        <Button type="primary" onClick={() => start(first.id)}>
          {first.title}
        </Button>
      )}
    </>
  )
}
