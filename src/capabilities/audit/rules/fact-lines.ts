export type FactLine = { readonly name: string; readonly before: string | null; readonly value: string }

const sealedValue = /^a1\.[A-Za-z0-9_-]{20,}$/
const hidden = '（已加密）'

/**
 * The values of a fact one by one. A pair `before` and `after` becomes one line, whether the two are values or objects
 * of values. Personal values are sealed in the journal and stay so.
 */
export function factLines(fact: Readonly<Record<string, unknown>>): readonly FactLine[] {
  const { type: _type, before, after, ...rest } = fact
  const changed = 'after' in fact ? changedLines(before, after) : []
  const plain = Object.entries(rest).map(([name, value]) => ({ name, before: null, value: inWords(value) }))
  return [...changed, ...plain]
}

function changedLines(before: unknown, after: unknown): readonly FactLine[] {
  if (!isRecord(before) || !isRecord(after)) return [{ name: 'after', before: inWords(before), value: inWords(after) }]
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  // Two sealed values may or may not be the same; that they were touched is shown.
  return names
    .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
    .map((name) => ({ name, before: inWords(before[name]), value: inWords(after[name]) }))
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function inWords(value: unknown): string {
  if (value === null || value === undefined) return '—'
  if (value === true) return '是'
  if (value === false) return '否'
  if (typeof value === 'string') return sealedValue.test(value) ? hidden : value
  if (Array.isArray(value)) return value.map(inWords).join('、')
  if (isRecord(value)) {
    return Object.entries(value)
      .map(([name, inner]) => `${name} ${inWords(inner)}`)
      .join('，')
  }
  return JSON.stringify(value)
}
