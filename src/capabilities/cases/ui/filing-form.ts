import { z } from 'zod'
import { newId } from '#kernel/values/ids.ts'
import type { Label } from '#kernel/values/labels.ts'
import { faultsOf } from '#web/components/form-fields.ts'
import { FileCase, type KnownParties } from '../contract.ts'

type Values = Readonly<Record<string, unknown>>
/** A line of a list in the form, with a key of its own so that removing one keeps the others as they are. */
const Line = z.object({ key: z.string(), values: z.record(z.string(), z.unknown()) })
export type Line = Readonly<z.output<typeof Line>>

/** The whole form, as it is typed and as a draft keeps it. */
export const Filing = z.object({
  values: z.record(z.string(), z.unknown()),
  claimItems: z.array(Line).readonly(),
  parties: z.array(Line).readonly(),
  links: z.array(Line).readonly(),
})
export type Filing = Readonly<z.output<typeof Filing>>
export type FilingList = 'claimItems' | 'parties' | 'links'

const line = (values: Values): Line => ({ key: newId(), values })
export const emptyClaim = (): Line => line({ kind: 'principal' })
export const emptyParty = (role: string): Line => line({ role, kind: 'person' })
export const emptyLink = (): Line => line({ relation: 'related' })

export const firstFiling = (today: Temporal.PlainDate): Filing => ({
  values: { typeCode: '执', receivedOn: today.toString(), filedOn: today.toString(), flags: [] },
  claimItems: [emptyClaim()],
  parties: [emptyParty('applicant'), emptyParty('debtor')],
  links: [],
})

export type Read =
  | { readonly ok: true; readonly filing: FileCase }
  | { readonly ok: false; readonly faults: Readonly<Record<string, Label>> }

/** The form as the command reads it, or what is wrong at which place: `/parties/1/name`. */
export function readFiling(form: Filing, caseId: string): Read {
  const read = FileCase.safeParse({
    caseId,
    ...filled(form.values),
    claimItems: form.claimItems.map(({ values }) => filled(values)),
    parties: form.parties.map(({ values }) => filled(values)),
    links: form.links.map(({ values }) => filled(values)),
  })
  if (read.success) return { ok: true, filing: read.data }
  const details = faultsOf(read.error)
  return {
    ok: false,
    faults: Object.fromEntries(
      read.error.issues.map(({ path }, at) => [
        `/${path.map(String).join('/')}`,
        details[at]?.detail ?? { zh: '请核对', en: 'Check' },
      ]),
    ),
  }
}

/** A party as it stands in the register; the identifier stays there. */
export const chosenFrom = (values: Values, { partyId, name, kind }: KnownParties['rows'][number]): Values => ({
  ...values,
  partyId,
  name,
  kind,
  idNumber: '',
})

export const withoutChoice = ({ partyId: _chosen, ...typed }: Values): Values => typed

/** One field typed. Another name or number is another person than the one chosen. */
export const typedInto = (values: Values, name: string, value: unknown): Values => ({
  ...(name === 'name' || name === 'idNumber' ? withoutChoice(values) : values),
  [name]: value,
})

/** A field left empty was not given. */
const filled = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== '' && value !== null && value !== undefined),
  )
