import { useSuspenseQuery } from '@tanstack/react-query'
import { Navigate } from '@tanstack/react-router'
import { Select } from 'antd'
import { z } from 'zod'
import { queryOptionsFor } from '#web/api.ts'
import { useLabels } from '#web/language.ts'
import { useParam, usePageSearch } from '#web/navigation.ts'
import type { ImportPlan, ImportState, PlannedSheet } from '../contract.ts'
import { planReading, stateReading } from './api.ts'
import { CheckStep } from './CheckStep.tsx'
import { ColumnsStep } from './ColumnsStep.tsx'
import { DifferenceStep } from './DifferenceStep.tsx'
import { DoneStep } from './DoneStep.tsx'
import { labels } from './labels.ts'
import { folderHref } from './take-folder.ts'
import './import.css'

const Search = z.object({
  step: z.enum(['columns', 'check', 'difference', 'done']).default('columns'),
  sheet: z.string().optional(),
})
export type Step = z.output<typeof Search>['step']

/** What every step of the wizard knows of the file, and how it turns to another step or sheet. */
export type Wizard = {
  readonly state: ImportState
  readonly plan: ImportPlan
  readonly sheet: PlannedSheet
  readonly turn: (step: Step) => void
  readonly sheets: React.ReactNode
}

/** U04 导入: match the columns, correct what is wrong, see what will change, import. A draft until the last step. */
export function WizardPage() {
  const importId = useParam('importId')
  const { data: state } = useSuspenseQuery(queryOptionsFor(stateReading, { importId }))
  return state.state === 'draft' ? <Draft state={state} /> : <DoneStep importId={importId} />
}

function Draft({ state }: { readonly state: ImportState }) {
  const { data: plan } = useSuspenseQuery(queryOptionsFor(planReading, { importId: state.importId }))
  // A statement of the bank has no columns to match: it goes in as it does among the files of a folder.
  if (plan.whole !== null) return <Navigate to={folderHref([state.importId])} replace />
  return <Sheets state={state} plan={plan} />
}

function Sheets({ state, plan }: Pick<Wizard, 'state' | 'plan'>) {
  const t = useLabels(labels)
  const [{ step, sheet: wanted }, change] = usePageSearch(Search)
  const sheets = plan.sheets.filter(({ rowCount }) => rowCount > 0)
  const sheet = sheets.find((one) => one.sheet === wanted) ?? sheets.find(({ kind }) => kind !== null) ?? sheets[0]
  if (!sheet) return null
  const chooser = sheets.length > 1 && (
    <Select
      aria-label={t.sheet}
      value={sheet.sheet}
      onChange={(next) => change({ sheet: next })}
      options={sheets.map((one) => ({ value: one.sheet, label: one.sheet }))}
      style={{ width: 180 }}
    />
  )
  const wizard = { state, plan, sheet, turn: (next: Step) => change({ step: next }), sheets: chooser }
  switch (step) {
    case 'columns':
      return <ColumnsStep key={sheet.sheet} {...wizard} />
    case 'check':
      return <CheckStep key={sheet.sheet} {...wizard} />
    case 'difference':
    case 'done':
      return <DifferenceStep key={sheet.sheet} {...wizard} />
  }
}
