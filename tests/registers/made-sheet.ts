import type { Field, Register } from '#capabilities/registers'

/** What a made line speaks of: the case, who owes in it, a member of staff, and a number unlike that of other lines. */
export type MadeLine = {
  readonly caseNumber: string
  readonly person: string
  readonly staff: string
  readonly at: number
}

const cells: Readonly<Record<Field['kind'], (line: MadeLine) => string>> = {
  running: ({ at }) => String(at),
  withheld: () => '甲',
  case: ({ caseNumber }) => caseNumber,
  person: ({ person }) => person,
  certificate: () => '',
  day: ({ at }) => `2025-01-0${2 + (at % 3)}`,
  time: () => '09:30',
  fen: () => '1000.00',
  integer: ({ at }) => String(3 + at),
  decimal: () => '12.5',
  text: ({ at }) => `某事${at}`,
  long: () => '某事的经过',
  choice: () => '',
  'yes-no': () => '是',
  list: () => '甲、乙、丙',
  'case-number': ({ caseNumber }) => caseNumber,
  staff: ({ staff }) => staff,
}

const cellOf = ({ kind, codes = {} }: Field, line: MadeLine): string =>
  kind === 'choice' ? (Object.keys(codes)[0] ?? '') : cells[kind](line)
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

type Made = { readonly fileName: string; readonly bytes: Uint8Array }
type Wanted = {
  readonly reversed?: boolean
  readonly open?: boolean
  /** What stands in every column of days that may lie ahead. */
  readonly ahead?: string
}

/**
 * A sheet of any register, made from its declaration under its own headings: with its columns in another order, or with
 * everything still open that a later step fills.
 */
export function madeSheet(
  { title, fields, steps = [] }: Register,
  lines: readonly MadeLine[],
  { reversed = false, open = false, ahead }: Wanted = {},
): Made {
  const later = new Set(open ? steps.flatMap((step) => [...step.fields, ...Object.keys(step.sets ?? {})]) : [])
  const columns = reversed ? Object.entries(fields).toReversed() : Object.entries(fields)
  const rows = lines.map((line) =>
    columns.map(([name, field]) =>
      later.has(name) && field.required !== true && field.kind !== 'case'
        ? ''
        : quoted(ahead !== undefined && field.ahead === true ? ahead : cellOf(field, line)),
    ),
  )
  const csv = [`${title.zh}台账`, columns.map(([, field]) => quoted(field.title.zh)), ...rows].join('\n')
  return { fileName: `${title.zh}.csv`, bytes: Buffer.from(csv) }
}
