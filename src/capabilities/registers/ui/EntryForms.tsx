import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState, type ComponentType } from 'react'
import { z } from 'zod'
import { label } from '#kernel/values/labels.ts'
import { textIn, type ActFormProps } from '#pages/desk'
import { queryOptionsFor, rowsOptions } from '#web/api.ts'
import { CaseNumber } from '#web/components/CaseNumber.tsx'
import { ColleaguePicker } from '#web/components/ColleaguePicker.tsx'
import { CommandForm } from '#web/components/CommandForm.tsx'
import type { FieldSpec } from '#web/components/FormField.tsx'
import { LoadingState } from '#web/components/LoadingState.tsx'
import { useLabels } from '#web/language.ts'
import { useSession } from '#web/session.ts'
import { firstFields, fieldOf, typedFieldsOf, type Field, type Register } from '../declaration.ts'
import {
  caseChoice,
  caseReading,
  correctContract,
  listOf,
  recordContract,
  stepContract,
  withdrawContract,
  type Row,
} from './api.ts'

const labels = {
  case: label('案件', 'Case'),
  find: label('案号或姓名', 'Number or name'),
  debtor: label('被执行人', 'Debtor'),
  reason: label('理由', 'Reason'),
  day: label('可填 0106、今天、昨天', 'Try 0106 or today'),
}

type Specs = Readonly<Record<string, FieldSpec>>

/** How a field is asked for. */
function specOf({ kind, title, codes = {} }: Field): FieldSpec {
  switch (kind) {
    case 'day':
      return { title, hint: labels.day }
    case 'long':
      return { title, kind: 'long' }
    case 'choice':
      return { title, options: Object.keys(codes).map((value) => ({ value, title: label(value, value) })) }
    case 'staff':
      return { title, control: (control) => <ColleaguePicker {...control} /> }
    default:
      return { title }
  }
}

const specsOf = (fields: readonly (readonly [string, Field])[]): Specs =>
  Object.fromEntries(fields.map(([name, field]) => [name, specOf(field)]))

const versionIn = ({ version }: ActFormProps['input']): number | undefined =>
  typeof version === 'number' ? version : undefined

/** 登记. An entry about a case asks for the case first when the page does not know it. */
export const recordForm = (register: Register): ComponentType<ActFormProps> =>
  function RecordForm(props) {
    const [chosen, setChosen] = useState(textIn(props.input, 'caseId'))
    if (register.about === 'case-if-any' || register.about === 'court') return <Fields register={register} {...props} />
    if (chosen === '') return <ChooseCase onChoose={setChosen} />
    return <OfCase register={register} caseId={chosen} {...props} />
  }

function ChooseCase({ onChoose }: { readonly onChoose: (caseId: string) => void }) {
  const t = useLabels(labels)
  const [typed, setTyped] = useState('')
  const { data } = useInfiniteQuery({
    ...rowsOptions(caseChoice, typed === '' ? {} : { text: typed }, null),
    enabled: typed.length > 0,
  })
  return (
    <div className="dx-form-field">
      <label htmlFor="case-of-entry">{t.case}</label>
      <Select
        id="case-of-entry"
        autoFocus
        showSearch={{ filterOption: false, onSearch: setTyped }}
        style={{ width: '100%' }}
        placeholder={t.find}
        onChange={onChoose}
        options={(data?.pages[0]?.rows ?? []).slice(0, 20).map(({ caseId, caseNumber, applicants, debtors }) => ({
          value: caseId,
          label: `${caseNumber}　${applicants} / ${debtors}`,
        }))}
      />
    </div>
  )
}

type OfCaseProps = ActFormProps & { readonly register: Register; readonly caseId: string }

