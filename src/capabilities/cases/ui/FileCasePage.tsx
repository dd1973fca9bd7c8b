import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useEffect, useId, useRef, useState, type FormEvent, type ReactNode } from 'react'
import type { z } from 'zod'
import { newId } from '#kernel/values/ids.ts'
import { label } from '#kernel/values/labels.ts'
import { rowsOptions, useCommand } from '#web/api.ts'
import { useAnnounce } from '#web/components/Announcer.tsx'
import { CaseNumber } from '#web/components/CaseNumber.tsx'
import { FormField, type FieldSpec } from '#web/components/FormField.tsx'
import { isOptional, kindOf } from '#web/components/form-fields.ts'
import { Message } from '#web/components/Message.tsx'
import { PageHead } from '#web/components/PageHead.tsx'
import { Refusal } from '#web/components/Refusal.tsx'
import { useDraft } from '#web/components/useDraft.tsx'
import { useKeys } from '#web/keys/useKeys.tsx'
import { useLabels, useText } from '#web/language.ts'
import { useGo } from '#web/navigation.ts'
import { useSession } from '#web/session.ts'
import { caseTypes } from '../case-types.ts'
import { ClaimItem, FileCase, NamedPartyInput } from '../contract.ts'
import { caseList, fileCase } from './api.ts'
import {
  emptyClaim,
  emptyLink,
  emptyParty,
  firstFiling,
  readFiling,
  typedInto,
  Filing,
  type FilingList,
  type Line,
} from './filing-form.ts'
import { KnownParty } from './KnownParty.tsx'
import { claimKindLabels, kindLabels, relationLabels, roleLabels } from './labels.ts'
import './cases.css'
import '#web/components/form.css'

const labels = {
  title: label('执行立案', 'File a case'),
  file: label('立案', 'File'),
  basis: label('执行依据', 'Basis'),
  parties: label('当事人', 'Parties'),
  claims: label('执行内容', 'Claim items'),
  links: label('关联案件', 'Linked cases'),
  flags: label('标记', 'Flags'),
  addApplicant: label('加申请执行人', 'Add an applicant'),
  addDebtor: label('加被执行人', 'Add a debtor'),
  addClaim: label('加一项', 'Add an item'),
  addLink: label('加关联案件', 'Add a link'),
  remove: label('去掉', 'Remove'),
  summary: label('还有几处要改', 'A few things to correct'),
  known: label('同一依据已立过案：', 'This basis was filed before: '),
  filed: label('已立案', 'Filed'),
} as const

const choices = (titles: Readonly<Record<string, FieldSpec['title']>>) =>
  Object.entries(titles).map(([value, title]) => ({ value, title }))

type Fields = Readonly<Record<string, FieldSpec>>

const basisFields: Fields = {
  typeCode: { title: label('案件类型', 'Type'), options: choices(caseTypes) },
  receivedOn: { title: label('收案日期', 'Received') },
  filedOn: { title: label('立案日期', 'Filed') },
  cause: { title: label('案由', 'Cause') },
  basisNumber: { title: label('依据文号', 'Number of the basis') },
  basisIssuer: { title: label('作出机关', 'Issued by') },
  town: { title: label('被执行人所在乡镇', 'Town') },
  livelihood: { title: label('涉民生类别', 'Livelihood') },
}
const partyFields: Fields = {
  role: { title: label('身份', 'Role'), options: choices(roleLabels).filter(({ value }) => value !== 'objector') },
  name: { title: label('姓名或名称', 'Name') },
  kind: { title: label('类别', 'Kind'), options: choices(kindLabels) },
  idNumber: { title: label('证件号', 'Identifier') },
  phone: { title: label('电话', 'Phone') },
}
const claimFields: Fields = {
  kind: { title: label('种类', 'Kind'), options: choices(claimKindLabels) },
  amountFen: { title: label('金额', 'Amount') },
  quoted: { title: label('判项原文', 'The sentence of the judgment'), kind: 'long' },
}
const linkFields: Fields = {
  number: { title: label('案号', 'Number') },
  relation: { title: label('关系', 'Relation'), options: choices(relationLabels) },
}
const LinkInput = FileCase.shape.links.unwrap().element

