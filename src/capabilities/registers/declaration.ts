import type { Fen } from '#kernel/values/money.ts'
import type { Label } from '#kernel/values/labels.ts'

/**
 * What one field of a register holds. `running` numbers the rows of a sheet and is not kept; `withheld` is what a sheet may
 * name and the register must not know, such as who called: its cells are read past. `case`, `person` and `certificate` say
 * which case and whom an entry is about; each stands at most once in a register. So does `staff`: the person of the court,
 * by name, who must see to it and therefore sees it.
 */
export type FieldKind =
  | 'running'
  | 'withheld'
  | 'case'
  | 'person'
  | 'certificate'
  | 'day'
  | 'time'
  | 'fen'
  | 'integer'
  | 'decimal'
  | 'text'
  | 'long'
  | 'choice'
  | 'yes-no'
  | 'list'
  | 'case-number'
  | 'staff'

export type Field = {
  readonly kind: FieldKind
  /** The heading in the bureau's own words. */
  readonly title: Label
  /** Other headings that mean the same. */
  readonly synonyms?: readonly string[]
  readonly required?: boolean
  /** Choice: each value with the other ways of writing it. */
  readonly codes?: Readonly<Record<string, readonly string[]>>
  /** A day that may lie ahead, such as the end of a term. */
  readonly ahead?: boolean
  /** Money and yes-no: an empty cell of a sheet means none, and no. */
  readonly emptyIsNone?: boolean
  /** Not among the columns of the list until somebody wants it. */
  readonly aside?: boolean
  /** Text that the register gives by itself when nobody typed it: `ZX110-{day}-{nnn}`, the day and the next number of it. */
  readonly numbered?: string
  /** Reckoned by the room (`complete`), never typed. */
  readonly computed?: boolean
}

/** What several entries may have in common and is counted once: 件案件, 人, 期, 批. */
export type Shared = {
  readonly unit: Label
  /** Its numbers begin anew with each year of this day. */
  readonly anewBy?: string
}

/** Something that happens to an entry later: a detention decided is delivered, and released. */
export type Step = {
  /** `deliver`: the command is `measures.deliver-detention`. */
  readonly act: string
  /** `delivered`: the fact is `measures.detention-delivered`. */
  readonly done: string
  readonly title: Label
  /** The day on which it happened. The step is taken once this is filled. */
  readonly day: string
  /** All fields that the step fills, its day first. */
  readonly fields: readonly string[]
  /** What it says by being taken: that a debtor is controlled. Nobody types it. */
  readonly sets?: Readonly<Record<string, boolean | string>>
  /** May be taken again and moves what was stated from the start: a renewal and the end of a term. */
  readonly again?: boolean
  /** May lie before the entry itself: a notice served with the judgment. */
  readonly mayPrecede?: boolean
}

/** A list narrowed beforehand, as the tabs above it offer. */
export type View = { readonly id: string; readonly title: Label; readonly filter: Narrowing }
export type Narrowing = Readonly<Record<string, string | boolean>>

/**
 * A register the bureau keeps: its nouns, its columns in the order of its sheet, and what may happen to an entry. Plain
 * data, shared by server and browser; contract, table, list, form, ledger, timeline and figures follow from it.
 */
