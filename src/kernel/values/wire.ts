import { z } from 'zod'
import { day, isDay } from './dates.ts'
import { fen } from './money.ts'

/** Digits on the wire, `Fen` inside. */
export const FenText = z.codec(
  z.string().regex(/^-?\d{1,18}$/),
  z.custom<ReturnType<typeof fen>>((v) => typeof v === 'bigint'),
  {
    decode: (text) => fen(BigInt(text)),
    encode: (amount) => amount.toString(),
  },
)

/** `2026-03-01` on the wire, `Temporal.PlainDate` inside; a day that does not exist is refused. */
export const PlainDateText = z.codec(
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .refine(isDay, { error: '没有这一天' })
    .meta({ format: 'date' }),
  z.instanceof(Temporal.PlainDate),
  { decode: (text) => day(text), encode: (date) => date.toString() },
)
