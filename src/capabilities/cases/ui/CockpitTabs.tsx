import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Suspense } from 'react'
import { queryOptionsFor } from '#web/api.ts'
import { CaseNumber } from '#web/components/CaseNumber.tsx'
import { ClockList } from '#web/components/ClockList.tsx'
import { EmptyState } from '#web/components/EmptyState.tsx'
import { LoadingState } from '#web/components/LoadingState.tsx'
import { Money } from '#web/components/Money.tsx'
import { Panel } from '#web/components/Panel.tsx'
import { PanelBoundary } from '#web/components/PanelBoundary.tsx'
import { PlainTable } from '#web/components/PlainTable.tsx'
import type { Tab } from '#web/components/Tabs.tsx'
import type { MenuGroupId } from '#web/frame/menu-groups.ts'
import { useLabels, useText } from '#web/language.ts'
import { groupOfRoom } from '#web/room-groups.ts'
import { rooms } from '#web/rooms.ts'
import { momentText } from '#web/time.ts'
import { caseTypes } from '../case-types.ts'
import type { Cockpit, TimelineRow } from '../contract.ts'
import { manners } from '../manners.ts'
import { timelineReading } from './api.ts'
import { casePanels } from './case-panels.ts'
import { caseClocks } from './clocks/api.ts'
import { runningClock } from './clocks/derivation.ts'
import { claimKindLabels, kindLabels, labels, relationLabels, roleLabels } from './labels.ts'
import { Overview } from './Overview.tsx'

/** In the order of the keys. What no room keeps yet is there and says so. */
const order = ['overview', 'parties', 'property', 'measures', 'funds', 'documents', 'clocks', 'liaison', 'log'] as const
export type CockpitTab = (typeof order)[number]

/** Tabs that show what other rooms recorded of the case, by the headings under which those rooms stand in the menu. */
const gathered: Partial<Record<CockpitTab, readonly MenuGroupId[]>> = {
  property: ['property'],
  measures: ['measures', 'hotline'],
  funds: ['funds'],
  documents: ['documents'],
  liaison: ['liaison', 'campaigns'],
}

export const isTab = (wanted: string | undefined): wanted is CockpitTab => order.some((tab) => tab === wanted)

export const caseTabs = (
  { parties }: Pick<Cockpit, 'parties'>,
  t: Readonly<Record<CockpitTab, string>>,
): readonly Tab[] => order.map((id) => ({ id, title: t[id], ...(id === 'parties' && { count: parties.length }) }))

export function TabBody({ tab, record }: { readonly tab: CockpitTab; readonly record: Cockpit }) {
  const t = useLabels(labels)
  if (tab === 'overview') return <Overview caseId={record.caseId} />
  const groups = gathered[tab]
  if (groups && !rooms.some(({ navigation }) => navigation && groups.includes(navigation.group)))
    return <EmptyState title={`${t[tab]}：${t.notYet}`} next={t.notYetNext} />
  return (
    <div className="dx-case-sheet" key={tab} tabIndex={0} role="region" aria-label={t[tab]}>
      {tab === 'parties' && <PartiesTab record={record} />}
      {tab === 'clocks' && (
        <Panel title={t.clocks}>
          <ClocksTab caseId={record.caseId} />
        </Panel>
      )}
      {tab === 'log' && (
        <Panel title={t.log}>
          <LogTab caseId={record.caseId} />
        </Panel>
      )}
      {casePanels
        .filter((panel) => panel.tab === tab)
        .map(({ Panel: Shown }, index) => (
          <PanelBoundary key={`${index}`} what={t[tab]}>
            <Suspense fallback={<LoadingState lines={6} />}>
              <Shown caseId={record.caseId} />
            </Suspense>
          </PanelBoundary>
        ))}
      {groups && (
        <Panel title={t[tab]}>
          <LogTab caseId={record.caseId} only={groups} />
        </Panel>
      )}
    </div>
  )
}

type Party = Cockpit['parties'][number]

function PartiesTab({ record }: { readonly record: Cockpit }) {
  const t = useLabels(labels)
  const text = useText()
  return (
    <>
      <section>
        <h2>{t.parties}</h2>
        <PlainTable<Party>
          caption={t.parties}
          rows={record.parties}
          rowKey={({ role, position }) => `${role} ${position}`}
          columns={[
            { id: 'role', title: labels.role, width: 112, cell: ({ role }) => text(roleLabels[role]) },
            {
              id: 'name',
              title: labels.name,
              cell: ({ name, partyId }) => <Link to={`/parties/${partyId}`}>{name}</Link>,
            },
            { id: 'kind', title: labels.kind, width: 120, cell: ({ kind }) => text(kindLabels[kind]) },
            { id: 'id', title: labels.identifier, width: 132, cell: ({ idMasked }) => idMasked ?? '—' },
            {
              id: 'whole',
              title: labels.whole,
              width: 120,
              cell: ({ partyId }) => <Link to={`/parties/${partyId}`}>{t.whole}</Link>,
            },
          ]}
        />
      </section>
      <Filing record={record} />
      <ClaimItems record={record} />
      <LinkedCases record={record} />
    </>
  )
}

