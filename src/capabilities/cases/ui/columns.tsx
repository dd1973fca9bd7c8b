import { CaseNumber } from '#web/components/CaseNumber.tsx'
import type { Column } from '#web/components/columns.ts'
import { DeadlineChip } from '#web/components/DeadlineChip.tsx'
import { Money } from '#web/components/Money.tsx'
import { PartyPair } from '#web/components/PartyName.tsx'
import type { CaseRow } from '../contract.ts'
import { columnLabels } from '../labels.ts'
import { Flags, namesOf, StageCell } from './marks.tsx'
import { trackLabels, labels } from './labels.ts'

/** Columns of the list. `constant` is what the view makes the same in every row and need not be shown. */
export const columnsOn = (today: Temporal.PlainDate): readonly Column<CaseRow>[] => [
  {
    id: 'number',
    title: columnLabels.caseNumber,
    width: 184,
    sort: 'caseNumber',
    cell: ({ caseNumber, caseId, handlerName }) => (
      <CaseNumber number={caseNumber} href={`/cases/${caseId}`} title={handlerName ?? labels.unassigned.zh} />
    ),
  },
  {
    id: 'parties',
    title: labels.parties,
    width: 208,
    cell: ({ applicants, debtors }) => <PartyPair applicants={namesOf(applicants)} debtors={namesOf(debtors)} />,
  },
  {
    id: 'claim',
    title: columnLabels.claimFen,
    width: 118,
    right: true,
    sort: '-claimFen',
    sum: 'claimFen',
    cell: ({ claimFen }) => <Money amount={claimFen} />,
  },
  {
    id: 'recovered',
    title: columnLabels.recoveredFen,
    width: 112,
    right: true,
    sort: '-recoveredFen',
    sum: 'recoveredFen',
    cell: ({ recoveredFen }) => <Money amount={recoveredFen} />,
  },
  { id: 'stage', title: columnLabels.stageWord, width: 148, cell: (row) => <StageCell {...row} /> },
  { id: 'next', title: columnLabels.nextStep, cell: ({ nextStep }) => nextStep ?? '' },
  {
    id: 'due',
    title: columnLabels.nextDue,
    width: 118,
    sort: 'dueOn',
    cell: ({ nextDue, dueState }) => nextDue && dueState && <Due on={nextDue} state={dueState} today={today} />,
  },
  { id: 'handler', title: columnLabels.handlerName, width: 88, cell: ({ handlerName }) => handlerName ?? '' },
  { id: 'days', title: columnLabels.daysInCourt, width: 84, right: true, cell: ({ daysInCourt }) => daysInCourt },
  { id: 'cause', title: columnLabels.cause, width: 150, hidden: true, cell: ({ cause }) => cause ?? '' },
  {
    id: 'filed',
    title: columnLabels.filedOn,
    width: 108,
    hidden: true,
    sort: '-filedOn',
    cell: ({ filedOn }) => filedOn.toString(),
  },
  {
    id: 'track',
    title: columnLabels.trackWord,
    width: 72,
    hidden: true,
    cell: ({ track }) => (track === null ? '' : trackLabels[track].zh),
  },
  { id: 'flags', title: columnLabels.flags, width: 150, hidden: true, cell: (row) => <Flags {...row} track={null} /> },
  {
    id: 'last',
    title: columnLabels.lastEventOn,
    width: 108,
    hidden: true,
    sort: 'lastEventOn',
    cell: ({ lastEventOn }) => lastEventOn.toString(),
  },
  { id: 'town', title: columnLabels.town, width: 96, hidden: true, cell: ({ town }) => town ?? '' },
  {
    id: 'closed',
    title: columnLabels.closedOn,
    width: 108,
    hidden: true,
    cell: ({ closedOn }) => closedOn?.toString() ?? '',
  },
]

type DueProps = {
  readonly on: Temporal.PlainDate
  readonly state: NonNullable<CaseRow['dueState']>
  readonly today: Temporal.PlainDate
}

const Due = ({ on, state, today }: DueProps) => <DeadlineChip clock={{ state, daysLeft: today.until(on).days }} />
