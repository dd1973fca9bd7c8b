import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { totalsOptions } from '#web/api.ts'
import type { Column } from '#web/components/columns.ts'
import { PlainTable } from '#web/components/PlainTable.tsx'
import { useLabels } from '#web/language.ts'
import { useMay } from '#web/session.ts'
import type { FolderState } from '../contract.ts'
import { contradictionList } from './api.ts'
import { labels } from './labels.ts'
import { figure } from './WizardHead.tsx'

type File = FolderState['files'][number]

const states = {
  draft: '草稿',
  waiting: '等待',
  running: '正在导入',
  done: '已导入',
  refused: '没有导入',
  dropped: '已放弃',
}

const sumOf = (files: readonly File[], count: 'rowsRead' | 'accepted' | 'setAside' | 'ignored'): string =>
  figure(files.reduce((sum, file) => sum + file[count], 0))

/** What was read, accepted and set aside, file by file; rows that wait and ledgers at odds are one click away. */
export function FolderOutcome({ state: { files, running } }: { readonly state: FolderState }) {
  const t = useLabels(labels)
  const may = useMay()
  return (
    <>
      <PlainTable
        caption={t.result}
        rows={files}
        rowKey={({ importId }) => importId}
        columns={columns}
        foot={[
          '合计',
          '',
          sumOf(files, 'rowsRead'),
          sumOf(files, 'accepted'),
          sumOf(files, 'setAside'),
          sumOf(files, 'ignored'),
          '',
        ]}
      />
      {!running && may('registers.check') && <AtOdds />}
    </>
  )
}

function AtOdds() {
  const t = useLabels(labels)
  const { data } = useQuery(totalsOptions(contradictionList, {}))
  return (
    <p>
      <Link to="/contradictions">{t.contradictions}</Link>
      {data && <span className="dx-t2">　{figure(data.total)}处</span>}
    </p>
  )
}

const number = (count: number) => (count === 0 ? <span className="dx-t3">0</span> : figure(count))

const columns: readonly Column<File>[] = [
  { id: 'file', title: labels.file, width: 260, cell: ({ fileName }) => <span title={fileName}>{fileName}</span> },
  { id: 'state', title: labels.batches, width: 336, cell: (file) => <Batches {...file} /> },
  { id: 'read', title: labels.read, width: 84, right: true, cell: ({ rowsRead }) => number(rowsRead) },
  { id: 'accepted', title: labels.accepted, width: 84, right: true, cell: ({ accepted }) => number(accepted) },
  { id: 'setAside', title: labels.setAside, width: 84, right: true, cell: (file) => <Waiting {...file} /> },
  { id: 'ignored', title: labels.ignored, width: 84, right: true, cell: ({ ignored }) => number(ignored) },
  { id: 'told', title: labels.told, cell: (file) => <Told {...file} /> },
]

/** The batches a file became. */
function Batches({ state, sheets, accepted }: File) {
  const made = sheets.flatMap(({ batchId, number: at }) => (batchId === null ? [] : [{ batchId, at }]))
  if (made.length === 0) return state === 'done' && accepted === 0 ? states.refused : states[state]
  return made.map(({ batchId, at }) => (
    <Link key={batchId} to={`/import/batches/${batchId}`} style={{ marginRight: 8 }}>
      第{at}批
    </Link>
  ))
}

/** Rows that wait, by batch: each count opens its own. */
function Waiting({ sheets }: File) {
  const waiting = sheets.filter(({ counts }) => counts.setAside > 0)
  if (waiting.length === 0) return <span className="dx-t3">0</span>
  return waiting.map(({ sheet, batchId, counts }) =>
    batchId === null ? (
      <span key={sheet}>{figure(counts.setAside)}</span>
    ) : (
      <Link key={sheet} to={`/import/batches/${batchId}?view=waiting`} style={{ marginLeft: 8 }}>
        {figure(counts.setAside)}
      </Link>
    ),
  )
}

function Told({ state, problem, lastError, sheets, accepted }: File) {
  if (problem) return <span title={problem.detail}>{problem.detail}</span>
  if (lastError !== null && state !== 'done') return '上次没有完成，已自动重排；没有留下任何半截内容。'
  const same = sheets.flatMap(({ sameAs }) => sameAs ?? [])
  if (same.length > 0) return `与第${same.join('、')}批相同，没有变化`
  if (state !== 'done' || accepted > 0 || sheets.some(({ batchId }) => batchId !== null)) return null
  const isKnown = sheets.some(({ kind }) => kind !== null)
  return isKnown ? '缺少必需的列，或没有可导入的行' : '不是已知的台账，文件留在系统里'
}
