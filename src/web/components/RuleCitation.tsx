import { useQuery } from '@tanstack/react-query'
import { Popover } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { label } from '#kernel/values/labels.ts'
import { shortMark } from '#law/short-citation.ts'
import { queryOptionsFor, readingContract } from '../api.ts'
import { useKeys } from '../keys/useKeys.tsx'
import { useLabels } from '../language.ts'
import { ErrorState } from './ErrorState.tsx'
import { LoadingState } from './LoadingState.tsx'
import './marks.css'

/** The text of a rule as it stood on a day. */
const ruleText = readingContract({
  name: 'rules.text',
  input: z.object({ rule: z.string(), on: z.string().optional() }),
  output: z.object({
    title: z.string(),
    article: z.string(),
    text: z.string(),
    effectiveFrom: z.string(),
    effectiveTo: z.string().nullable(),
    source: z.string(),
    version: z.string(),
  }),
})

const labels = {
  effective: label('施行', 'In force'),
  until: label('至', 'until'),
  source: label('来源', 'Source'),
  open: label('所在期限的条文', 'Rule of the focused clock'),
  close: label('关上条文', 'Close the rule'),
}

type Props = {
  /** The articles as the server printed them from the rule data; shown as 执行款物规定§10. */
  readonly text: string
  /** The rule's id; with it the mark opens the text. */
  readonly rule?: string | undefined
  readonly on?: string | undefined
  readonly blue?: boolean
  /** The whole title, where the articles are what the reader came for. */
  readonly whole?: boolean
}

/** The mark of a rule; opens its text, days in force, source and version. */
export function RuleCitation({ text, rule, on, blue = false, whole = false }: Props) {
  const mark = whole ? text : shortMark(text)
  const [open, setOpen] = useState(false)
  useKeys('record', [{ keys: 'r', title: labels.open, run: openFocused }], { active: rule !== undefined })
  useKeys('record', [{ keys: 'escape', title: labels.close, run: () => setOpen(false) }], { active: open })
  if (!rule) return <span title={text}>{mark}</span>
  return (
    <Popover
      trigger="click"
      open={open}
      onOpenChange={setOpen}
      content={<>{open && <RuleText rule={rule} on={on} />}</>}
    >
      <button type="button" className={`dx-cite ${blue ? 'dx-blue' : ''}`} title={text} aria-expanded={open}>
        {mark}
      </button>
    </Popover>
  )
}

/** The rule nearest to where the reader is: of the clock or row in focus, else of the chosen row, else the first. */
function openFocused(): void {
  const focused = document.activeElement?.closest('.dx-clock, tr, li, dd')
  const nearest = focused?.querySelector('.dx-cite') ?? document.querySelector('.dx-here .dx-cite, .dx-drawer .dx-cite')
  const mark = nearest ?? document.querySelector('.dx-cite')
  if (mark instanceof HTMLElement) mark.click()
}

function RuleText({ rule, on }: { readonly rule: string; readonly on: string | undefined }) {
  const t = useLabels(labels)
  const { data, error, refetch } = useQuery(queryOptionsFor(ruleText, { rule, ...(on && { on }) }))
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <LoadingState lines={3} />
  return (
    <div className="dx-rule-text">
      <h3>
        {data.title} {data.article}
      </h3>
      <blockquote>{data.text}</blockquote>
      <p className="dx-t2">
        {t.effective} {data.effectiveFrom}
        {data.effectiveTo && ` ${t.until} ${data.effectiveTo}`}　{data.version}　{t.source} {data.source}
      </p>
    </div>
  )
}
