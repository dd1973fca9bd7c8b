import { useSuspenseQuery } from '@tanstack/react-query'
import { Button, Input, Radio } from 'antd'
import { Suspense, useState, type FormEvent } from 'react'
import type { z } from 'zod'
import { queryOptionsFor, useCommand } from '#web/api.ts'
import { Dialog } from '#web/components/Dialog.tsx'
import { LoadingState } from '#web/components/LoadingState.tsx'
import { Refusal } from '#web/components/Refusal.tsx'
import { useLabels } from '#web/language.ts'
import type { CaseFilter } from '../contract.ts'
import { caseList, saveView, whoAmI } from './api.ts'
import { labels } from './labels.ts'
import '#web/components/form.css'

type Props = {
  readonly suggested: string
  readonly filter: z.input<typeof CaseFilter>
  readonly onClose: () => void
  readonly onSaved: (viewId: string) => void
}

/** Keeps the present filter under a name, for oneself, for one's team, or for the court. */
export function SaveViewDialog(props: Props) {
  const t = useLabels(labels)
  return (
    <Dialog title={t.saveView} onClose={props.onClose} width={480} top={120}>
      <Suspense fallback={<LoadingState lines={3} />}>
        <SaveViewForm {...props} />
      </Suspense>
    </Dialog>
  )
}

function SaveViewForm({ suggested, filter, onSaved }: Props) {
  const t = useLabels(labels)
  const { data: me } = useSuspenseQuery(queryOptionsFor(whoAmI, {}))
  const [name, setName] = useState(suggested)
  const [share, setShare] = useState(me.teams[0] ? `team:${me.teams[0].teamId}` : 'self')
  const { mutate, error, isPending } = useCommand(saveView)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    mutate(
      { input: { query: caseList.name, name, sharedWith: share, input: given(filter) } },
      { onSuccess: ({ answer }) => onSaved(answer.viewId) },
    )
  }
  const options = [
    { value: 'self', label: t.self },
    ...me.teams.map(({ teamId, name: team }) => ({ value: `team:${teamId}`, label: `${t.team} ${team}` })),
    { value: 'court', label: t.court },
  ]
  return (
    <form className="dx-form" onSubmit={submit}>
      {error && <Refusal problem={error} />}
      <div className="dx-form-field">
        <label htmlFor="view-name">{t.viewName}</label>
        <Input id="view-name" autoFocus value={name} onChange={({ target }) => setName(target.value)} />
      </div>
      <div className="dx-form-field" role="radiogroup" aria-label={t.share}>
        <span>{t.share}</span>
        <div>
          <Radio.Group value={share} options={options} onChange={({ target }) => setShare(String(target.value))} />
        </div>
      </div>
      <div className="dx-form-acts">
        <Button type="primary" htmlType="submit" loading={isPending} disabled={name.trim() === ''}>
          {t.saveView}
        </Button>
      </div>
    </form>
  )
}

/** Only what narrows the list is kept. */
const given = (filter: Props['filter']) =>
  Object.fromEntries(Object.entries(filter).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])))
