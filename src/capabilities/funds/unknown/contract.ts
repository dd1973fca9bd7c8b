import { z } from 'zod'
import { label, type Label } from '#kernel/values/labels.ts'
import { PlainDateText } from '#kernel/values/wire.ts'

/** How old unclaimed money is, from the newest; what is to be done with it then, and by whom. */
export const unknownBands = {
  fresh: label('认领期内', 'Within the time to claim'),
  'to-month-end': label('月底前认领', 'To be claimed by the month’s end'),
  'over-month': label('超过1个月', 'Over a month'),
  'over-half-year': label('超过6个月', 'Over half a year'),
  'over-two-years': label('超过2年', 'Over two years'),
} as const satisfies Record<string, Label>
export type UnknownBand = keyof typeof unknownBands
export const unknownBandCodes = Object.keys(unknownBands) as [UnknownBand, ...UnknownBand[]]

export const nextActs = {
  match: label('核对附言和付款人，认领', 'Match memo and payer, claim'),
  ask: label('联系付款人和承办人，月底前认领', 'Ask payer and handlers, claim by the month’s end'),
  report: label('报告局长', 'Report to the director'),
  'trace-and-publish': label('查询付款银行，发认领公告', 'Ask the paying bank, publish a notice'),
  treasury: label('商财务是否上缴国库', 'Ask finance about the treasury'),
} as const satisfies Record<string, Label>
export type NextAct = keyof typeof nextActs

export const unknownOwners = {
  'money-officer': label('案款专员', 'Money officer'),
  director: label('局长', 'Director'),
} as const satisfies Record<string, Label>
export type UnknownOwner = keyof typeof unknownOwners

export const waysToTry = {
  call: label('联系付款人', 'Asked the payer'),
  'bank-query': label('查询付款银行', 'Asked the paying bank'),
  handlers: label('询问承办人', 'Asked the handlers'),
  notice: label('认领公告', 'Public notice'),
  other: label('其他', 'Other'),
} as const satisfies Record<string, Label>
export type WayToTry = keyof typeof waysToTry
const ways = Object.keys(waysToTry) as [WayToTry, ...WayToTry[]]

export const RecordTry = z.object({
  bankLineId: z.uuid(),
  how: z.enum(ways),
  /** What came of it; the text of a notice is written by the product and names nobody. */
  said: z.string().trim().min(2).max(300).optional(),
  nextOn: PlainDateText.optional(),
  /** Last day of a notice. */
  untilOn: PlainDateText.optional(),
})

export const LineTries = z.object({
  tries: z.array(
    z.object({
      tryId: z.uuid(),
      how: z.enum(ways),
      said: z.string(),
      nextOn: PlainDateText.nullable(),
      untilOn: PlainDateText.nullable(),
      triedOn: PlainDateText,
      triedBy: z.string(),
    }),
  ),
})
