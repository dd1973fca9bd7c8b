import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Suspense, useMemo } from 'react'
import { label } from '#kernel/values/labels.ts'
import { Acts, useOpenAct } from '#pages/desk'
import { queryOptionsFor } from '#web/api.ts'
import { useAnnounce } from '#web/components/Announcer.tsx'
import { CaseNumber } from '#web/components/CaseNumber.tsx'
import { CommandForm } from '#web/components/CommandForm.tsx'
import { LoadingState } from '#web/components/LoadingState.tsx'
import { Message } from '#web/components/Message.tsx'
import { PageHead } from '#web/components/PageHead.tsx'
import { Panel } from '#web/components/Panel.tsx'
import { PanelBoundary } from '#web/components/PanelBoundary.tsx'
import { PrintFoot } from '#web/components/PrintFrame.tsx'
import { RuleCitation } from '#web/components/RuleCitation.tsx'
import { useLabels, useText } from '#web/language.ts'
import { useGo, useParam } from '#web/navigation.ts'
import { useSession } from '#web/session.ts'
import type { TerminationChecks } from '../contract.ts'
import { checksReading, cockpitReading, terminateRound } from './api.ts'
import { checkSigns } from './check-signs.tsx'
import { labels as caseLabels } from './labels.ts'
import './cases.css'

const labels = {
  title: label('终本检查', 'Checks before ending the round'),
  checks: label('检查项', 'Checks'),
  met: label('满足', 'Met'),
  missing: label('缺', 'Missing'),
  notApplicable: label('不适用', 'Not applicable'),
  heal: label('补办', 'Heal'),
  decide: label('报请终本', 'End the round'),
  allMet: label('各项均已具备，可以报请终本。', 'All is there.'),
  lacks: label('还差', 'Missing'),
  items: label('项', 'items'),
  on: label('裁定日期', 'Day of the ruling'),
  reason: label('终本理由', 'Reason'),
  basis: label('依据', 'Basis'),
  done: label('已终结本次执行程序', 'The round is ended'),
}

/** U20 结案检查: every item of the list with its proof; what is missing carries its button; the checked sheet prints. */
export function TerminatePage() {
  const caseId = useParam('caseId')
  const known = useMemo(() => ({ caseId }), [caseId])
  return (
    <Acts known={known}>
      <PanelBoundary what={labels.title.zh}>
        <Suspense fallback={<LoadingState lines={14} />}>
          <Checks caseId={caseId} />
        </Suspense>
      </PanelBoundary>
    </Acts>
  )
}

function Checks({ caseId }: { readonly caseId: string }) {
  const t = useLabels(labels)
  const c = useLabels(caseLabels)
  const { data: record } = useSuspenseQuery(queryOptionsFor(cockpitReading, { caseId }))
  const { data } = useSuspenseQuery(queryOptionsFor(checksReading, { caseId }))
  const missing = data.checks.filter(({ state }) => state === 'missing')
  return (
    <>
      <PageHead
        title={t.title}
        actions={
          <>
            <Link to={`/cases/${caseId}`}>
              <Button tabIndex={-1}>{c.back}</Button>
            </Link>
            <Button onClick={() => window.print()}>{c.print}</Button>
          </>
        }
      >
        <CaseNumber number={record.caseNumber} href={`/cases/${caseId}`} hang={false} />
      </PageHead>
      <div className="dx-columns dx-case-review">
        <Panel title={t.checks} count={data.checks.length} scrolls>
          <CheckList checks={data.checks} />
        </Panel>
        <Panel title={t.decide} scrolls>
          <div className="dx-case-decision">
            {missing.length === 0 ? (
              <Message tone="ok">{t.allMet}</Message>
            ) : (
              <Message tone="fault">
                {t.lacks} {missing.length}
                {t.items}：{missing.map((check) => check.missing).join('；')}
              </Message>
            )}
            {data.workings.map((line) => (
              <p className="dx-t2" key={line}>
                {line}
              </p>
            ))}
            <p>
              {t.basis}　
              <RuleCitation text={data.citations.join('、')} rule="terminate.gate" blue />
            </p>
            {record.closedOn === null && (
              <div className="dx-noprint">
                <Decision caseId={caseId} version={record.version} />
              </div>
            )}
            <PrintFoot />
          </div>
        </Panel>
      </div>
    </>
  )
}

function CheckList({ checks }: Pick<TerminationChecks, 'checks'>) {
  const t = useLabels(labels)
  const text = useText()
  const open = useOpenAct()
  const words = { met: t.met, missing: t.missing, 'not-applicable': t.notApplicable }
  return (
    <ol className="dx-checks" aria-label={t.checks}>
      {checks.map(({ id, title, state, missing, proof, remedy }, index) => (
        <li key={id}>
          {checkSigns[state]}
          <div>
            {index + 1}　{text(title)}　<span className="dx-t2">{words[state]}</span>
            {proof && (
              <p className="dx-t2 dx-13">
                {proof.on.toString()}　{text(proof.title)}
              </p>
            )}
            {missing && <p className="dx-t2 dx-13">{missing}</p>}
          </div>
          {remedy && (
            <Button size="small" onClick={() => open({ command: 'cases.record-event', input: { kind: remedy.kind } })}>
              {t.heal} {text(remedy.title)}
            </Button>
          )}
        </li>
      ))}
    </ol>
  )
}

function Decision({ caseId, version }: { readonly caseId: string; readonly version: number }) {
  const t = useLabels(labels)
  const go = useGo()
  const announce = useAnnounce()
  const { today } = useSession()
  return (
    <CommandForm
      contract={{ ...terminateRound, title: labels.decide }}
      initial={{ caseId, occurredOn: today.toString() }}
      version={version}
      fields={{ occurredOn: { title: labels.on }, reason: { title: labels.reason } }}
      onDone={() => {
        announce(t.done)
        go(`/cases/${caseId}`)
      }}
    />
  )
}
