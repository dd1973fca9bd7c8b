import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { label } from '#kernel/values/labels.ts'
import { rowsOptions, useCommand } from '#web/api.ts'
import { useAnnounce } from '#web/components/Announcer.tsx'
import { Dialog } from '#web/components/Dialog.tsx'
import { EmptyState } from '#web/components/EmptyState.tsx'
import { FileDrop } from '#web/components/FileDrop.tsx'
import { Money } from '#web/components/Money.tsx'
import { PlainTable } from '#web/components/PlainTable.tsx'
import { Refusal } from '#web/components/Refusal.tsx'
import { useList } from '#web/components/useList.ts'
import { useLabels } from '#web/language.ts'
import type { Problem } from '#web/problem.ts'
import { momentText } from '#web/time.ts'
import type { KeptFile } from '#web/upload.ts'
import type { StatementRow } from '../statements/contract.ts'
import { importStatement, statementList } from './api.ts'
import { ChooseAccount } from './ChooseAccount.tsx'
import { TeachLayout } from './TeachLayout.tsx'

const labels = {
  import: label('导入流水', 'Import a statement'),
  what: label('银行流水', 'the statement'),
  teach: label('对列', 'Match columns'),
  before: label('最近导入', 'Imported lately'),
  none: label('还没有导入过流水', 'No statement yet'),
  file: label('文件', 'File'),
  account: label('账户', 'Account'),
  from: label('起', 'From'),
  to: label('止', 'To'),
  read: label('笔数', 'Lines'),
  fresh: label('新增', 'New'),
  closing: label('期末余额(元)', 'Closing (yuan)'),
  at: label('导入时间', 'Imported at'),
  same: label('这份流水早已导入，没有变化', 'All of it was on record; nothing changed'),
}
const accept = '.csv,.xls,.xlsx,.txt,.xml,.sta,.mt940,.940'
const mostBytes = 64 * 1024 * 1024
type Row = z.output<typeof StatementRow>

const codeOf = (problem: Problem | null): string => String(problem?.document.parameters['code'] ?? '')

/** 导入流水: a file of any bank. What is certain claims itself, the rest stays on the desk; a line comes in once only. */
export function ImportStatement({ onClose }: { readonly onClose: () => void }) {
  const t = useLabels(labels)
  const announce = useAnnounce()
  const client = useQueryClient()
  const [file, setFile] = useState<KeptFile>()
  const [teaching, setTeaching] = useState(false)
  const list = useList(statementList, {})
  const { mutate, error, isPending, reset } = useCommand(importStatement)
  const told = async () => {
    const before = new Set(list.rows.map(({ statementId }) => statementId))
    const { pages } = await client.fetchInfiniteQuery({ ...rowsOptions(statementList, {}), staleTime: 0 })
    const fresh = (pages[0]?.rows ?? []).filter(({ statementId }) => !before.has(statementId))
    const read = fresh.reduce((sum, { linesRead }) => sum + linesRead, 0)
    const lines = fresh.reduce((sum, { linesNew }) => sum + linesNew, 0)
    announce(fresh.length === 0 ? t.same : `已导入 ${read} 笔，新增 ${lines} 笔`)
    onClose()
  }
  const take = (kept: KeptFile, bankAccountId?: string) => {
    setFile(kept)
    const { fileId, fileName } = kept
    mutate(
      { input: { fileId, fileName, ...(bankAccountId !== undefined && { bankAccountId }) } },
      { onSuccess: () => void told() },
    )
  }
  if (teaching && file)
    return (
      <Dialog title={t.teach} width={1080} top={48} onClose={onClose}>
        <TeachLayout
          file={file}
          onTaught={(bankAccountId) => {
            setTeaching(false)
            reset()
            take(file, bankAccountId)
          }}
        />
      </Dialog>
    )
  return (
    <Dialog title={t.import} width={860} top={72} onClose={onClose}>
      <FileDrop what={t.what} accept={accept} mostBytes={mostBytes} onKept={(kept) => take(kept)} />
      {isPending && <progress aria-label={t.import} style={{ width: '100%' }} />}
      {error && <Refusal problem={error} />}
      {error && file && codeOf(error) === 'STATEMENT_LAYOUT' && (
        <p className="dx-row" style={{ justifyContent: 'center', margin: '8px 0' }}>
          <Button type="primary" onClick={() => setTeaching(true)}>
            {t.teach}
          </Button>
        </p>
      )}
      {error && file && codeOf(error) === 'STATEMENT_ACCOUNT' && (
        <ChooseAccount onChosen={(bankAccountId) => take(file, bankAccountId)} />
      )}
      <h3 className="dx-h2">{t.before}</h3>
      {list.rows.length === 0 ? <EmptyState title={t.none} /> : <Before rows={list.rows.slice(0, 6)} />}
    </Dialog>
  )
}

function Before({ rows }: { readonly rows: readonly Row[] }) {
  const t = useLabels(labels)
  return (
    <PlainTable<Row>
      caption={t.before}
      rows={rows}
      rowKey={({ statementId }) => statementId}
      columns={[
        { id: 'file', title: labels.file, cell: ({ fileName }) => <span title={fileName}>{fileName}</span> },
        { id: 'account', title: labels.account, cell: ({ account }) => <span title={account}>{account}</span> },
        { id: 'from', title: labels.from, width: 96, cell: ({ fromOn }) => fromOn?.toString() ?? '—' },
        { id: 'to', title: labels.to, width: 96, cell: ({ toOn }) => toOn?.toString() ?? '—' },
        { id: 'read', title: labels.read, width: 60, right: true, cell: ({ linesRead }) => linesRead },
        { id: 'new', title: labels.fresh, width: 60, right: true, cell: ({ linesNew }) => linesNew },
        {
          id: 'closing',
          title: labels.closing,
          width: 120,
          right: true,
          cell: ({ closingFen }) => <Money amount={closingFen} />,
        },
        { id: 'at', title: labels.at, width: 140, cell: ({ importedAt }) => momentText(importedAt) },
      ]}
    />
  )
}
