import { Button } from 'antd'
import { useId, useState, type FormEvent, type ReactNode } from 'react'
import { z } from 'zod'
import { label } from '#kernel/values/labels.ts'
import { formatYuan } from '#kernel/values/money.ts'
import { useCommand, type CommandContract, type Receipt } from '../api.ts'
import { useKeys } from '../keys/useKeys.tsx'
import { useText, useLabels } from '../language.ts'
import { ConflictState, type Theirs } from './ConflictState.tsx'
import { faultsOf, isOptional, kindOf, type FieldKind } from './form-fields.ts'
import { FormSummary, type Specs } from './FormSummary.tsx'
import { FormField, type FieldSpec } from './FormField.tsx'
import { Refusal } from './Refusal.tsx'
import { useDraft } from './useDraft.tsx'
import './form.css'

type Values = Readonly<Record<string, unknown>>
const Kept = z.record(z.string(), z.unknown())

type Props<I extends z.ZodObject, A extends z.ZodType> = {
  readonly contract: CommandContract<I, A>
  /** The fields shown, in order. What the command needs beside them stands in `initial`. */
  readonly fields: Readonly<Partial<Record<keyof z.input<I> & string, FieldSpec>>>
  /** As on the wire: digits for money, ISO text for days. */
  readonly initial?: Partial<z.input<I>>
  readonly version?: number | undefined
  readonly onDone: (receipt: Receipt<z.output<A>>) => void
  readonly onCancel?: () => void
  /** Reads the record again when somebody else changed it meanwhile. */
  readonly reread?: (() => Promise<Theirs>) | undefined
  /** Above the fields: what is known and not asked. */
  readonly children?: ReactNode
}

const labels = { cancel: label('先不办', 'Not now'), summary: label('还有几处要改', 'A few things to correct') }

/** A form made from a command's contract: labels, one summary that links to every bad field, Ctrl Enter. */
export function CommandForm<I extends z.ZodObject, A extends z.ZodType = z.ZodUnknown>(props: Props<I, A>) {
  const { contract, fields, initial, version, onDone, onCancel, reread, children } = props
  const t = useLabels(labels)
  const text = useText()
  const id = useId()
  const specs = Object.entries(fields).flatMap(([name, spec]) => (spec ? [{ name, spec: spec as FieldSpec }] : []))
  const known = Object.entries({ ...initial }).filter(([name]) => !(name in fields))
  const draft = useDraft<typeof Kept, Values>({
    form: `${contract.name} ${JSON.stringify(known)}`,
    schema: Kept,
    fresh: () => ({ ...initial }),
    pack: (typed) => typedIn(typed, { ...initial }),
    unpack: (kept) => ({ ...initial, ...kept }),
  })
  const { value: values, setValue: setValues } = draft
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({})
  const [theirs, setTheirs] = useState<Theirs>()
  const [round, setRound] = useState(0)
  const { mutate, error, isPending, reset } = useCommand(contract)
  const idOf = (name: string) => `${id}-${name}`

  const kindIn = (name: string): FieldKind =>
    specs.find((each) => each.name === name)?.spec.kind ?? kindOf(contract.input.shape[name] as z.ZodType)

  const done = (receipt: Receipt<z.output<A>>) => {
    draft.drop()
    onDone(receipt)
  }
  const send = (version: number | undefined) => {
    const read = contract.input.safeParse(asGiven(values, initial, contract.input))
    if (!read.success)
      return setFaults(Object.fromEntries(faultsOf(read.error).map(({ field, detail }) => [field, text(detail)])))
    setFaults({})
    mutate(
      { input: read.data, version },
      { onSuccess: done, onError: (problem) => void (problem.isStale && reread?.().then(setTheirs)) },
    )
  }
  const submit = (event?: FormEvent) => {
    event?.preventDefault()
    if (!isPending) send(version)
  }
  useKeys('record', [{ keys: 'mod+enter', title: contract.title, run: () => submit() }])

  const pointed = Object.fromEntries(
    (error?.document.pointers ?? []).map(({ pointer, detail }) => [pointer.replace(/^\//, ''), detail]),
  )
  const wrong = { ...pointed, ...faults }
  const change = (name: string) => (value: unknown) => {
    setValues({ ...values, [name]: value })
    if (name in wrong) {
      setFaults(Object.fromEntries(Object.entries(faults).filter(([field]) => field !== name)))
      reset()
    }
  }
  return (
    <form className="dx-form" onSubmit={submit} noValidate aria-label={text(contract.title)}>
      <FormSummary title={t.summary} faults={faults} specs={specs} idOf={idOf} />
      {error && !theirs && <Refusal problem={error} fieldOf={(pointer) => fieldAt(pointer, specs, idOf, text)} />}
      {theirs && (
        <ConflictState
          theirs={theirs}
          mine={values}
          show={(name, value) => shownAs(kindIn(name), value, fields[name as keyof typeof fields], text)}
          titles={Object.fromEntries(specs.map(({ name, spec }) => [name, text(spec.title)]))}
          onTake={() => {
            setValues({ ...values, ...theirs.values })
            setRound(round + 1)
            setTheirs(undefined)
            reset()
          }}
          onKeep={() => {
            setTheirs(undefined)
            send(theirs.version)
          }}
        />
      )}
      {draft.told}
      {children}
      {specs.map(({ name, spec }) => {
        const schema = contract.input.shape[name] as z.ZodType
        return (
          <FormField
            key={`${name} ${round}`}
            id={idOf(name)}
            spec={spec}
            kind={kindIn(name)}
            optional={isOptional(schema)}
            value={values[name]}
            fault={wrong[name]}
            onChange={change(name)}
          />
        )
      })}
      <div className="dx-form-acts">
        <Button type="primary" htmlType="submit" loading={isPending}>
          {text(contract.title)}
        </Button>
        {onCancel && <Button onClick={onCancel}>{t.cancel}</Button>}
        <kbd>Ctrl Enter</kbd>
      </div>
    </form>
  )
}

function fieldAt(pointer: string, specs: Specs, idOf: (name: string) => string, text: ReturnType<typeof useText>) {
  const found = specs.find(({ name }) => `/${name}` === pointer)
  return found && { id: idOf(found.name), title: text(found.spec.title) }
}

/** What the person changed: a draft of it never brings back what the record said at the time. */
const typedIn = (values: Values, initial: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([name, value]) => value !== initial[name]))

const isEmpty = (value: unknown): boolean => value === '' || value === null || value === undefined

/** A field left empty was not given; one that was emptied is taken away, where the act knows how. */
function asGiven(values: Values, initial: Values = {}, { shape }: z.ZodObject): Values {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      if (!isEmpty(value)) return [[name, value]]
      const isTaken = !isEmpty(initial[name]) && (shape[name] as z.ZodType | undefined)?.safeParse(null).success
      return isTaken ? [[name, null]] : []
    }),
  )
}

/** A wire value as the form shows it. */
function shownAs(
  kind: FieldKind,
  value: unknown,
  spec: FieldSpec | undefined,
  text: ReturnType<typeof useText>,
): string | null {
  if (value === undefined || value === null || value === '') return null
  const written = typeof value === 'string' ? value : JSON.stringify(value)
  if (kind === 'amount' && /^-?\d+$/.test(written)) return `${formatYuan(BigInt(written))} 元`
  const option = spec?.options?.find((each) => each.value === value)
  return option ? text(option.title) : written
}
