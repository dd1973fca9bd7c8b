import { z } from 'zod'
import { checksFor, type EntryCheck } from '#capabilities/registers'
import { day, formatDayZh, isBefore } from '#kernel/values/dates.ts'
import { monthsAfter } from '#law/day-number.ts'
import { listingTerm } from '#law/parameters.ts'
import { parameter, valueOn } from '#law/parameter.ts'
import { ruleDeadline } from '#law/rule-deadline.ts'
import { firstDayOf, ruleOn } from '#law/rules.ts'
import { consumptionLimit, dishonestListing, exitBan, search } from '../registers/restrictions.ts'

const withoutTerm = '有履行能力而拒不履行生效法律文书确定义务'
const byForce = '以伪造证据、暴力、威胁等方法妨碍、抗拒执行'
const noTerm = '无固定期限'
/** Years that a listing runs, by the words of the register. */
const years: Readonly<Record<string, number>> = { 二年: 2, 三年: 3, 四年: 4, 五年: 5 }
const fullAge = 18
/** The applicant at whose wish somebody was deleted does not have him listed again for so long. */
const relistBlock = parameter('dishonest.relist-block', '月', (value) => z.int().positive().parse(value))
const termsSince = firstDayOf(ruleOn('dishonest.term').rule)?.toString() ?? ''

/** Early deletion is for who performed or mended; other causes end only listings without a term (法释〔2017〕7号 art. 10). */
const endsATerm: ReadonlySet<string> = new Set(['履行完毕', '达成和解', '纠错', '期限届满'])

type Listed = { readonly listedOn: string | null; readonly ground: string | null; readonly term: string | null }

const hasTerm = ({ ground }: Listed): boolean => ground !== null && ground !== withoutTerm

/** The day on which a listing with a term ends; none for one without. */
function termEnd(listed: Listed): Temporal.PlainDate | undefined {
  const { listedOn, term } = listed
  const stated = term === null ? undefined : years[term]
  if (listedOn === null || stated === undefined || !hasTerm(listed)) return undefined
  return monthsAfter(day(listedOn), 12 * stated)
}

/** Grounds 2 to 6 carry a term, ground 1 none; the reason must be one of the six (法释〔2017〕7号 arts. 1, 2). */
export const listingChecks = checksFor(dishonestListing, [
  {
    code: 'W_LISTED_MINOR',
    kind: 'unlawful',
    field: 'person',
    rule: 'dishonest.minor',
    needs: 'case',
    find: ({ listedOn, person }, { around }) => {
      const born = around?.debtor?.bornOn ?? null
      return born !== null && listedOn !== null && isBefore(day(listedOn), monthsAfter(day(born), 12 * fullAge))
        ? `“${person ?? ''}”${listedOn}未满十八周岁；未成年人不得纳入失信被执行人名单。`
        : undefined
    },
  },
  {
    code: 'W_LISTED_AGAIN_TOO_SOON',
    kind: 'doubtful',
    field: 'listedOn',
    rule: 'dishonest.relist-block',
    needs: 'others',
    find: ({ listedOn }, { around }) => {
      if (listedOn === null) return undefined
      const months = valueOn(relistBlock, day(listedOn)).value
      const asked = around?.others.find(
        ({ record: { removedOn, removeReason } }) =>
          removeReason === '申请人同意' &&
          removedOn !== null &&
          removedOn <= listedOn &&
          isBefore(day(listedOn), monthsAfter(day(removedOn), months)),
      )
      return asked && `${asked.record.removedOn}应申请执行人要求删除，${months}个月内该申请人不得再申请纳入，请核对。`
    },
  },
  {
    code: 'W_LISTING_WITHOUT_GROUND',
    kind: 'unlawful',
    field: 'ground',
    rule: 'dishonest.grounds',
    find: ({ ground }) => (ground === null ? '没有写失信情形；纳入失信名单须有法定情形之一，请补填。' : undefined),
  },
  {
    code: 'W_TERM_NOT_OF_GROUND',
    kind: 'doubtful',
    field: 'term',
    find: ({ ground, term }) =>
      ground === withoutTerm && term !== null && term !== noTerm
        ? `情形为“${withoutTerm}”的没有固定期限，写的是“${term}”，请核对情形和期限。`
        : undefined,
  },
  {
    code: 'W_TERM_MISSING',
    kind: 'unlawful',
    field: 'term',
    rule: 'dishonest.term',
    find: (listed) =>
      hasTerm(listed) && listed.term === noTerm && listed.listedOn !== null && listed.listedOn >= termsSince
        ? `情形为“${listed.ground}”的，纳入期限为二年，不能没有期限，请核对。`
        : undefined,
  },
  {
    code: 'W_TERM_EXTENDED',
    kind: 'doubtful',
    field: 'term',
    rule: 'dishonest.extension',
    find: (listed) => {
      const { ground, term, listedOn } = listed
      const stated = term === null ? undefined : years[term]
      if (stated === undefined || listedOn === null || listedOn < termsSince || !hasTerm(listed)) return undefined
      const usual = valueOn(listingTerm, day(listedOn)).value / 12
      return stated > usual && ground !== byForce
        ? `期限“${term}”超过二年；只有以暴力、威胁方法妨碍、抗拒执行情节严重或者有多项失信行为的才可延长，请核对。`
        : undefined
    },
  },
  {
    code: 'W_REMOVED_BEFORE_TERM',
    kind: 'doubtful',
    field: 'removeReason',
    rule: 'dishonest.delete-term',
    find: (listed) => {
      const end = termEnd(listed)
      const { removedOn, removeReason } = listed
      return end &&
        removedOn !== null &&
        isBefore(day(removedOn), end) &&
        removeReason !== null &&
        !endsATerm.has(removeReason)
        ? `期限到${formatDayZh(end)}，${removedOn}以“${removeReason}”提前删除；有期限的，积极履行或者主动纠正的才可提前删除，请核对。`
        : undefined
    },
  },
  {
    code: 'W_REMOVED_LATE',
    kind: 'doubtful',
    field: 'removedOn',
    rule: 'dishonest.delete-term',
    ages: true,
    find: (listed, { today }) => {
      const end = termEnd(listed)
      if (!end) return undefined
      const last = ruleDeadline('dishonest.delete-term', end).value.end
      return isBefore(last, day(listed.removedOn ?? today))
        ? `期限${formatDayZh(end)}届满，应在${formatDayZh(last)}前删除，${listed.removedOn === null ? '至今未删除' : `${listed.removedOn}才删除`}。`
        : undefined
    },
  },
  {
    code: 'W_REMOVED_WITHOUT_REASON',
    kind: 'doubtful',
    field: 'removeReason',
    find: ({ removedOn, removeReason }) =>
      removedOn !== null && removeReason === null ? `${removedOn}删除而没有写原因，请补填。` : undefined,
  },
])

