/** A plain value of a row or an input, whose kind a schema has settled long before, as text. */
export const plainText = (value: unknown): string => String(value)
