import { z } from 'zod'
import { FenText, PlainDateText } from '#kernel/values/wire.ts'

/** What the court owes to whom, as the accounts stand at the end of a day. */
export const Composition = z.object({
  unpaidKnown: FenText,
  refundsDue: FenText,
  feesHeld: FenText,
  unknown: FenText,
  guarantees: FenText,
  auctionDeposits: FenText,
  interest: FenText,
  fines: FenText,
  bounties: FenText,
  deposited: FenText,
})
export const Difference = z.object({
  /** By which it is known again when it is explained. */
  key: z.string(),
  kind: z.enum(['unexplained', 'not-on-statement', 'bank-says-otherwise', 'lines-missing']),
  bankLineId: z.uuid().nullable(),
  on: PlainDateText.nullable(),
  amountFen: FenText,
  text: z.string(),
  /** Paid by the books on a day that no statement reaches yet. */
  inTransit: z.boolean(),
  /** What somebody found out about it, for this amount. */
  said: z.string().nullable(),
})
export const BankSide = z.object({
  bankAccountId: z.uuid(),
  title: z.string(),
  numberMasked: z.string(),
  /** By the court's books, and by the last balance of the bank's statement; null where no statement reaches that day. */
  booksFen: FenText,
  statedFen: FenText.nullable(),
})
export const DayEnd = z.object({
  day: PlainDateText,
  bankFen: FenText,
  owedFen: FenText,
  caseFen: FenText,
  suspenseFen: FenText,
  differenceFen: FenText,
  balanced: z.boolean(),
  composition: Composition,
  accounts: z.array(BankSide),
  differences: z.array(Difference),
  closedOn: z.string().nullable(),
})
export const DayQuestion = z.object({ day: PlainDateText })

export const MonthQuestion = z.object({ month: z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/) })
export const UnknownItem = z.object({
  bankLineId: z.uuid().nullable(),
  serial: z.string().nullable(),
  on: PlainDateText.nullable(),
  amountFen: FenText,
  peerName: z.string().nullable(),
  memo: z.string().nullable(),
  /** Days since it came. */
  age: z.int().nullable(),
})
export const RegisterDifference = z.object({ serial: z.string(), text: z.string() })
export const MonthEnd = z.object({
  month: z.string(),
  openingFen: FenText,
  inFen: FenText,
  outFen: FenText,
  closingFen: FenText,
  /** Every day on which something moved. */
  days: z.array(
    z.object({
      day: PlainDateText,
      bankFen: FenText,
      statedFen: FenText.nullable(),
      differenceFen: FenText,
      closed: z.boolean(),
    }),
  ),
  end: DayEnd,
  unknown: z.object({ count: z.int(), amountFen: FenText, items: z.array(UnknownItem) }),
  /** 月末不明款清零. */
  unknownIsZero: z.boolean(),
  registerDifferences: z.array(RegisterDifference),
})

export const OverdueQuestion = z.object({ asOf: PlainDateText, from: PlainDateText.optional() })
export const OverdueItem = z.object({
  claimId: z.uuid(),
  receiptId: z.string().nullable(),
  caseNo: z.string().nullable(),
  arrival: PlainDateText,
  clockStart: PlainDateText,
  claimedFromUnknown: z.boolean(),
  paidOn: PlainDateText.nullable(),
  days: z.int(),
  amountFen: FenText,
  serial: z.string().nullable(),
  reason: z.string().nullable(),
})
const Group = z.object({ count: z.int(), amountFen: FenText, stillUnpaid: z.int(), items: z.array(OverdueItem) })
export const Overdue = z.object({
  asOf: PlainDateText,
  from: PlainDateText,
  limitDays: z.int(),
  overdue: Group,
  deferred: Group,
})

export const CloseDay = z.object({
  day: PlainDateText,
  /** Each difference by its key, with what was found out about it. */
  explained: z
    .array(z.object({ key: z.string().max(120), text: z.string().trim().min(2).max(300) }))
    .max(200)
    .default([]),
})
export type DayEnd = z.output<typeof DayEnd>

export const ExplainDifference = z.object({
  day: PlainDateText,
  key: z.string().max(120),
  text: z.string().trim().min(2).max(300),
})

/** Whether money may be released today, and what of the day before stands in its way. */
export const ReleaseStanding = z.object({
  today: PlainDateText,
  day: PlainDateText,
  released: z.boolean(),
  open: z.array(z.object({ key: z.string(), amountFen: FenText, text: z.string() })),
  because: z
    .object({
      title: z.object({ zh: z.string(), en: z.string() }),
      detail: z.object({ zh: z.string(), en: z.string() }),
      rule: z.string().nullable(),
      href: z.string(),
    })
    .nullable(),
})
