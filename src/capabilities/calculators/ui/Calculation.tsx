import { useCallback, useId, useMemo, useRef, useState } from 'react'
import type { CalculatorName } from '#law/calc.ts'
import { Message } from '#web/components/Message.tsx'
import { Panel } from '#web/components/Panel.tsx'
import { useKeys } from '#web/keys/useKeys.tsx'
import { useLabels, useText } from '#web/language.ts'
import { CalculationForm } from './CalculationForm.tsx'
import { faultsOf } from './faults.ts'
import { labels } from './labels.ts'
import { ResultPanel } from './ResultPanel.tsx'
import { isFailure } from './result.ts'
import { titleOf } from './subjects.ts'
import { useCalculation } from './useCalculation.ts'

/** One calculation: its form, and beside it what the law answers while it is typed. */
export function Calculation({ name }: { readonly name: CalculatorName }) {
  const t = useLabels(labels)
  const text = useText()
  const id = useId()
  const answer = useRef<HTMLDivElement>(null)
  const calculation = useCalculation(name)
  const { fields, outcome, compute, badLink } = calculation
  const [asked, setAsked] = useState(false)
  const faults = useMemo(() => (isFailure(outcome) ? faultsOf(name, fields, outcome) : []), [name, fields, outcome])
  const idOf = useCallback((at: string) => `${id}-${at.replaceAll('.', '-')}`, [id])

  const submit = () => {
    const now = compute()
    setAsked(true)
    const [first] = isFailure(now) ? faultsOf(name, fields, now) : []
    if (first) focusOn(idOf(first.at))
    else answer.current?.focus()
  }
  useKeys('record', [{ keys: 'mod+enter', title: labels.compute, run: submit }])

  // What is not yet filled in is no mistake until somebody asks for the answer.
  const shownFaults = useMemo(() => faults.filter(({ missing }) => asked || !missing), [faults, asked])
  return (
    <>
      <div className="calc-form dx-noprint">
        <Panel title={text(titleOf(name))}>
          {badLink && <Message tone="fault">{t.badLink}</Message>}
          <CalculationForm calculation={calculation} faults={shownFaults} idOf={idOf} onSubmit={submit} />
        </Panel>
      </div>
      <div className="calc-result" ref={answer} tabIndex={-1}>
        <ResultPanel {...calculation} name={name} faults={faults} idOf={idOf} />
      </div>
    </>
  )
}

/** The field, or the first of its rows. */
function focusOn(id: string): void {
  const place = document.getElementById(id) ?? document.getElementById(`${id}-0`)
  place?.closest('details')?.setAttribute('open', '')
  place?.focus()
}
