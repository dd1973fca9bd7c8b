import { checksFor, type EntryCheck } from '#capabilities/registers'
import { firstDayOf, ruleOn } from '#law/rules.ts'
import { clueReview } from '../registers/clue-review.ts'
import { groundsAfterSanction, refusalFile } from '../registers/refusal-file.ts'

/** The stages in the order in which they must happen; one that is not on record is passed over. */
const chain = ['transferredOn', 'policeFiledOn', 'reviewSentOn', 'prosecutedOn', 'judgedOn'] as const
const titleOf = (field: (typeof chain)[number] | 'judgedOn'): string => refusalFile.fields[field].title.zh

const needsSanction: ReadonlySet<string> = new Set(groundsAfterSanction)
const sanctionFirst = firstDayOf(ruleOn('crime.after-measure').rule)?.toString() ?? ''

export const fileChecks: readonly EntryCheck[] = checksFor(refusalFile, [
  {
    code: 'W_NO_CLUE_DAY',
    kind: 'unlawful',
    field: 'clueOn',
    find: ({ clueOn }) => (clueOn === null ? '没有写线索发现日期，请补填。' : undefined),
  },
  {
    code: 'W_STAGES_OUT_OF_ORDER',
    kind: 'unlawful',
    field: 'judgedOn',
    find: (file) => {
      const taken = chain.filter((stage) => file[stage] !== null)
      const at = taken.findIndex((stage, i) => i > 0 && String(file[stage]) < String(file[taken[i - 1] ?? stage]))
      const [later, earlier] = [taken[at], taken[at - 1]]
      return later && earlier
        ? `${titleOf(later)}${file[later]}早于${titleOf(earlier)}${file[earlier]}，请核对两个日期。`
        : undefined
    },
  },
  {
    code: 'W_TRANSFER_WITHOUT_SANCTION',
    kind: 'unlawful',
    field: 'sanctionedOn',
    rule: 'crime.after-measure',
    find: ({ ground, sanctionedOn, transferredOn }) =>
      transferredOn !== null &&
      transferredOn >= sanctionFirst &&
      ground !== null &&
      needsSanction.has(ground) &&
      (sanctionedOn === null || sanctionedOn > transferredOn)
        ? `“${ground}”须先经罚款、拘留等处罚后仍拒不执行；移送前没有处罚记录，请补填处罚决定日期或核对情形。`
        : undefined,
  },
  {
    code: 'W_POLICE_WITHOUT_TRANSFER',
    kind: 'doubtful',
    field: 'transferredOn',
    rule: 'crime.referral',
    find: ({ transferredOn, policeFiledOn, declinedOn }) =>
      transferredOn === null && (policeFiledOn ?? declinedOn) !== null
        ? '公安已作决定而没有移送日期，请补填移送公安日期。'
        : undefined,
  },
  {
    code: 'W_ANSWERED_BEFORE_TRANSFER',
    kind: 'unlawful',
    field: 'declinedOn',
    rule: 'crime.referral',
    find: ({ transferredOn, declinedOn, supervisionOn }) => {
      if (declinedOn !== null && transferredOn !== null && declinedOn < transferredOn)
        return `不予立案日期${declinedOn}早于移送公安日期${transferredOn}，请核对两个日期。`
      return supervisionOn !== null && declinedOn !== null && supervisionOn < declinedOn
        ? `提请立案监督日期${supervisionOn}早于不予立案日期${declinedOn}，请核对两个日期。`
        : undefined
    },
  },
  {
    code: 'W_CONVICTED_AND_ENDED',
    kind: 'unlawful',
    field: 'endedOn',
    find: ({ judgedOn, endedOn, ended }) =>
      judgedOn !== null && endedOn !== null
        ? `已于${judgedOn}判决有罪，又登记${endedOn}${ended ?? '其他终结'}；一人一案只有一个结局，请核对。`
        : undefined,
  },
  {
    code: 'W_SUPERVISION_WITHOUT_REFUSAL',
    kind: 'doubtful',
    field: 'supervisionOn',
    find: ({ supervisionOn, declinedOn }) =>
      supervisionOn !== null && declinedOn === null ? '提请立案监督而没有公安不予立案的记录，请补填。' : undefined,
  },
  {
    code: 'W_PRIVATE_WITHOUT_COMPLAINT',
    kind: 'unlawful',
    field: 'privateOn',
    rule: 'crime.private',
    find: ({ privateOn, complainedOn, declinedOn }) => {
      const asked = declinedOn ?? complainedOn
      return privateOn !== null && (asked === null || asked > privateOn)
        ? '自诉须先提出过控告而公安、检察机关未予追究；此前没有控告或不予立案的记录，请补填。'
        : undefined
    },
  },
  {
    code: 'W_CHARGED_TWICE_OVER',
    kind: 'doubtful',
    field: 'privateOn',
    find: ({ privateOn, prosecutedOn }) =>
      privateOn !== null && prosecutedOn !== null ? '既有公诉又有自诉，请核对。' : undefined,
  },
  {
    code: 'W_ACQUITTED_AS_CONVICTED',
    kind: 'unlawful',
    field: 'sentence',
    find: ({ judgedOn, sentence }) =>
      judgedOn !== null && sentence?.includes('无罪') ? '判决无罪不计入拒执罪判决，请改用“登记其他终结”。' : undefined,
  },
  {
    code: 'W_JUDGED_WITHOUT_CHARGE',
    kind: 'doubtful',
    field: 'prosecutedOn',
    find: ({ judgedOn, prosecutedOn, privateOn }) =>
      judgedOn !== null && prosecutedOn === null && privateOn === null
        ? '有判决而没有公诉或自诉日期，请补填。'
        : undefined,
  },
  {
    code: 'W_JUDGED_WITHOUT_NUMBER',
    kind: 'doubtful',
    field: 'criminalNumber',
    find: ({ judgedOn, criminalNumber }) =>
      judgedOn !== null && criminalNumber === null
        ? '有判决而没有刑事案号，件数无法按刑事案件核对，请补填。'
        : undefined,
  },
])

export const reviewChecks: readonly EntryCheck[] = checksFor(clueReview, [
  {
    code: 'W_REVIEW_WITHOUT_GAPS',
    kind: 'doubtful',
    field: 'gaps',
    find: ({ outcome, gaps }) =>
      outcome === '补证' && gaps === null ? '意见为补证而没有写缺什么证据，请补填。' : undefined,
  },
])
