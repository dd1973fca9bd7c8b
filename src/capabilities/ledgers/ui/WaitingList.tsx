import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { queryOptionsFor, useCommand } from '#web/api.ts'
import { CommandForm } from '#web/components/CommandForm.tsx'
import { Dialog } from '#web/components/Dialog.tsx'
import { EmptyState } from '#web/components/EmptyState.tsx'
import { ErrorState } from '#web/components/ErrorState.tsx'
import { ImportGrid } from '#web/components/ImportGrid.tsx'
import { LoadingState } from '#web/components/LoadingState.tsx'
import { Refusal } from '#web/components/Refusal.tsx'
import { useLabels, useText } from '#web/language.ts'
import { useMay } from '#web/session.ts'
import type { BatchHead, SheetRow } from '../contract.ts'
import { correctRows, dropRow, waitingReading } from './api.ts'
import { importColumns, importRows } from './grid-rows.ts'
import { labels } from './labels.ts'
import { SameAgain } from './SameAgain.tsx'

type Typed = Readonly<Record<number, Readonly<Record<string, string>>>>
const main = new Set(['caseNumber', 'court', 'filedOn', 'applicants', 'debtors', 'claim', 'handler'])

/** Rows of a batch that wait: typed here, judged by the server, taken in when they are right. */
export function WaitingList({ batch, tabs }: { readonly batch: BatchHead; readonly tabs: ReactNode }) {
  const t = useLabels(labels)
  const may = useMay()
  const { batchId } = batch
  const mayCorrect = may('ledgers.import') && batch.state === 'applied'
  const [typed, setTyped] = useState<Typed>({})
  const { data, error, refetch } = useQuery(queryOptionsFor(waitingReading, { batchId, status: 'set-aside', after: 0 }))
  const { mutate, error: refused, isPending } = useCommand(correctRows)
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <LoadingState lines={10} />
  if (data.rows.length === 0) {
    return (
      <div className="dx-import-records">
        {tabs}
        <EmptyState title={t.noneWrong} />
      </div>
    )
  }
  const put = (cells: readonly { readonly row: number; readonly field: string; readonly text: string | null }[]) =>
    setTyped((before) => cells.reduce(withCell, before))
  const rows = data.rows.map((row) => withTyped(row, typed[row.row]))
  const count = Object.keys(typed).length
  const take = () => {
    const corrections = Object.entries(typed).map(([row, fields]) => ({ row: Number(row), fields: { ...fields } }))
    mutate({ input: { batchId, corrections } }, { onSuccess: () => setTyped({}) })
  }
  return (
    <>
      {refused && <Refusal problem={refused} />}
      <SameAgain rows={rows} onFix={put} />
      <ImportGrid
        caption={t.waiting}
        tabs={
          <div className="dx-row">
            {tabs}
            <span className="dx-space" />
            {mayCorrect && <DropOne batchId={batchId} />}
            {mayCorrect && count > 0 && (
              <Button type="primary" loading={isPending} onClick={take}>
                导入改正的{count}行
              </Button>
            )}
          </div>
        }
        columns={importColumns(data.columns, data.rows, main)}
        rows={importRows(rows)}
        onFix={(row, field, text) => put([{ row, field, text }])}
        onFixAlike={(code, field) =>
          put(
            rows.flatMap(({ row, cells, problems }) => {
              const likely = cells[field]?.likely
              const isWrong = problems.some((problem) => problem.code === code && problem.field === field)
              return isWrong && likely !== undefined ? [{ row, field, text: likely }] : []
            }),
          )
        }
        onUndo={(row, field) => put([{ row, field, text: null }])}
      />
    </>
  )
}

/** A row that belongs elsewhere is dropped with a reason, by its number. */
function DropOne({ batchId }: { readonly batchId: string }) {
  const text = useText()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {text(dropRow.title)}
      </Button>
      {isOpen && (
        <Dialog title={text(dropRow.title)} onClose={() => setOpen(false)}>
          <CommandForm
            contract={dropRow}
            initial={{ batchId }}
            onDone={() => setOpen(false)}
            fields={{ row: { title: labels.rowNumber }, reason: { title: labels.dropReason } }}
          />
        </Dialog>
      )}
    </>
  )
}

function withCell(
  before: Typed,
  { row, field, text }: { readonly row: number; readonly field: string; readonly text: string | null },
): Typed {
  const { [field]: _old, ...others } = before[row] ?? {}
  const fields = text === null ? others : { ...others, [field]: text }
  const { [row]: _row, ...rest } = before
  return Object.keys(fields).length === 0 ? rest : { ...rest, [row]: fields }
}

/** A typed cell shows its new text and is no longer marked; the server judges it when it is sent. */
function withTyped(row: SheetRow, typed: Readonly<Record<string, string>> | undefined): SheetRow {
  if (!typed) return row
  const cells = Object.fromEntries(
    Object.entries(row.cells).map(([field, cell]) => {
      const text = typed[field]
      return [field, text === undefined ? cell : { text, original: cell.text, typed: true }]
    }),
  )
  return { ...row, cells, problems: row.problems.filter(({ field }) => field === null || typed[field] === undefined) }
}
