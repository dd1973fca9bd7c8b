import { useSuspenseQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { z } from 'zod'
import { label } from '#kernel/values/labels.ts'
import { queryOptionsFor, readingContract } from '#web/api.ts'
import { LoadingState } from '#web/components/LoadingState.tsx'
import { PageHead } from '#web/components/PageHead.tsx'
import { PanelBoundary } from '#web/components/PanelBoundary.tsx'
import { useLabels } from '#web/language.ts'
import { useParam } from '#web/navigation.ts'
import './desk.css'

const labels = {
  rule: label('规则', 'Rule'),
  inForce: label('施行', 'In force'),
  until: label('至', 'until'),
  source: label('来源', 'Source'),
}

const ruleText = readingContract({
  name: 'rules.text',
  input: z.object({ rule: z.string() }),
  output: z.object({
    title: z.string(),
    text: z.string(),
    effectiveFrom: z.string(),
    effectiveTo: z.string().nullable(),
    source: z.string(),
    version: z.string(),
  }),
})

/** A rule of the law by itself, as search finds it. */
export function RulePage() {
  const rule = useParam('rule')
  return (
    <PanelBoundary what={labels.rule.zh}>
      <Suspense fallback={<LoadingState lines={4} />}>
        <Rule rule={rule} />
      </Suspense>
    </PanelBoundary>
  )
}

function Rule({ rule }: { readonly rule: string }) {
  const t = useLabels(labels)
  const { data } = useSuspenseQuery(queryOptionsFor(ruleText, { rule }))
  return (
    <>
      <PageHead title={data.title} />
      <div className="dx-desk-rule">
        <p>{data.text}</p>
        <p className="dx-t2">
          {t.inForce} {data.effectiveFrom}
          {data.effectiveTo && ` ${t.until} ${data.effectiveTo}`}　{data.version}
        </p>
        <p className="dx-t2">
          {t.source} {data.source}
        </p>
      </div>
    </>
  )
}
