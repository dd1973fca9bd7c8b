export type Digits<T> = T extends bigint
  ? string
  : T extends readonly (infer Item)[]
    ? Digits<Item>[]
    : T extends object
      ? { [K in keyof T]: Digits<T[K]> }
      : T

/** Money as digits, for the wire and the command line. */
export function digits<T>(value: T): Digits<T>
export function digits(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString()
  if (Array.isArray(value)) return value.map((inner: unknown) => digits(inner))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, digits(inner as unknown)]))
}
