import { CaseNumber } from '#web/components/CaseNumber.tsx'
import type { Column } from '#web/components/columns.ts'
import { DeadlineChip } from '#web/components/DeadlineChip.tsx'
import type { ClockRow } from '../../clocks/contract.ts'
import { labels } from '../../clocks/labels.ts'

export const chipOf = ({ state, daysLeft, provisional }: Pick<ClockRow, 'state' | 'daysLeft' | 'provisional'>) => ({
  state,
  daysLeft: daysLeft ?? 0,
  provisional,
})

export const columns: readonly Column<ClockRow>[] = [
  { id: 'title', title: labels.rule, width: 152, sort: 'ruleId', cell: ({ title }) => title },
  {
    id: 'left',
    title: labels.left,
    width: 116,
    sort: 'dueOn',
    cell: (row) => <DeadlineChip clock={chipOf(row)} />,
  },
  {
    id: 'case',
    title: labels.caseNumber,
    width: 196,
    sort: 'caseNumber',
    cell: ({ caseNumber, caseId }) => <CaseNumber number={caseNumber} href={`/cases/${caseId}`} />,
  },
  { id: 'parties', title: labels.parties, cell: ({ parties }) => parties },
  {
    id: 'started',
    title: labels.started,
    width: 108,
    sort: '-startedOn',
    cell: ({ startedOn }) => startedOn.toString(),
  },
  {
    id: 'due',
    title: labels.dueOn,
    width: 108,
    cell: ({ dueOn, state }) => (state === 'paused' ? '—' : dueOn.toString()),
  },
  { id: 'handler', title: labels.handler, width: 92, cell: ({ handlerName }) => handlerName ?? '—' },
]
