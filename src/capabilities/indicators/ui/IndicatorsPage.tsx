import { Link } from '@tanstack/react-router'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { Suspense, useState } from 'react'
import { queryOptionsFor } from '#web/api.ts'
import { CommandButton } from '#web/components/CommandButton.tsx'
import { EmptyState } from '#web/components/EmptyState.tsx'
import { LoadingState } from '#web/components/LoadingState.tsx'
import { PageHead } from '#web/components/PageHead.tsx'
import { PanelBoundary } from '#web/components/PanelBoundary.tsx'
import { Tabs } from '#web/components/Tabs.tsx'
import { useLabels, useText } from '#web/language.ts'
import { useGo, usePageSearch } from '#web/navigation.ts'
import { useMay } from '#web/session.ts'
import type { IndicatorRow, Values } from '../contract.ts'
import { checks, freeze, values } from './api.ts'
import { CoreStrip } from './CoreStrip.tsx'
import { CoursePanel } from './CoursePanel.tsx'
import { DefinitionPanel } from './DefinitionPanel.tsx'
import { IndicatorTable, keyOf, type Basis } from './IndicatorTable.tsx'
import { labels } from './labels.ts'
import { PageSearch, useSpan, type Span } from './period.ts'
import { PeriodChooser } from './PeriodChooser.tsx'
import { DetailPanel } from './DetailPanel.tsx'
import './indicators.css'

/** U13 指标: every figure with both its sides, what it means, how it came about, and the records behind it. */
export function IndicatorsPage() {
  const t = useLabels(labels)
  const go = useGo()
  const [span, setSpan] = useSpan()
  const [basis, setBasis] = useState<Basis>('now')
  const may = useMay()
  const { data } = useSuspenseQuery(queryOptionsFor(values, span))
  const { data: found } = useSuspenseQuery(queryOptionsFor(checks, span))
  const listed = found.checks.filter(({ cases }) => (cases ?? 0) > 0).length
  const days = new URLSearchParams({ from: span.from.toString(), to: span.to.toString() }).toString()
  return (
    <div className="ind-page">
      <PageHead
        title={t.title}
        actions={
          <>
            <Button onClick={() => window.print()}>{t.print}</Button>
            <Button type="primary" onClick={() => go(`/report?${days}`)}>
              {t.toReport}
            </Button>
          </>
        }
      >
        <PeriodChooser span={span} onChange={setSpan} />
        <Segmented<Basis>
          value={basis}
          onChange={setBasis}
          options={[
            { value: 'first', label: t.first },
            { value: 'now', label: t.now },
          ]}
        />
        {basis === 'first' && may('indicators.freeze') && !isFrozen(data) && (
          <CommandButton contract={freeze} input={{ month: span.to.toPlainYearMonth().toString() }} />
        )}
        <Link to={`/indicators/checks?${days}`}>
          {t.checks} {listed}
        </Link>
      </PageHead>
      {isEmpty(data) ? <Nothing /> : <Figures data={data} span={span} basis={basis} />}
    </div>
  )
}

const isFrozen = ({ rows }: Values): boolean => rows.some(({ first }) => first !== null)
const isEmpty = ({ rows }: Values): boolean =>
  rows.every(({ denominator, value }) => (denominator ? denominator.count === '0' : value === null))

function Nothing() {
  const t = useLabels(labels)
  const go = useGo()
  return (
    <EmptyState
      title={t.nothing}
      next={t.nothingNext}
      act={<Button onClick={() => go('/import')}>{t.import}</Button>}
    />
  )
}

type FiguresProps = { readonly data: Values; readonly span: Span; readonly basis: Basis }

function Figures({ data: { core, rows }, span, basis }: FiguresProps) {
  const text = useText()
  const [search, change] = usePageSearch(PageSearch)
  const wanted = { id: search.id ?? 'K01', variant: search.variant ?? 'printed' }
  const chosen = rows.find((row) => keyOf(row) === keyOf(wanted)) ?? rows[0]
  if (!chosen) return <Nothing />
  const choose = (row: IndicatorRow) => change({ ...keyParts(row), ...wholeCourt })
  return (
    <>
      <CoreStrip core={core} span={span} />
      <div className="ind-columns">
        <Master rows={rows} core={core} chosen={chosen} span={span} basis={basis} onChoose={choose} />
        <div className="ind-detail">
          <PanelBoundary what={text(chosen.title)}>
            <Suspense fallback={<LoadingState lines={8} />}>
              <CoursePanel row={chosen} span={span} />
            </Suspense>
          </PanelBoundary>
          <DetailPanel
            key={keyOf(chosen)}
            row={chosen}
            span={span}
            view={search.side ?? 'numerator'}
            part={search}
            onView={(side) => change({ ...keyParts(chosen), side })}
            onWhole={() => change({ ...keyParts(chosen), ...wholeCourt })}
          />
        </div>
      </div>
    </>
  )
}

const wholeCourt = { teamKey: undefined, typeCode: undefined, cause: undefined, town: undefined }
const keyParts = ({ id, variant }: IndicatorRow) => ({ id, variant })

type View = 'core' | 'first' | 'resumed' | 'all'

type MasterProps = Omit<FiguresProps, 'data'> &
  Pick<Values, 'core' | 'rows'> & { readonly chosen: IndicatorRow; readonly onChoose: (row: IndicatorRow) => void }

/** The indicators by set; below, the definition of the one chosen. */
function Master({ rows, core, chosen, span, basis, onChoose }: MasterProps) {
  const t = useLabels(labels)
  const [{ set }, change] = usePageSearch(PageSearch)
  const view: View = set ?? 'first'
  const setView = (next: View) => change({ set: next })
  const printed = rows.filter(({ variant }) => variant === 'printed')
  const members = new Set(core.map(({ id }) => id))
  const resumedOnes = new Set(['K03', 'K05', 'K42'])
  const sets: Readonly<Record<View, readonly IndicatorRow[]>> = {
    core: printed.filter(({ id }) => members.has(id)),
    first: printed.filter(({ id }) => !resumedOnes.has(id)),
    resumed: printed.filter(({ id }) => resumedOnes.has(id)),
    all: printed,
  }
  return (
    <div className="ind-master">
      <Tabs
        label={t.title}
        chosen={view}
        onChoose={(id) => setView(id === 'core' || id === 'resumed' || id === 'all' ? id : 'first')}
        tabs={[
          { id: 'core', title: t.core },
          { id: 'first', title: t.firstEnforcement, count: sets.first.length },
          { id: 'resumed', title: t.resumed, count: sets.resumed.length },
          { id: 'all', title: t.everything, count: sets.all.length },
        ]}
      />
      <div className="dx-scroll">
        <IndicatorTable
          rows={sets[view]}
          chosen={`${chosen.id} printed`}
          basis={basis}
          span={span}
          onChoose={onChoose}
        />
        <DefinitionPanel
          chosen={chosen}
          variants={rows.filter(({ id }) => id === chosen.id)}
          span={span}
          onChoose={onChoose}
        />
      </div>
    </div>
  )
}
