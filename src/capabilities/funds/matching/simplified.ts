import signs from './traditional-signs.json' with { type: 'json' }

const simplified = [...signs.simplified]
const table: ReadonlyMap<string, string> = new Map(
  [...signs.traditional].map((sign, at) => [sign, simplified[at] ?? sign]),
)
const traditional = new RegExp(`[${signs.traditional}]`, 'g')

/** 執 as 执, sign by sign: what people of Taiwan and Hong Kong write into a payment is read like any other. */
export const inSimplified = (text: string): string => text.replaceAll(traditional, (sign) => table.get(sign) ?? sign)
