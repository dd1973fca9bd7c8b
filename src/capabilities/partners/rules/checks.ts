import { checksFor } from '#capabilities/registers'
import { day, formatDayZh, isBefore } from '#kernel/values/dates.ts'
import { ruleDeadline } from '#law/rule-deadline.ts'
import { jointMatter } from '../registers/joint-matter.ts'
import { memberUnit } from '../registers/member-unit.ts'
import { assistanceRequest, unitRestriction } from '../registers/requests.ts'

export const memberChecks = checksFor(memberUnit, [
  {
    code: 'W_LEFT_WITHOUT_DAY',
    kind: 'doubtful',
    field: 'leftOn',
    find: ({ state, leftOn }) =>
      state === '已退出' && leftOn === null ? '状态为“已退出”而没有退出日期，请补填；该单位不计入在册。' : undefined,
  },
  {
    code: 'W_IN_FORCE_AND_LEFT',
    kind: 'doubtful',
    field: 'state',
    find: ({ state, leftOn }) =>
      state === '在册' && leftOn !== null ? `状态为“在册”，却有退出日期${leftOn}，请核对。` : undefined,
  },
])

/** 是否化解 says whether a case counts; its day says when. */
export const matterChecks = checksFor(jointMatter, [
  {
    code: 'W_RESOLVED_WITHOUT_DAY',
    kind: 'doubtful',
    field: 'resolvedOn',
    find: ({ resolved, resolvedOn }) =>
      resolved === true && resolvedOn === null ? '写明已化解而没有化解日期，请补填；补填前不计入任何期间。' : undefined,
  },
  {
    code: 'W_DAY_WITHOUT_RESOLVED',
    kind: 'doubtful',
    field: 'resolved',
    find: ({ resolved, resolvedOn }) =>
      resolved !== true && resolvedOn !== null ? `有化解日期${resolvedOn}，却没有写明已化解，请核对。` : undefined,
  },
])

export const requestChecks = checksFor(assistanceRequest, [
  {
    code: 'W_DUE_BEFORE_SENT',
    kind: 'unlawful',
    field: 'dueOn',
    find: ({ sentOn, dueOn }) =>
      sentOn !== null && dueOn !== null && dueOn < sentOn
        ? `答复期限${dueOn}早于发出日期${sentOn}，请核对期限。`
        : undefined,
  },
  {
    code: 'W_REQUEST_WITHOUT_DUE_DAY',
    kind: 'doubtful',
    field: 'dueOn',
    find: ({ dueOn }) =>
      dueOn === null ? '没有答复期限，不计入答复及时率；请补填，或在成员单位写明答复工作日。' : undefined,
  },
  {
    code: 'W_REFUSED_WITHOUT_REASON',
    kind: 'doubtful',
    field: 'answer',
    find: ({ reply, answer }) =>
      reply === '拒绝协助' && answer === null ? '拒绝协助而没有写理由；请补填，需要时依法采取措施。' : undefined,
  },
])

/** A notice has its withdrawal as its twin (法释〔2017〕7号 art. 8), and an entry goes within three working days (art. 10). */
export const restrictionChecks = checksFor(unitRestriction, [
  {
    code: 'W_LIFTED_WITHOUT_REVOCATION',
    kind: 'doubtful',
    field: 'revokedOn',
    rule: 'joint.notice',
    find: ({ liftedOn, revokedOn }) =>
      liftedOn !== null && revokedOn === null ? `${liftedOn}解除而没有推送撤销的记录，请补填。` : undefined,
  },
  {
    code: 'W_LIFTED_BEFORE_REVOCATION',
    kind: 'unlawful',
    field: 'liftedOn',
    find: ({ liftedOn, revokedOn }) =>
      liftedOn !== null && revokedOn !== null && liftedOn < revokedOn
        ? `解除日期${liftedOn}早于撤销推送日期${revokedOn}，请核对两个日期。`
        : undefined,
  },
  {
    code: 'W_LIFTED_LATE',
    kind: 'doubtful',
    field: 'liftedOn',
    rule: 'dishonest.delete',
    ages: true,
    find: ({ liftedOn, revokedOn }, { today }) => {
      if (revokedOn === null) return undefined
      const last = ruleDeadline('dishonest.delete', day(revokedOn)).value.end
      return isBefore(last, day(liftedOn ?? today))
        ? `撤销${revokedOn}推送，应在${formatDayZh(last)}前解除，${liftedOn === null ? '至今未解除' : `${liftedOn}才解除`}，请催办。`
        : undefined
    },
  },
])