/** Whatever restricts somebody is lifted for a reason. */
const liftedWithoutReason: EntryCheck<{ readonly liftedOn: string | null; readonly liftReason: string | null }> = {
  code: 'W_LIFTED_WITHOUT_REASON',
  kind: 'doubtful',
  field: 'liftReason',
  find: ({ liftedOn, liftReason }) =>
    liftedOn !== null && liftReason === null ? `${liftedOn}解除而没有写原因，请补填。` : undefined,
}

export const limitChecks = checksFor(consumptionLimit, [
  {
    // 限消规定 art. 3: the legal representative, those in charge and the actual controller of a unit are limited with it.
    code: 'W_LIMIT_WITHOUT_PERSONS',
    kind: 'doubtful',
    field: 'target',
    rule: 'restrict.grounds',
    needs: 'case',
    find: ({ person, target }, { around }) =>
      around?.debtor?.kind === 'legal' && (target === null || target === person)
        ? '被执行人是单位的，其法定代表人、主要负责人、影响债务履行的直接责任人员、实际控制人一并限制，请在限制消费对象中写明。'
        : undefined,
  },
  liftedWithoutReason,
])

export const banChecks = checksFor(exitBan, [
  {
    code: 'W_BAN_REVERSED',
    kind: 'unlawful',
    field: 'endsOn',
    find: ({ decidedOn, endsOn }) =>
      decidedOn !== null && endsOn !== null && endsOn < decidedOn
        ? `届满日期${endsOn}早于决定日期${decidedOn}，请核对两个日期。`
        : undefined,
  },
  liftedWithoutReason,
])

/** 解释 (2022) arts. 494–498: on the warrant, two officers, somebody of the household or the neighbourhood present. */
export const searchChecks = checksFor(search, [
  {
    code: 'W_SEARCHED_ALONE',
    kind: 'unlawful',
    field: 'officers',
    rule: 'search.warrant',
    find: ({ officers }) =>
      officers.length === 1 ? `只写了一名执行人员“${officers[0]}”；搜查须由两人以上进行，请补填。` : undefined,
  },
  {
    code: 'W_SEARCHED_UNWITNESSED',
    kind: 'doubtful',
    field: 'witnesses',
    rule: 'search.warrant',
    find: ({ witnesses }) =>
      witnesses.length === 0 ? '没有写在场人、见证人；应当通知家属或者基层组织派人到场，请补填。' : undefined,
  },
])
