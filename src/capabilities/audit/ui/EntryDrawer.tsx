import { useSuspenseQuery } from '@tanstack/react-query'
import { queryOptionsFor } from '#web/api.ts'
import type { DrawerPlace } from '#web/components/DataList.tsx'
import { DiffTable } from '#web/components/DiffTable.tsx'
import { Message } from '#web/components/Message.tsx'
import { RecordDrawer } from '#web/components/RecordDrawer.tsx'
import { useLabels } from '#web/language.ts'
import { momentText } from '#web/time.ts'
import type { JournalRow } from '../contract.ts'
import { entry } from './api.ts'
import { labels } from './labels.ts'

type Props = { readonly seq: string; readonly place: DrawerPlace; readonly onOpen: (seq: string) => void }

/** One entry: what changed, whether it holds, the exact text, and the entries before and after it. */
export function EntryDrawer({ seq, place, onOpen }: Props) {
  const t = useLabels(labels)
  return (
    <RecordDrawer label={t.entry} title={`第${Number(seq).toLocaleString('en')}条`} place={place} unit="条">
      <EntryBody seq={seq} onOpen={onOpen} />
    </RecordDrawer>
  )
}

function EntryBody({ seq, onOpen }: Pick<Props, 'seq' | 'onOpen'>) {
  const t = useLabels(labels)
  const { data } = useSuspenseQuery(queryOptionsFor(entry, { seq }))
  const changed = data.lines.filter(({ before }) => before !== null)
  const plain = data.lines.filter(({ before }) => before === null)
  return (
    <>
      <Message tone={data.holds ? 'ok' : 'fault'}>{data.holds ? t.holds : t.off}</Message>
      <section>
        <h3>{data.act}</h3>
        <dl className="dx-kv">
          <dt>{t.who}</dt>
          <dd>{data.actor}</dd>
          <dt>{t.post}</dt>
          <dd>{data.posts || '—'}</dd>
          <dt>{t.when}</dt>
          <dd>{momentText(data.recordedAt)}</dd>
          <dt>{t.happened}</dt>
          <dd>{data.occurredOn}</dd>
          <dt>{t.about}</dt>
          <dd>{data.subjects.map(({ subject, name }) => name ?? subject).join('、')}</dd>
        </dl>
      </section>
      {changed.length > 0 && (
        <section>
          <h3>{t.changes}</h3>
          <DiffTable changes={changed.map(({ name, before, value }) => ({ field: name, before, after: value }))} />
        </section>
      )}
      <section>
        <h3>{t.facts}</h3>
        <dl className="dx-kv">
          {plain.map(({ name, value }) => (
            <Line key={name} name={name} value={value} />
          ))}
        </dl>
      </section>
      <section>
        <h3>{t.neighbours}</h3>
        <Neighbour row={data.before} onOpen={onOpen} />
        <Neighbour row={data.after} onOpen={onOpen} />
      </section>
      <section>
        <h3>{t.exact}</h3>
        <dl className="dx-kv">
          <Line name={t.previous} value={data.previousHash} />
          <Line name={t.hash} value={data.fullHash} />
        </dl>
        <pre className="dx-13" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {data.text}
        </pre>
      </section>
    </>
  )
}

function Line({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd style={{ overflowWrap: 'anywhere' }}>{value}</dd>
    </>
  )
}

function Neighbour({ row, onOpen }: { readonly row: JournalRow | null; readonly onOpen: (seq: string) => void }) {
  if (!row) return null
  return (
    <p>
      <button type="button" className="dx-link" onClick={() => onOpen(row.seq)}>
        {Number(row.seq).toLocaleString('en')}
      </button>
      {'　'}
      {momentText(row.recordedAt)}　{row.actor}　{row.act}
    </p>
  )
}
