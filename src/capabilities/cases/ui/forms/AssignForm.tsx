import { useSuspenseQuery } from '@tanstack/react-query'
import { Button, Input, Radio } from 'antd'
import { useState, type FormEvent } from 'react'
import { label } from '#kernel/values/labels.ts'
import type { ActFormProps } from '#pages/desk'
import { queryOptionsFor, useCommand } from '#web/api.ts'
import { ColleaguePicker } from '#web/components/ColleaguePicker.tsx'
import { FormField } from '#web/components/FormField.tsx'
import { PlainTable } from '#web/components/PlainTable.tsx'
import { Refusal } from '#web/components/Refusal.tsx'
import { StatusTag } from '#web/components/StatusTag.tsx'
import { useKeys } from '#web/keys/useKeys.tsx'
import { useLabels, useText } from '#web/language.ts'
import type { Candidates } from '../../contract.ts'
import { assignCase, candidatesReading } from '../api.ts'
import { trackLabels } from '../labels.ts'
import { EachCase } from './EachCase.tsx'
import { CaseLine, caseIdIn, caseIdsIn } from './ofCase.tsx'
import '#web/components/form.css'

const labels = {
  confirm: label('确认分案', 'Assign'),
  lane: label('繁简', 'Track'),
  draw: label('按负荷随机分案', 'Draw by load'),
  appoint: label('指定', 'Appoint'),
  candidates: label('候选人', 'Candidates'),
  name: label('姓名', 'Name'),
  load: label('在办', 'Open'),
  chance: label('抽中机会', 'Chance'),
  bar: label('回避', 'Barred'),
  reason: label('指定的理由', 'Why appointed'),
  clerk: label('书记员', 'Clerk'),
  who: label('承办人', 'Handler'),
  none: label('没有可分的承办人。请先授予承办岗位。', 'Nobody holds the post.'),
  cancel: label('先不办', 'Not now'),
  how: label(
    '在没有回避的人里抽签，在办越少机会越大；种子和候选人留痕。',
    'A lot among those not barred; fewer open cases, better chance. Seed and candidates are journalled.',
  ),
}

/** U19 分案与繁简: the track and why, who could have the case and how the lot weighs them, then one button. */
export function AssignForm(props: ActFormProps) {
  const several = caseIdsIn(props.input)
  return several.length > 0 ? (
    <EachCase
      caseIds={several}
      contract={assignCase}
      initial={{}}
      fields={{}}
      onDone={props.onDone}
      head={labels.draw}
    />
  ) : (
    <AssignOne {...props} />
  )
}

type Candidate = Candidates['rows'][number]
const byLot = 'draw'

function AssignOne({ input, onDone, onCancel }: ActFormProps) {
  const t = useLabels(labels)
  const text = useText()
  const caseId = caseIdIn(input)
  const { data } = useSuspenseQuery(queryOptionsFor(candidatesReading, { caseId }))
  const [chosen, setChosen] = useState<string>(byLot)
  const [reason, setReason] = useState('')
  const [clerkId, setClerkId] = useState<string | null>(null)
  const { mutate, error, isPending } = useCommand(assignCase)
  const nameOf = (id: string) => data.rows.find(({ staffId }) => staffId === id)?.name ?? ''
  const submit = (event?: FormEvent) => {
    event?.preventDefault()
    const named = chosen === byLot ? {} : { handlerId: chosen, ...(reason.trim() !== '' && { reason: reason.trim() }) }
    mutate(
      { input: { caseId, avoid: [], ...named, ...(clerkId !== null && { clerkId }) } },
      { onSuccess: ({ answer }) => onDone(`${t.who}：${nameOf(answer.handlerId)}`) },
    )
  }
  useKeys('record', [{ keys: 'mod+enter', title: labels.confirm, run: () => submit() }])
  return (
    <form className="dx-form" style={{ maxWidth: 'none' }} onSubmit={submit} aria-label={t.confirm}>
      {error && <Refusal problem={error} />}
      <CaseLine caseId={caseId} />
      <p>
        {t.lane}　<StatusTag>{text(trackLabels[data.lane.track])}</StatusTag>　
        <span className="dx-t2">{data.lane.reason}</span>
      </p>
      <Radio.Group
        value={chosen}
        onChange={({ target }) => setChosen(String(target.value))}
        style={{ width: '100%', fontSize: 'inherit' }}
      >
        <p>
          <Radio value={byLot}>{t.draw}</Radio>
        </p>
        <p className="dx-t3 dx-13" style={{ marginBottom: 8 }}>
          {t.how}
        </p>
        {data.rows.length === 0 ? <p className="dx-t2">{t.none}</p> : <CandidateTable rows={data.rows} />}
      </Radio.Group>
      {chosen !== byLot && (
        <FormField
          id="assign-reason"
          spec={{
            title: labels.reason,
            control: ({ id }) => <Input id={id} value={reason} onChange={({ target }) => setReason(target.value)} />,
          }}
          kind="text"
          optional={false}
          value={reason}
          fault={undefined}
          onChange={() => {}}
        />
      )}
      <FormField
        id="assign-clerk"
        spec={{
          title: labels.clerk,
          control: ({ id }) => (
            <ColleaguePicker
              id={id}
              value={clerkId}
              onChange={setClerkId}
              among={({ posts }) => posts.includes('书记员')}
            />
          ),
        }}
        kind="text"
        optional
        value={clerkId}
        fault={undefined}
        onChange={() => {}}
      />
      <div className="dx-form-acts">
        <Button type="primary" htmlType="submit" loading={isPending}>
          {t.confirm}
        </Button>
        <Button onClick={onCancel}>{t.cancel}</Button>
        <kbd>Ctrl Enter</kbd>
      </div>
    </form>
  )
}

function CandidateTable({ rows }: { readonly rows: readonly Candidate[] }) {
  const t = useLabels(labels)
  return (
    <div className="dx-tw" style={{ maxHeight: 280 }}>
      <PlainTable<Candidate>
        caption={t.candidates}
        rows={rows}
        rowKey={({ staffId }) => staffId}
        columns={[
          {
            id: 'appoint',
            title: labels.appoint,
            width: 72,
            cell: ({ staffId, name, avoid }) => (
              <Radio value={staffId} disabled={avoid !== null} aria-label={`${t.appoint} ${name}`} />
            ),
          },
          { id: 'name', title: labels.name, width: 140, cell: ({ name }) => name },
          { id: 'load', title: labels.load, width: 88, right: true, cell: ({ openCases }) => `${openCases}件` },
          {
            id: 'chance',
            title: labels.chance,
            width: 104,
            right: true,
            cell: ({ chance }) => (chance === null ? '—' : `${(chance / 10).toFixed(1)}%`),
          },
          { id: 'bar', title: labels.bar, cell: ({ avoid }) => avoid ?? '' },
        ]}
      />
    </div>
  )
}
