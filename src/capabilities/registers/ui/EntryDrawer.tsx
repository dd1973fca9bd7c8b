import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Suspense } from 'react'
import { label } from '#kernel/values/labels.ts'
import { useOpenAct } from '#pages/desk'
import { queryOptionsFor } from '#web/api.ts'
import { CaseNumber } from '#web/components/CaseNumber.tsx'
import type { DrawerPlace } from '#web/components/DataList.tsx'
import { RecordDrawer } from '#web/components/RecordDrawer.tsx'
import { useLabels, useText } from '#web/language.ts'
import { momentText } from '#web/time.ts'
import type { Mark } from '../contract.ts'
import { fieldOf, isKept, type Register } from '../declaration.ts'
import { entryReading, type Row } from './api.ts'
import { cellOf } from './cells.tsx'

const labels = {
  states: label('记录内容', 'What it says'),
  against: label('提示', 'What stands against it'),
  origin: label('来源', 'Where it came from'),
  byHand: label('手工登记', 'Recorded by hand'),
  byLedger: label('台账导入', 'By ledger'),
  batch: label('查看导入批次', 'See the import'),
  beside: label('台账里的其他列', 'Other columns of the sheet'),
  full: label('打开案件', 'Open the case'),
  withdrawn: label('已撤销', 'Withdrawn'),
}

type Props = {
  readonly register: Register
  readonly entryId: string
  readonly row: Row | undefined
  readonly place: DrawerPlace
}

/** An entry beside its list: what it says, what stands against it, what comes next. */
export function EntryDrawer({ register, entryId, row, place }: Props) {
  const t = useLabels(labels)
  const text = useText()
  const [number, person] = [fieldOf(register, 'case'), fieldOf(register, 'person')]
  const [caseNumber, name] = [row?.[number ?? ''], row?.[person ?? '']]
  const caseId = typeof row?.['caseId'] === 'string' ? row['caseId'] : undefined
  return (
    <RecordDrawer
      label={text(register.title)}
      place={place}
      unit="条"
      title={typeof name === 'string' ? `${text(register.title)}　${name}` : text(register.title)}
      subtitle={
        typeof caseNumber === 'string' && (
          <CaseNumber number={caseNumber} href={caseId && `/cases/${caseId}`} hang={false} />
        )
      }
      {...(caseId && { full: { href: `/cases/${caseId}`, title: t.full } })}
      foot={
        <Suspense>
          <Foot register={register} entryId={entryId} version={Number(row?.['version'] ?? 0)} />
        </Suspense>
      }
    >
      {row && <Said register={register} row={row} />}
      <Origin register={register} entryId={entryId} />
    </RecordDrawer>
  )
}

function Said({ register, row }: { readonly register: Register; readonly row: Row }) {
  const t = useLabels(labels)
  const text = useText()
  const marks = row['marks'] as readonly Mark[]
  return (
    <>
      {typeof row['withdrawnBecause'] === 'string' && (
        <section>
          <h3>{t.withdrawn}</h3>
          <p>{row['withdrawnBecause']}</p>
        </section>
      )}
      {marks.length > 0 && (
        <section>
          <h3>{t.against}</h3>
          {marks.map(({ code, text: sentence }) => (
            <p key={code} className="dx-fault">
              {sentence}
            </p>
          ))}
        </section>
      )}
      <section>
        <h3>{t.states}</h3>
        <dl className="dx-kv">
          {Object.entries(register.fields)
            .filter(([, field]) => isKept(field) && field.kind !== 'case')
            .map(([name, field]) => (
              <Line key={name} title={text(field.title)}>
                {cellOf(field, row[name], row)}
              </Line>
            ))}
        </dl>
      </section>
    </>
  )
}

const Line = ({ title, children }: { readonly title: string; readonly children: React.ReactNode }) => (
  <>
    <dt>{title}</dt>
    <dd>{children}</dd>
  </>
)

type OfEntry = { readonly register: Register; readonly entryId: string }

const useEntry = ({ register, entryId }: OfEntry) =>
  useSuspenseQuery(queryOptionsFor(entryReading, { register: register.name, entryId })).data

function Origin(props: OfEntry) {
  const t = useLabels(labels)
  const { recordedBy, recordedAt, batchId, extra } = useEntry(props)
  const others = Object.entries(extra)
  return (
    <section>
      <h3>{t.origin}</h3>
      <p>
        {batchId === null ? `${t.byHand} ${recordedBy ?? ''}` : t.byLedger} {momentText(recordedAt)}
      </p>
      {batchId !== null && <Link to={`/import/batches/${batchId}`}>{t.batch}</Link>}
      {others.length > 0 && (
        <dl className="dx-kv" aria-label={t.beside}>
          {others.map(([heading, value]) => (
            <Line key={heading} title={heading}>
              {value}
            </Line>
          ))}
        </dl>
      )}
    </section>
  )
}

/** The next step is the filled button; what may not be done says why. */
function Foot({ register, entryId, version }: OfEntry & { readonly version: number }) {
  const text = useText()
  const open = useOpenAct()
  const { acts } = useEntry({ register, entryId })
  const next = acts.find(({ allowed }) => allowed)
  return acts.map(({ command, title, allowed, because }) => (
    <Button
      key={command}
      type={command === next?.command ? 'primary' : 'default'}
      disabled={!allowed}
      title={because ?? undefined}
      onClick={() => open({ command, input: { entryId, version } })}
    >
      {text(title)}
    </Button>
  ))
}
