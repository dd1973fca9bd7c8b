import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Select } from 'antd'
import { queryOptionsFor, useCommand } from '#web/api.ts'
import type { Column } from '#web/components/columns.ts'
import { CommandButton } from '#web/components/CommandButton.tsx'
import { ErrorState } from '#web/components/ErrorState.tsx'
import { LoadingState } from '#web/components/LoadingState.tsx'
import { Message } from '#web/components/Message.tsx'
import { PlainTable } from '#web/components/PlainTable.tsx'
import { Refusal } from '#web/components/Refusal.tsx'
import { useLabels } from '#web/language.ts'
import type { FolderPlan } from '../contract.ts'
import { folderPlanReading, importFolder, prepareImport } from './api.ts'
import { FolderFrame } from './FolderFrame.tsx'
import { labels } from './labels.ts'
import { LeftAloneList } from './LeftAloneList.tsx'
import type { LeftAlone } from './take-folder.ts'
import { figure } from './WizardHead.tsx'

/** A sheet in the order in which its file goes in. */
type Line = FolderPlan['files'][number]['sheets'][number] & {
  readonly importId: string
  readonly fileName: string
  readonly turn: number
}

const linesOf = ({ files }: FolderPlan): readonly Line[] =>
  files.flatMap(({ importId, fileName, sheets }, index) =>
    sheets.filter(({ rows }) => rows > 0).map((sheet) => ({ ...sheet, importId, fileName, turn: index + 1 })),
  )

const none = ''

type Props = { readonly importIds: readonly string[]; readonly left: readonly LeftAlone[] }

/** What goes where and in which order. A sheet nobody recognised is asked for here; one may also be left out. */
export function FolderPlanning({ importIds, left }: Props) {
  const { data, error, refetch } = useQuery({
    ...queryOptionsFor(folderPlanReading, { importIds: [...importIds] }),
    placeholderData: keepPreviousData,
  })
  const { mutate, error: refused, isPending } = useCommand(prepareImport)
  const t = useLabels(labels)
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <LoadingState lines={12} />
  const lines = linesOf(data)
  const asked = lines.filter(({ kind, left: out, unread }) => kind === null && out === null && unread !== null)
  const short = lines.filter(({ kind, left: out, unread }) => kind !== null && out === null && unread !== null)
  const goes = lines.filter(({ unread }) => unread === null)
  const tell = ({ importId, sheet }: Line, kind: string) =>
    mutate({ input: { importId, sheet, choice: kind === none ? { read: false } : { kind, read: true } } })
  return (
    <FolderFrame
      now={1}
      count={`${data.files.length + left.length}份　${figure(goes.reduce((sum, { rows }) => sum + rows, 0))}行导入`}
      actions={<CommandButton primary contract={importFolder} input={{ importIds: [...importIds] }} />}
    >
      {asked.length > 0 && (
        <Message tone="info" role="status">
          {asked.length}张表认不出是哪种台账。请在“{t.goesTo}”里指明；不指明就不导入，文件留在系统里。
        </Message>
      )}
      {short.length > 0 && (
        <Message tone="info" role="status">
          {short.length}张表这次读不进来，原因写在“{t.told}”里；点工作表名可以对列，对过的列名以后都认得。
        </Message>
      )}
      {refused && <Refusal problem={refused} />}
      <div aria-busy={isPending}>
        <PlainTable
          caption={t.plan}
          rows={lines}
          rowKey={({ importId, sheet }) => `${importId} ${sheet}`}
          columns={columnsOf(data.kinds, tell)}
        />
      </div>
      <LeftAloneList left={[...left, ...unreadable(data)]} />
    </FolderFrame>
  )
}

const unreadable = ({ files }: FolderPlan): readonly LeftAlone[] =>
  files.flatMap(({ fileName, problem }) => (problem === null ? [] : [{ fileName, because: problem }]))

const columnsOf = (kinds: FolderPlan['kinds'], tell: (line: Line, kind: string) => void): readonly Column<Line>[] => [
  {
    id: 'turn',
    title: labels.turn,
    width: 64,
    right: true,
    cell: ({ turn, unread }) => (unread === null ? turn : '—'),
  },
  { id: 'file', title: labels.file, width: 280, cell: ({ fileName }) => <span title={fileName}>{fileName}</span> },
  {
    id: 'sheet',
    title: labels.sheet,
    width: 160,
    cell: ({ importId, sheet }) => (
      <Link to={`/import/${importId}?step=columns&sheet=${encodeURIComponent(sheet)}`} title={sheet}>
        {sheet}
      </Link>
    ),
  },
  {
    id: 'kind',
    title: labels.goesTo,
    width: 232,
    cell: (line) => <GoesTo line={line} kinds={kinds} tell={tell} />,
  },
  { id: 'rows', title: labels.rows, width: 80, right: true, cell: ({ rows }) => figure(rows) },
  {
    id: 'told',
    title: labels.told,
    cell: ({ unread }) => unread !== null && <span className="dx-folder-note">{unread}</span>,
  },
]

type GoesToProps = {
  readonly line: Line
  readonly kinds: FolderPlan['kinds']
  readonly tell: (line: Line, kind: string) => void
}

/** What a room reads as a whole file, such as a statement of the bank, is no sheet that could be another ledger. */
function GoesTo({ line, kinds, tell }: GoesToProps) {
  const { fileName, sheet, kind, title, left } = line
  if (kind !== null && !kinds.some((one) => one.kind === kind)) return title
  return (
    <Select
      aria-label={`${fileName} ${sheet} ${labels.goesTo.zh}`}
      size="small"
      style={{ width: 208 }}
      showSearch={{ optionFilterProp: 'label' }}
      value={left === null ? (kind ?? none) : none}
      options={[
        { value: none, label: labels.notALedger.zh },
        ...kinds.map((one) => ({ value: one.kind, label: one.title })),
      ]}
      onChange={(next) => tell(line, next)}
    />
  )
}
