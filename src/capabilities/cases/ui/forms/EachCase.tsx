import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import type { z } from 'zod'
import { newId } from '#kernel/values/ids.ts'
import { label, type Label } from '#kernel/values/labels.ts'
import { give, type CommandContract } from '#web/api.ts'
import { FormField, type FieldSpec } from '#web/components/FormField.tsx'
import { faultsOf, isOptional, kindOf } from '#web/components/form-fields.ts'
import { useLabels, useText } from '#web/language.ts'
import { asProblem, type Problem } from '#web/problem.ts'
import '#web/components/form.css'

const labels = {
  all: label('逐件办理', 'Do each'),
  again: label('再办未成的', 'Try the rest again'),
  close: label('完成', 'Done'),
  for: label('对', 'For'),
  cases: label('件办理', 'cases'),
  done: label('已办', 'Done'),
  refused: label('未成', 'Refused'),
}

type Props<I extends z.ZodObject, A extends z.ZodType> = {
  readonly caseIds: readonly string[]
  readonly contract: CommandContract<I, A>
  readonly initial: Readonly<Record<string, unknown>>
  readonly fields: Readonly<Partial<Record<string, FieldSpec>>>
  readonly head?: Label
  readonly onDone: (told?: string) => void
}

type Refused = { readonly caseId: string; readonly problem: Problem }

/**
 * One act on several cases: each is a command of its own, so that what is refused in one is done in the others, and what
 * was done is not done twice when the rest is tried again.
 */
export function EachCase<I extends z.ZodObject, A extends z.ZodType>(props: Props<I, A>) {
  const { caseIds, contract, initial, fields, head, onDone } = props
  const t = useLabels(labels)
  const text = useText()
  const client = useQueryClient()
  const keys = useRef(new Map(caseIds.map((caseId) => [caseId, newId()])))
  const [values, setValues] = useState<Readonly<Record<string, unknown>>>(initial)
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({})
  const [left, setLeft] = useState(caseIds)
  const [refused, setRefused] = useState<readonly Refused[]>([])
  const [busy, setBusy] = useState(false)

  const run = async () => {
    const first = contract.input.safeParse({ ...filled(values), caseId: left[0] })
    if (!first.success)
      return setFaults(Object.fromEntries(faultsOf(first.error).map(({ field, detail }) => [field, text(detail)])))
    setFaults({})
    setBusy(true)
    const failed: Refused[] = []
    for (const caseId of left) {
      const input = contract.input.parse({ ...filled(values), caseId })
      await give(contract, input, { key: keys.current.get(caseId) ?? newId() }).catch((thrown: unknown) => {
        failed.push({ caseId, problem: asProblem(thrown) })
        keys.current.set(caseId, newId())
      })
    }
    setBusy(false)
    void client.invalidateQueries()
    setRefused(failed)
    setLeft(failed.map(({ caseId }) => caseId))
    if (failed.length === 0) onDone(`${text(contract.title)}：${caseIds.length}`)
    return undefined
  }
  return (
    <div className="dx-form">
      <p>
        {t.for} <b>{left.length}</b> {t.cases} {head && <b>{text(head)}</b>}
      </p>
      {Object.entries(fields).map(([name, spec]) => {
        const schema = contract.input.shape[name] as z.ZodType | undefined
        return (
          spec &&
          schema && (
            <FormField
              key={name}
              id={`each-${name}`}
              spec={spec}
              kind={spec.kind ?? kindOf(schema)}
              optional={isOptional(schema)}
              value={values[name]}
              fault={faults[name]}
              onChange={(value) => setValues({ ...values, [name]: value })}
            />
          )
        )
      })}
      {refused.length > 0 && (
        <div className="dx-form-summary" role="alert">
          <h3>
            {t.done} {caseIds.length - refused.length}，{t.refused} {refused.length}
          </h3>
          <ul>
            {[...new Set(refused.map(({ problem }) => problem.document.detail))].map((detail) => (
              <li key={detail}>{detail}</li>
            ))}
          </ul>
        </div>
      )}
      <div className="dx-form-acts">
        <Button type="primary" loading={busy} onClick={() => void run()}>
          {refused.length > 0 ? t.again : t.all}
        </Button>
        {refused.length > 0 && <Button onClick={() => onDone()}>{t.close}</Button>}
      </div>
    </div>
  )
}

const filled = (values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '' && value !== undefined))
