import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { z } from 'zod'
import { label } from '#kernel/values/labels.ts'
import { useOpenAct } from '#pages/desk'
import { queryOptionsFor } from '#web/api.ts'
import { Message } from '#web/components/Message.tsx'
import { PlainTable } from '#web/components/PlainTable.tsx'
import { StatusTag, type TagTone } from '#web/components/StatusTag.tsx'
import { useLabels } from '#web/language.ts'
import { useMay } from '#web/session.ts'
import type { ReleaseList } from '../payouts/contract.ts'
import { releasesReading } from './api.ts'

const labels = {
  title: label('解控清单', 'Release checklist'),
  kind: label('种类', 'Kind'),
  what: label('措施', 'Control'),
  since: label('自', 'Since'),
  state: label('状态', 'State'),
  receipt: label('回执', 'Receipt'),
  releasedOn: label('解除日期', 'Released on'),
  act: label('办理', 'Act'),
  confirm: label('登记回执', 'Record the receipt'),
  unlisted: label('未列入', 'Not listed'),
  waiting: label('待回执', 'Waits'),
  released: label('已解除', 'Released'),
  paid: label('已全部履行', 'Paid in full'),
  allDone: label('全部解除，可以按执行完毕结案。', 'All released; the case may close as performed.'),
  left: label('项还没有回执，执行完毕和归档须等全部解除。', ' without receipt; closing and archiving wait.'),
  none: label('没有在控的措施、名单、查封。', 'No live control.'),
}
type Items = z.output<typeof ReleaseList>['items']
type Item = Items[number]

export const useReleases = (caseId: string) => useSuspenseQuery(queryOptionsFor(releasesReading, { caseId })).data

/** Whether the case is so far that its controls have to go: paid in full, or somebody has begun. */
export const isReleasing = ({ paidInFull, items }: z.output<typeof ReleaseList>): boolean =>
  items.some(({ state }) => state !== 'unlisted') || (paidInFull && items.length > 0)

/** 解控清单: whatever still bears on the debtor, of every room, and the receipt for its end. */
export function Releases({ caseId }: { readonly caseId: string }) {
  const t = useLabels(labels)
  const { items } = useReleases(caseId)
  const open = items.filter(({ state }) => state !== 'released').length
  return (
    <>
      <Message tone={open === 0 ? 'ok' : 'due'} role="status">
        {items.length === 0 ? t.none : open === 0 ? t.allDone : `${open} ${t.left}`}
      </Message>
      {items.length > 0 && <Table caseId={caseId} items={items} />}
    </>
  )
}

const tones: Readonly<Record<Item['state'], TagTone>> = { unlisted: 'due', waiting: 'outline', released: 'ok' }

function Table({ caseId, items }: { readonly caseId: string; readonly items: Items }) {
  const t = useLabels(labels)
  const may = useMay()
  const open = useOpenAct()
  const confirm = ({ itemId, title }: Item) =>
    open({ command: 'funds.confirm-release', input: { caseId, itemId, what: title } })
  return (
    <div className="dx-tw" tabIndex={0} role="region" aria-label={t.title}>
      <PlainTable<Item & { readonly key: string }>
        caption={t.title}
        rows={items.map((item, index) => ({ ...item, key: item.itemId ?? String(index) }))}
        rowKey={({ key }) => key}
        columns={[
          { id: 'kind', title: labels.kind, width: 104, cell: ({ kindTitle }) => kindTitle },
          {
            id: 'what',
            title: labels.what,
            cell: ({ title, detail, href }) => (
              <span title={detail}>
                {href === null ? title : <Link to={href}>{title}</Link>}　<span className="dx-t2">{detail}</span>
              </span>
            ),
          },
          { id: 'since', title: labels.since, width: 104, cell: ({ sinceOn }) => sinceOn?.toString() ?? '—' },
          {
            id: 'state',
            title: labels.state,
            width: 84,
            cell: ({ state }) => <StatusTag tone={tones[state]}>{t[state]}</StatusTag>,
          },
          {
            id: 'receipt',
            title: labels.receipt,
            width: 176,
            cell: ({ receipt }) => <span title={receipt ?? ''}>{receipt ?? '—'}</span>,
          },
          {
            id: 'releasedOn',
            title: labels.releasedOn,
            width: 104,
            cell: ({ releasedOn }) => releasedOn?.toString() ?? '—',
          },
          {
            id: 'act',
            title: labels.act,
            width: 100,
            cell: (item) =>
              may('funds.release') && item.state === 'waiting' ? (
                <Button
                  size="small"
                  className="dx-noprint"
                  aria-label={`${t.confirm} ${item.title}`}
                  onClick={() => confirm(item)}
                >
                  {t.confirm}
                </Button>
              ) : null,
          },
        ]}
      />
    </div>
  )
}
