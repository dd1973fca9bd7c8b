export type Operator = ':' | '>' | '<' | '>=' | '<='
export type QueryField = {
  readonly id: string
  readonly title: string
  readonly operators: readonly Operator[]
  /** A closed set of values; what is typed may be the beginning of one. */
  readonly options?: readonly { readonly value: string; readonly title: string }[]
}
export type Condition = { readonly field: string; readonly operator: Operator; readonly value: string }

const halfWidth: Readonly<Record<string, string>> = {
  '：': ':',
  '＞': '>',
  '＜': '<',
  '≥': '>=',
  '≤': '<=',
  '＝': '=',
}
const shape = /^(.+?)\s*(>=|<=|>|<|:|=)\s*(.+)$/

/** Reads `标的>100000` or `承办：王`, full width or half; `undefined` when it names no known field or value. */
export function parseCondition(typed: string, fields: readonly QueryField[]): Condition | undefined {
  const text = typed.trim().replaceAll(/[：＞＜≥≤＝]/g, (sign) => halfWidth[sign] ?? sign)
  const [, name = '', operator = '', given = ''] = shape.exec(text) ?? []
  const field =
    fields.find(({ title, id }) => title === name || id === name) ??
    fields.find(({ title }) => name !== '' && title.startsWith(name))
  const allowed = field?.operators.find((sign) => sign === (operator === '=' ? ':' : operator))
  if (!field || !allowed) return undefined
  const value = field.options ? field.options.find(({ title }) => title.startsWith(given))?.value : given
  return value === undefined ? undefined : { field: field.id, operator: allowed, value }
}

/** The text a colleague can paste: `承办:王某 标的>100000`. */
export const formatConditions = (conditions: readonly Condition[], fields: readonly QueryField[]): string =>
  conditions
    .map(({ field, operator, value }) => `${titleOf(field, fields)}${operator}${valueTitle(field, value, fields)}`)
    .join(' ')

export const titleOf = (id: string, fields: readonly QueryField[]): string =>
  fields.find((field) => field.id === id)?.title ?? id

export const valueTitle = (id: string, value: string, fields: readonly QueryField[]): string =>
  fields.find((field) => field.id === id)?.options?.find((option) => option.value === value)?.title ?? value