/** U18 执行立案: basis, parties, claim items. One number is given when it is filed, without gaps. */
export function FileCasePage() {
  const t = useLabels(labels)
  const text = useText()
  const id = useId()
  const go = useGo()
  const announce = useAnnounce()
  const { today } = useSession()
  const caseId = useRef(newId())
  const draft = useDraft<typeof Filing, Filing>({
    form: 'cases.file',
    schema: Filing,
    fresh: () => firstFiling(today),
    pack: (typed) => typed,
    unpack: (kept) => kept,
  })
  const { value: form, setValue: setForm } = draft
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({})
  const { mutate, error, isPending, reset } = useCommand(fileCase)
  const idOf = (place: string) => `${id}${place.replaceAll('/', '-')}`
  const submit = (event?: FormEvent) => {
    event?.preventDefault()
    const read = readFiling(form, caseId.current)
    if (!read.ok)
      return setFaults(Object.fromEntries(Object.entries(read.faults).map(([place, why]) => [place, text(why)])))
    setFaults({})
    return mutate(
      { input: read.filing },
      {
        onSuccess: ({ answer }) => {
          draft.drop()
          announce(`${t.filed} ${answer.caseNumber}`)
          go(`/cases/${answer.caseId}`)
        },
      },
    )
  }
  useKeys('record', [{ keys: 'mod+enter', title: labels.file, run: () => submit() }])
  const pointed = Object.fromEntries((error?.document.pointers ?? []).map(({ pointer, detail }) => [pointer, detail]))
  const wrong = { ...pointed, ...faults }
  const touched = (place: string) => {
    if (error) reset()
    if (place in faults) setFaults(Object.fromEntries(Object.entries(faults).filter(([key]) => key !== place)))
  }
  const setValue = (name: string, value: unknown) => {
    setForm({ ...form, values: { ...form.values, [name]: value } })
    touched(`/${name}`)
  }
  const change = (list: FilingList, at: number, name: string, value: unknown) => {
    const lines = form[list].map((line, index) =>
      index === at ? { ...line, values: typedInto(line.values, name, value) } : line,
    )
    setForm({ ...form, [list]: lines })
    touched(`/${list}/${at}/${name}`)
  }
  const fill = (list: FilingList, at: number, values: Line['values']) =>
    setForm({ ...form, [list]: form[list].map((line, index) => (index === at ? { ...line, values } : line)) })
  const add = (list: FilingList, line: Line) => setForm({ ...form, [list]: [...form[list], line] })
  const remove = (list: FilingList, at: number) => {
    setForm({ ...form, [list]: form[list].filter((_line, index) => index !== at) })
    setFaults({})
  }
  const part = (list: FilingList, fields: Fields, schema: z.ZodObject) =>
    form[list].map((line, at) => (
      <LinePart
        key={line.key}
        line={line}
        fields={fields}
        schema={schema}
        place={`/${list}/${at}`}
        idOf={idOf}
        wrong={wrong}
        removable={list === 'links' || form[list].length > 1}
        onChange={(name, value) => change(list, at, name, value)}
        onRemove={() => remove(list, at)}
        below={list === 'parties' && <KnownParty line={line} onFill={(values) => fill(list, at, values)} />}
      />
    ))
  return (
    <>
      <PageHead
        title={t.title}
        actions={
          <Button type="primary" loading={isPending} onClick={() => submit()}>
            {t.file}
          </Button>
        }
      />
      <form className="dx-case-form" onSubmit={submit} noValidate aria-label={t.title}>
        {draft.told}
        <Summary faults={faults} idOf={idOf} />
        {error && (
          <Refusal problem={error} fieldOf={(pointer) => ({ id: idOf(pointer), title: titleAt(pointer, text) })} />
        )}
        <fieldset>
          <legend>{t.basis}</legend>
          <div className="dx-case-grid">
            {Object.entries(basisFields).map(([name, spec]) => (
              <PlacedField
                key={name}
                name={name}
                spec={spec}
                schema={FileCase}
                id={idOf(`/${name}`)}
                value={form.values[name]}
                fault={wrong[`/${name}`]}
                onChange={(value) => setValue(name, value)}
              />
            ))}
            <FormField
              id={idOf('/flags')}
              spec={{
                title: labels.flags,
                control: ({ id: fieldId }) => (
                  <Select
                    id={fieldId}
                    mode="multiple"
                    value={Array.isArray(form.values['flags']) ? form.values['flags'] : []}
                    onChange={(value) => setValue('flags', value)}
                    options={['重大', '敏感', '涉稳'].map((flag) => ({ value: flag, label: flag }))}
                  />
                ),
              }}
              kind="choice"
              optional
              value={form.values['flags']}
              fault={wrong['/flags']}
              onChange={() => {}}
            />
          </div>
          <KnownBasis number={form.values['basisNumber']} />
        </fieldset>
        <fieldset>
          <legend>{t.parties}</legend>
          {part('parties', partyFields, NamedPartyInput)}
          <AddButtons>
            <Button size="small" onClick={() => add('parties', emptyParty('applicant'))}>
              {t.addApplicant}
            </Button>
            <Button size="small" onClick={() => add('parties', emptyParty('debtor'))}>
              {t.addDebtor}
            </Button>
          </AddButtons>
        </fieldset>
        <fieldset>
          <legend>{t.claims}</legend>
          {part('claimItems', claimFields, ClaimItem)}
          <AddButtons>
            <Button size="small" onClick={() => add('claimItems', emptyClaim())}>
              {t.addClaim}
            </Button>
          </AddButtons>
        </fieldset>
        <fieldset>
          <legend>{t.links}</legend>
          {part('links', linkFields, LinkInput)}
          <AddButtons>
            <Button size="small" onClick={() => add('links', emptyLink())}>
              {t.addLink}
            </Button>
          </AddButtons>
        </fieldset>
      </form>
    </>
  )
}

