import { useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Suspense, useEffect, useMemo } from 'react'
import { Acts, useOpenAct } from '#pages/desk'
import { queryOptionsFor } from '#web/api.ts'
import { LoadingState } from '#web/components/LoadingState.tsx'
import { Money } from '#web/components/Money.tsx'
import { Panel } from '#web/components/Panel.tsx'
import { PanelBoundary } from '#web/components/PanelBoundary.tsx'
import { PrintFoot } from '#web/components/PrintFrame.tsx'
import { useLabels, useText } from '#web/language.ts'
import { useParam } from '#web/navigation.ts'
import { momentText } from '#web/time.ts'
import type { Section, WholeView } from '../contract.ts'
import { partyKindLabels, purposeLabels } from '../labels.ts'
import { wholeReading } from './api.ts'
import { labels } from './labels.ts'
import { RevealField } from './RevealField.tsx'
import { SectionTable } from './SectionTable.tsx'
import './parties.css'

/** U22 被执行人全景: one person in the whole court. */
export function WholePage() {
  const partyId = useParam('partyId')
  const known = useMemo(() => ({ partyId }), [partyId])
  return (
    <Acts known={known}>
      <PanelBoundary what={labels.title.zh}>
        <Suspense fallback={<LoadingState lines={14} />}>
          <Whole partyId={partyId} />
        </Suspense>
      </PanelBoundary>
    </Acts>
  )
}

function Whole({ partyId }: { readonly partyId: string }) {
  const { data } = useSuspenseQuery(queryOptionsFor(wholeReading, { partyId }))
  useEffect(() => {
    document.title = `${data.name} · 兑现`
  }, [data.name])
  return (
    <div className="dx-party">
      <Head whole={data} />
      <div className="dx-party-body">
        {data.sections.filter(hasSomething).map((section) => (
          <SectionTable key={section.id} section={section} />
        ))}
        <Nothing sections={data.sections.filter((section) => !hasSomething(section))} />
        <Seen whole={data} />
        <PrintFoot />
      </div>
    </div>
  )
}

/** What is hidden from the reader is something too, and said. */
const hasSomething = ({ rows, hidden }: Section): boolean => rows.length > 0 || hidden > 0

/** Rooms that know nothing of the person, in one line: that it was looked for is worth saying. */
function Nothing({ sections }: { readonly sections: readonly Section[] }) {
  const t = useLabels(labels)
  const text = useText()
  if (sections.length === 0) return null
  return (
    <p className="dx-t2 dx-13" style={{ padding: '10px 20px' }}>
      {t.noRecords}：{sections.map(({ title }) => text(title)).join('、')}
    </p>
  )
}

function Head({ whole }: { readonly whole: WholeView }) {
  const t = useLabels(labels)
  const text = useText()
  const figures = whole.sections.flatMap((section) => section.figures)
  return (
    <div className="dx-party-head">
      <div>
        <div className="dx-row">
          <h1>{whole.name}</h1>
          <span className="dx-t2">{text(partyKindLabels[whole.kind])}</span>
          <Numbers whole={whole} />
        </div>
        <p className="dx-t2 dx-row dx-party-line">
          {whole.names.length > 0 && (
            <span>
              {t.otherNames} {whole.names.join('、')}
            </span>
          )}
          <Namesakes whole={whole} />
          <Phones whole={whole} />
          <Edits whole={whole} />
        </p>
      </div>
      <span className="dx-space" />
      <dl className="dx-party-figures">
        {figures.map(({ title, amountFen }) => (
          <div key={title.zh}>
            <dt>{text(title)}</dt>
            <dd>
              <Money amount={BigInt(amountFen)} /> <small>元</small>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

function Numbers({ whole }: { readonly whole: WholeView }) {
  const t = useLabels(labels)
  if (whole.identifiers.length === 0) return <span className="dx-t3">{t.noNumber}</span>
  return whole.identifiers.map(({ partyId, masked }) => (
    <span key={partyId} className="dx-t2">
      {t.identifier}{' '}
      <RevealField
        partyId={partyId}
        field="identifier"
        masked={masked}
        what={t.identifierWhole}
        allowed={whole.may.reveal}
      />
    </span>
  ))
}

function Phones({ whole }: { readonly whole: WholeView }) {
  const t = useLabels(labels)
  return whole.phones.map(({ partyId, field, masked }) => (
    <span key={field}>
      {t.phone}{' '}
      <RevealField partyId={partyId} field={field} masked={masked} what={t.phone} allowed={whole.may.reveal} />
    </span>
  ))
}

function Namesakes({ whole }: { readonly whole: WholeView }) {
  const t = useLabels(labels)
  const open = useOpenAct()
  const { merged, sameName, may } = whole
  return (
    <>
      {merged.length > 0 && (
        <span>
          {t.merged} {merged.length + 1} {t.records}
          {may.undoMerge &&
            merged.map(({ partyId, idMasked }) => (
              <Button
                key={partyId}
                type="link"
                size="small"
                onClick={() => open({ command: 'parties.undo-merge', input: { partyId } })}
              >
                {t.undo} {idMasked}
              </Button>
            ))}
        </span>
      )}
      {sameName > 0 && (
        <span>
          {t.sameName} {sameName} {t.people}
          {may.proposeMerge && (
            <Button
              type="link"
              size="small"
              onClick={() => open({ command: 'parties.propose-merge', input: { keepId: whole.partyId } })}
            >
              {t.compare}
            </Button>
          )}
        </span>
      )}
    </>
  )
}

function Edits({ whole }: { readonly whole: WholeView }) {
  const t = useLabels(labels)
  const open = useOpenAct()
  if (!whole.may.edit) return null
  const input = { partyId: whole.partyId, version: whole.version, name: whole.name }
  return (
    <span>
      <Button type="link" size="small" onClick={() => open({ command: 'parties.correct-name', input })}>
        {t.edit}
        {t.name}
      </Button>
      <Button type="link" size="small" onClick={() => open({ command: 'parties.add-phone', input })}>
        {t.addPhone}
      </Button>
    </span>
  )
}

function Seen({ whole }: { readonly whole: WholeView }) {
  const t = useLabels(labels)
  const text = useText()
  return (
    <Panel title={t.seen} count={`${whole.seenTotal}${t.total}`}>
      {whole.seen.length === 0 ? (
        <p className="dx-t2" style={{ padding: '8px 20px' }}>
          {t.nobody}
        </p>
      ) : (
        <ul className="dx-lines">
          {whole.seen.map(({ at, who, purpose, field }) => (
            <li key={at}>
              <p>
                {who}　{text(purposeLabels[purpose])}　
                <span className="dx-t2">{field === 'identifier' ? t.identifierWhole : t.phone}</span>
              </p>
              <span className="dx-t2 dx-13">{momentText(at)}</span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