function Filing({ record }: { readonly record: Cockpit }) {
  const t = useLabels(labels)
  const text = useText()
  const lines: readonly (readonly [string, string | null | undefined])[] = [
    [t.type, text(caseTypes[record.typeCode])],
    [t.received, record.receivedOn?.toString()],
    [t.filedOn, record.filedOn.toString()],
    [t.basis, [record.basisNumber, record.basisIssuer].filter((part) => part !== null).join('　')],
    [t.town, record.town],
    [t.livelihood, record.livelihood],
    [t.trackReason, record.trackReason],
    [
      t.closedOn,
      record.closedOn && record.manner
        ? `${record.closedOn.toString()}　${text(manners[record.manner].title)}　${record.closingReason ?? ''}`
        : null,
    ],
    [t.remark, record.remark],
    ...Object.entries(record.details),
  ]
  return (
    <section>
      <h2>{t.filing}</h2>
      <dl className="dx-kv">
        {lines.flatMap(([title, value]) =>
          value ? [<dt key={title}>{title}</dt>, <dd key={`${title} is`}>{value}</dd>] : [],
        )}
      </dl>
    </section>
  )
}

function ClaimItems({ record }: { readonly record: Cockpit }) {
  const t = useLabels(labels)
  const text = useText()
  if (record.claimItems.length === 0) return null
  return (
    <section>
      <h2>{t.claimItems}</h2>
      <PlainTable
        caption={t.claimItems}
        rows={record.claimItems.map((item, index) => ({ ...item, index }))}
        rowKey={({ index }) => String(index)}
        columns={[
          { id: 'kind', title: labels.kind, width: 96, cell: ({ kind }) => text(claimKindLabels[kind]) },
          {
            id: 'amount',
            title: labels.claim,
            width: 140,
            right: true,
            cell: ({ amountFen }) => <Money amount={amountFen} />,
          },
          { id: 'quoted', title: labels.basis, cell: ({ quoted }) => <span title={quoted}>{quoted}</span> },
        ]}
      />
    </section>
  )
}

function LinkedCases({ record }: { readonly record: Cockpit }) {
  const t = useLabels(labels)
  const text = useText()
  const links = [...record.links, ...record.linkedFrom]
  if (links.length === 0) return null
  return (
    <section>
      <h2>{t.links}</h2>
      <ul className="dx-lines">
        {links.map(({ number, relation, caseId }) => (
          <li key={`${number} ${relation}`}>
            <CaseNumber number={number} {...(caseId !== null && { href: `/cases/${caseId}` })} hang={false} />
            <span className="dx-t2">
              {text(relationLabels[relation])}
              {caseId === null && `　${t.notOnRecord}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function ClocksTab({ caseId }: { readonly caseId: string }) {
  const t = useLabels(labels)
  const { data } = useSuspenseQuery(queryOptionsFor(caseClocks, { caseId }))
  if (data.length === 0) return <EmptyState title={t.noClocks} />
  return <ClockList clocks={data.map(runningClock)} />
}

/** Everything that was recorded: when it happened, when it was put on record, by whom. */
function LogTab({ caseId, only }: { readonly caseId: string; readonly only?: readonly MenuGroupId[] }) {
  const t = useLabels(labels)
  const { data } = useSuspenseQuery(queryOptionsFor(timelineReading, { caseId, limit: 500 }))
  const rows = data.entries.filter(({ room }) => {
    const group = groupOfRoom(room)
    return only === undefined || (group !== undefined && only.includes(group))
  })
  if (rows.length === 0) return <EmptyState title={only ? t.nothingThere : t.nothingHappened} />
  return (
    <PlainTable<TimelineRow>
      caption={t.log}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { id: 'on', title: labels.happenedOn, width: 116, cell: ({ on }) => on.toString() },
        {
          id: 'at',
          title: labels.recordedAt,
          width: 150,
          cell: ({ recordedAt }) => (recordedAt === null ? '' : momentText(recordedAt)),
        },
        { id: 'number', title: labels.cases, width: 190, cell: ({ caseNumber }) => caseNumber },
        {
          id: 'title',
          title: labels.matter,
          width: 170,
          cell: ({ title, href }) => (href === null ? title : <Link to={href}>{title}</Link>),
        },
        { id: 'detail', title: labels.detail, cell: ({ detail }) => <span title={detail ?? ''}>{detail}</span> },
        { id: 'by', title: labels.by, width: 88, cell: ({ by }) => by ?? '' },
      ]}
    />
  )
}
