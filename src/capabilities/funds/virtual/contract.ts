import { PlainDateText } from '#kernel/values/wire.ts'
import { z } from 'zod'

export const GiveVirtualAccount = z.object({
  /** A debtor of the case who gets a number of his own; without it the number is the case's. */
  partyId: z.uuid().optional(),
  /** Where the bank gives the numbers itself. Without it the next one under the court's prefix is taken. */
  number: z
    .string()
    .trim()
    .regex(/^[\d\s-]{6,40}$/, { error: '应为数字账号' })
    .optional(),
})

/** The numbers of a case, and what a notice to pay says of them. */
export const VirtualAccounts = z.object({
  caseNumber: z.string(),
  accounts: z.array(
    z.object({
      number: z.string(),
      debtor: z.string().nullable(),
      bank: z.string(),
      holder: z.string(),
      givenOn: PlainDateText,
      /** To be printed on the notice as it stands. */
      notice: z.string(),
    }),
  ),
  /** Why no number can be given by itself yet; null when the court has set its prefix. */
  lacking: z.string().nullable(),
})
