import { noMoney } from '#kernel/values/money.ts'
import { z } from 'zod'
import { custodyCredit, penalties } from '../custody-credit.ts'
import { detentionCheck } from '../detention-check.ts'
import { detentionEnd } from '../detention-end.ts'
import { dishonestListing } from '../dishonest-listing.ts'
import { dishonestRemoval } from '../dishonest-removal.ts'
import { fineCheck } from '../fine-check.ts'
import { sentenceEnd } from '../sentence-end.ts'
import { summonsLimit } from '../summons-limit.ts'
import { terminationGate } from '../termination-gate.ts'
import { count, day, facts, listOf, maybe, moment, number, oneOf, text, wholeSum, yesNo } from './fields.ts'
import { type Calculator, calculator, dayText, dayTextOrNull, momentText, shown } from './outcome.ts'

/** A step without proof counts as not done, also where the contract names it. */
const done = maybe(yesNo).transform((value) => value ?? false)

const sanction = {
  presidentApproved: done,
  writtenDecision: done,
  sameActAlreadySanctioned: maybe(yesNo),
  newAct: maybe(yesNo),
}

/** Coercive measures, the dishonest list and the end of a round. */
export const measureCalculators = {
  detentionCheck: calculator(
    '司法拘留审查',
    'Detention check',
    facts({
      days: number,
      ...sanction,
      emergency: maybe(yesNo),
      peoplesDeputy: maybe(yesNo),
      deputyPermission: maybe(yesNo),
    }),
    ({ days, ...measure }) =>
      shown(detentionCheck({ ...measure, days: Number(days) }), ({ ok, reasons }) => ({ ok, reasons })),
  ),
  fineCheck: calculator(
    '罚款审查',
    'Fine check',
    facts({ subject: oneOf(['person', 'unit']), amountFen: number, ...sanction }),
    // A sum with less than a fen is in no range, and nothing is below every range.
    ({ amountFen, ...measure }) =>
      shown(fineCheck({ ...measure, amount: wholeSum(amountFen) ?? noMoney }), ({ ok, reasons }) => ({ ok, reasons })),
  ),
  detentionEnd: calculator(
    '拘留届满',
    'End of a detention',
    facts({ admittedAt: moment, days: count(1), convention: maybe(oneOf(['24h', 'calendar-inclusive'])) }),
    ({ admittedAt, days, convention }) =>
      shown(detentionEnd(admittedAt, days, convention), (release) => ({
        release: 'at' in release ? momentText(release.at) : dayText(release.lastDay),
      })),
  ),
  summonsLimit: calculator(
    '拘传询问时限',
    'Latest end of questioning',
    facts({ arrivedAt: moment, mayDetain: done }),
    ({ arrivedAt, mayDetain }) =>
      shown(summonsLimit(arrivedAt, mayDetain), (latestEnd) => ({ latestEnd: momentText(latestEnd) })),
  ),
  custodyCredit: calculator(
    '先行羁押折抵',
    'Custody credit',
    facts({
      penalty: oneOf(penalties),
      custodyDays: count(0),
      judicialDetentionDays: maybe(count(0)),
      creditJudicial: maybe(yesNo),
    }),
    (custody) => shown(custodyCredit(custody), (creditDays) => ({ creditDays })),
  ),
  sentenceEnd: calculator(
    '刑期届满日',
    'End of a sentence',
    facts({ start: day, months: maybe(count(1)), years: maybe(count(1)), creditDays: maybe(count(0)) }).transform(
      ({ months, years, ...rest }, context) => {
        if (months !== undefined && years === undefined) return { ...rest, term: { months } }
        if (years !== undefined && months === undefined) return { ...rest, term: { years } }
        context.addIssue(months === undefined ? '缺少必填项：months 或者 years' : 'months 与 years 只能填一项')
        return z.NEVER
      },
    ),
    ({ start, term, creditDays }) => shown(sentenceEnd({ start, term, creditDays }), (end) => ({ end: dayText(end) })),
  ),
  terminationGate: calculator(
    '终本条件审查',
    'Gate before ending a round',
    facts({
      noticeServed: maybe(yesNo),
      reportOrderServed: maybe(yesNo),
      reportVerified: maybe(yesNo),
      reportViolation: maybe(oneOf(['none', 'late', 'refused', 'false'])),
      reportViolationSanctioned: maybe(yesNo),
      restrictionIssued: maybe(yesNo),
      dishonestQualified: maybe(yesNo),
      dishonestListed: maybe(yesNo),
      networkQueried: maybe(yesNo),
      networkCovers: maybe(yesNo),
      cluesProvided: maybe(yesNo),
      cluesVerified: maybe(yesNo),
      fieldInvestigated: maybe(yesNo),
      concealment: maybe(yesNo),
      searched: maybe(yesNo),
      auditOrBountyPending: maybe(yesNo),
      assets: maybe(text),
      filedOn: maybe(day),
      decisionDate: maybe(day),
      debtorMissing: maybe(yesNo),
      debtorSought: maybe(yesNo),
      obstruction: maybe(yesNo),
      obstructionSanctioned: maybe(yesNo),
      crimeSuspected: maybe(yesNo),
      crimeReferred: maybe(yesNo),
      applicantInformed: maybe(yesNo),
      applicantSigned: maybe(yesNo),
      panelReviewed: maybe(yesNo),
      presidentApproved: maybe(yesNo),
    }),
    ({ decisionDate, ...steps }) =>
      shown(terminationGate({ ...steps, decisionOn: decisionDate }), ({ pass, reasons }) => ({ pass, reasons })),
  ),
  dishonestListing: calculator(
    '纳入失信名单审查',
    'Listing check',
    facts({
      grounds: listOf(z.literal([1, 2, 3, 4, 5, 6], { error: '应为1至6' })),
      decisionDate: day,
      presidentSigned: done,
      minor: maybe(yesNo),
      guarantee: maybe(yesNo),
      seizedSufficient: maybe(yesNo),
      laterInOrder: maybe(yesNo),
      violenceSevere: maybe(yesNo),
      extensionYears: maybe(number),
      severalRule: maybe(oneOf(['two-of-2-6', 'two-of-any'])),
      graceUntil: maybe(day),
    }),
    ({ decisionDate, extensionYears, ...listing }) =>
      shown(
        dishonestListing({
          ...listing,
          decisionOn: decisionDate,
          extensionYears: extensionYears === undefined ? undefined : Number(extensionYears),
        }),
        ({ mayList, termMonths, termEnd, reasons }) => ({
          mayList,
          termMonths,
          termEnd: dayTextOrNull(termEnd),
          reasons,
        }),
      ),
  ),
  dishonestRemoval: calculator(
    '删除失信信息审查',
    'Removal from the dishonest list',
    facts({ today: day, termEnd: maybe(day), events: listOf(facts({ code: text, date: day })) }),
    ({ today, termEnd, events }, calendar) =>
      shown(
        dishonestRemoval({ today, termEnd: termEnd ?? null, events }, calendar),
        ({ mustDelete, deleteBy, mayDeleteEarly, reason }) => ({
          mustDelete,
          deleteBy: dayTextOrNull(deleteBy),
          mayDeleteEarly,
          reason,
        }),
      ),
  ),
} satisfies Readonly<Record<string, Calculator>>