function OfCase({ register, caseId, ...props }: OfCaseProps) {
  const { data } = useSuspenseQuery(queryOptionsFor(caseReading, { caseId }))
  const debtors = data.parties.filter(({ role }) => role === 'debtor')
  const only = debtors.length === 1 ? debtors[0]?.partyId : undefined
  const who: Specs =
    register.about === 'debtor'
      ? {
          partyId: {
            title: labels.debtor,
            kind: 'choice',
            options: debtors.map(({ partyId, name }) => ({ value: partyId, title: label(name, name) })),
          },
        }
      : {}
  return (
    <Fields
      register={register}
      {...props}
      known={{ caseId, ...(register.about === 'debtor' && only && { partyId: only }) }}
      first={who}
    >
      <p>
        <CaseNumber number={data.caseNumber} hang={false} />
      </p>
    </Fields>
  )
}

type FieldsProps = ActFormProps & {
  readonly register: Register
  readonly known?: Row
  readonly first?: Specs
  readonly children?: React.ReactNode
}

function Fields({ register, input, onDone, onCancel, known = {}, first = {}, children }: FieldsProps) {
  const { today } = useSession()
  const contract = recordContract(register)
  const [number, person] = [fieldOf(register, 'case'), fieldOf(register, 'person')]
  const named = [...(number ? [number] : []), ...(person ? [person] : [])].filter(
    (name) => name in contract.input.shape,
  )
  const asked = specsOf([
    ...named.flatMap((name) => (register.fields[name] ? [[name, register.fields[name]] as const] : [])),
    ...firstFields(register),
  ])
  const given = Object.fromEntries(Object.entries(input).filter(([name]) => name in contract.input.shape))
  return (
    <CommandForm
      contract={contract}
      initial={{ [register.day]: today.toString(), ...known, ...given } as never}
      fields={{ ...first, ...asked } as never}
      onDone={() => onDone()}
      onCancel={onCancel}
    >
      {children}
    </CommandForm>
  )
}

/** A step of an entry: 送拘, 解除. */
export function stepForm(register: Register, act: string): ComponentType<ActFormProps> {
  const step = register.steps?.find((one) => one.act === act)
  if (!step) throw new RangeError(`${register.room}.${register.name} has no step ${act}`)
  return function StepForm({ input, onDone, onCancel }) {
    const { today } = useSession()
    const fields = step.fields.flatMap((name) =>
      register.fields[name] ? [[name, register.fields[name]] as const] : [],
    )
    const now = register.fields[step.day]?.kind === 'day' ? { [step.day]: today.toString() } : {}
    return (
      <CommandForm
        contract={stepContract(register, step)}
        initial={{ entryId: textIn(input, 'entryId'), ...now } as never}
        fields={specsOf(fields) as never}
        version={versionIn(input)}
        onDone={() => onDone()}
        onCancel={onCancel}
      />
    )
  }
}

/** 更正: what it says now, to be changed, and why. */
export const correctForm = (register: Register): ComponentType<ActFormProps> =>
  function CorrectForm({ input, onDone, onCancel }) {
    const entryId = textIn(input, 'entryId')
    const list = listOf(register)
    const { data } = useInfiniteQuery(rowsOptions(list, { entryId } as never, null))
    const row = data?.pages[0]?.rows[0]
    if (!row) return <LoadingState lines={6} />
    const wire = z.encode(list.row, row as never) as Row
    const now = Object.fromEntries(
      typedFieldsOf(register).flatMap(([name]) => (wire[name] === null ? [] : [[name, wire[name]]])),
    )
    return (
      <CommandForm
        contract={correctContract(register)}
        initial={{ entryId, ...now } as never}
        fields={{ ...specsOf(typedFieldsOf(register)), reason: { title: labels.reason, kind: 'long' } } as never}
        version={versionIn(input)}
        onDone={() => onDone()}
        onCancel={onCancel}
      />
    )
  }

export const withdrawForm = (register: Register): ComponentType<ActFormProps> =>
  function WithdrawForm({ input, onDone, onCancel }) {
    return (
      <CommandForm
        contract={withdrawContract(register)}
        initial={{ entryId: textIn(input, 'entryId') }}
        fields={{ reason: { title: labels.reason, kind: 'long' } }}
        version={versionIn(input)}
        onDone={() => onDone()}
        onCancel={onCancel}
      />
    )
  }