export type Register = {
  /** The room's folder, `measures`. */
  readonly room: string
  /** The noun, `detention`: in subjects, commands and as the kind of its ledger. */
  readonly name: string
  /** The list: `measures.detentions`. */
  readonly plural: string
  readonly title: Label
  /** 件, 人次, 条: what one entry counts as. */
  readonly unit: Label
  /** What several entries may share and a figure counts once, by its field: cases, persons, issues, batches. */
  readonly apart?: Readonly<Record<string, Shared>>
  /** A debtor of a case, a case, a case if one is named, or the court's own affairs. */
  readonly about: 'debtor' | 'case' | 'case-if-any' | 'court'
  /** Words by which file, sheet or title line hint at its ledger. */
  readonly hints: readonly string[]
  /** The fields that name an entry together; equal ones are repeats. */
  readonly key: readonly string[]
  /** The day field by which entries are ordered and told on a timeline. */
  readonly day: string
  /** The field that tells an entry in a line of the timeline. */
  readonly told?: string
  readonly fields: Readonly<Record<string, Field>>
  readonly steps?: readonly Step[]
  readonly views?: readonly View[]
  /** Entries may lie before the filing of their case: clues, preservations. */
  readonly mayPrecedeFiling?: boolean
  /** Entries are made after their case was closed as a matter of course: news of a debtor, restrictions lifted. */
  readonly mayFollowClosing?: boolean
  /** Its cases may be older than the register of cases: one that is not on record is no contradiction. */
  readonly mayBeUnregistered?: boolean
  /** Entries that another room tells already, by what a field of them says: they stand on no timeline. */
  readonly toldElsewhere?: Readonly<Record<string, string>>
  /** What the law has against an entry depends on how old the debtor is. */
  readonly asksAge?: boolean
  /** The permission to read it, where it is not the room's; then it is not told on the timeline of a case either. */
  readonly readBy?: string
}

/** What menu and acts are named by. The browser's first load holds these; `whole` brings the rest of a register. */
export type RegisterHead = Pick<Register, 'room' | 'name' | 'plural' | 'title' | 'readBy'> & {
  readonly steps?: readonly Pick<Step, 'act' | 'title'>[]
  readonly whole: () => Promise<Register>
}

type ValueOf<F extends Field> = F['kind'] extends 'fen'
  ? Fen | null
  : F['kind'] extends 'integer'
    ? number | null
    : F['kind'] extends 'yes-no'
      ? boolean | null
      : F['kind'] extends 'list'
        ? readonly string[]
        : string | null

/** An entry as its ledger states it: days and moments as ISO text, money in fen. */
export type EntryOf<R extends Register> = { readonly [K in keyof R['fields']]: ValueOf<R['fields'][K]> }

/** Fields that an entry keeps in columns of its own. */
const keptElsewhere: ReadonlySet<FieldKind> = new Set(['running', 'withheld', 'case', 'person', 'certificate'])

/** Whether an entry tells it at all. */
export const isKept = ({ kind }: Pick<Field, 'kind'>): boolean => kind !== 'running' && kind !== 'withheld'

export const ownFields = ({ fields }: Register): readonly (readonly [string, Field])[] =>
  Object.entries(fields).filter(([, { kind }]) => !keptElsewhere.has(kind))

/** The field of a kind that stands at most once. */
export const fieldOf = ({ fields }: Register, kind: FieldKind): string | undefined =>
  Object.keys(fields).find((field) => fields[field]?.kind === kind)

/** What a person may state of an entry. */
export const typedFieldsOf = (register: Register): readonly (readonly [string, Field])[] =>
  ownFields(register).filter(([, { computed }]) => computed !== true)

/** Fields that are filled when an entry is made, not by a later step. */
export function firstFields(register: Register): readonly (readonly [string, Field])[] {
  const later = laterFields(register)
  return typedFieldsOf(register).filter(([field]) => !later.has(field))
}

/** What only a step fills. One that may be taken again also changes what was stated from the start. */
export const laterFields = ({ steps = [] }: Register): ReadonlySet<string> =>
  new Set(steps.flatMap(({ fields, day, again, sets = {} }) => [...(again ? [day] : fields), ...Object.keys(sets)]))

export const tableOf = ({ room, name }: Register): string => `${room}_${name}`.replaceAll('-', '_')
/** The page of its list; an entry opens beside it. */
export const pathOf = ({ room, plural }: Pick<Register, 'room' | 'plural'>): `/${string}` => `/${room}/${plural}`
export const entryHref = (register: Register, entryId: string): string => `${pathOf(register)}?open=${entryId}`
export const columnOf = (field: string): string => field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