const AddButtons = ({ children }: { readonly children: ReactNode }) => (
  <div className="dx-row" style={{ paddingTop: 8 }}>
    {children}
  </div>
)

type PlacedProps = {
  readonly name: string
  readonly spec: FieldSpec
  readonly schema: z.ZodObject
  readonly id: string
  readonly value: unknown
  readonly fault: string | undefined
  readonly onChange: (value: unknown) => void
}

function PlacedField({ name, spec, schema, ...rest }: PlacedProps) {
  const field = schema.shape[name] as z.ZodType
  return <FormField spec={spec} kind={spec.kind ?? kindOf(field)} optional={isOptional(field)} {...rest} />
}

type LineProps = {
  readonly line: Line
  readonly fields: Fields
  readonly schema: z.ZodObject
  readonly place: string
  readonly idOf: (place: string) => string
  readonly wrong: Readonly<Record<string, string | undefined>>
  readonly removable: boolean
  readonly onChange: (name: string, value: unknown) => void
  readonly onRemove: () => void
  readonly below?: ReactNode
}

function LinePart({ line, fields, schema, place, idOf, wrong, removable, onChange, onRemove, below }: LineProps) {
  const t = useLabels(labels)
  return (
    <div className="dx-case-part">
      <div className="dx-case-grid">
        {Object.entries(fields).map(([name, spec]) => (
          <PlacedField
            key={name}
            name={name}
            spec={spec}
            schema={schema}
            id={idOf(`${place}/${name}`)}
            value={line.values[name]}
            fault={wrong[`${place}/${name}`]}
            onChange={(value) => onChange(name, value)}
          />
        ))}
      </div>
      {below}
      {removable && (
        <Button type="link" size="small" onClick={onRemove}>
          {t.remove}
        </Button>
      )}
    </div>
  )
}

type SummaryProps = {
  readonly faults: Readonly<Record<string, string>>
  readonly idOf: (place: string) => string
}

function Summary({ faults, idOf }: SummaryProps) {
  const t = useLabels(labels)
  const text = useText()
  const box = useRef<HTMLDivElement>(null)
  const found = Object.entries(faults)
  useEffect(() => {
    if (Object.keys(faults).length > 0) box.current?.focus()
  }, [faults])
  if (found.length === 0) return null
  return (
    <div className="dx-form-summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{t.summary}</h2>
      <ul>
        {found.map(([place, why]) => (
          <li key={place}>
            <a href={`#${idOf(place)}`}>
              {titleAt(place, text)}：{why}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

const lists: Readonly<Record<string, Fields>> = { parties: partyFields, claimItems: claimFields, links: linkFields }

/** 当事人 2 姓名或名称: what a place in the form is called. */
function titleAt(place: string, text: ReturnType<typeof useText>): string {
  const [list = '', at, name = ''] = place.split('/').slice(1)
  const own = basisFields[list]
  if (own) return text(own.title)
  const heads = { parties: labels.parties, claimItems: labels.claims, links: labels.links, flags: labels.flags }
  const head = heads[list as keyof typeof heads]
  const field = lists[list]?.[name]
  return [head ? text(head) : list, at === undefined ? '' : Number(at) + 1, field ? text(field.title) : '']
    .filter((part) => part !== '')
    .join(' ')
}

/** An earlier case on the same basis, before a second one is made. */
function KnownBasis({ number }: { readonly number: unknown }) {
  const t = useLabels(labels)
  const wanted = typeof number === 'string' ? number.trim() : ''
  const { data } = useInfiniteQuery({ ...rowsOptions(caseList, { basisNumber: wanted }), enabled: wanted.length > 6 })
  const known = data?.pages[0]?.rows ?? []
  if (known.length === 0) return null
  return (
    <Message tone="info" role="status">
      {t.known}
      {known.slice(0, 3).map(({ caseId, caseNumber }) => (
        <CaseNumber key={caseId} number={caseNumber} href={`/cases/${caseId}`} hang={false} />
      ))}
    </Message>
  )
}
