import { checksFor, doneLate, type EntryCheck } from '#capabilities/registers'
import { issue } from '../registers/issue.ts'
import { posting } from '../registers/posting.ts'
import { earning, tip } from '../registers/tip.ts'

export const issueChecks: readonly EntryCheck[] = checksFor(issue, [
  {
    code: 'W_ISSUE_ENDS_BEFORE_START',
    kind: 'unlawful',
    field: 'endsOn',
    find: ({ publishedOn, endsOn }) =>
      publishedOn !== null && endsOn !== null && endsOn < publishedOn
        ? `公告截止日期${endsOn}早于发布日期${publishedOn}，请核对两个日期。`
        : undefined,
  },
])

export const postingChecks: readonly EntryCheck[] = [
  doneLate(posting, { code: 'W_BOUNTY_DECIDED_LATE', rule: 'bounty.apply', from: 'appliedOn', done: 'grantedOn' }),
  ...checksFor(posting, [
    {
      code: 'W_BOUNTY_WITHOUT_PROMISE',
      kind: 'unlawful',
      field: 'rate',
      rule: 'bounty.publish',
      find: ({ rate, fixed }) =>
        rate === null && fixed === null
          ? '没有写悬赏比例或者定额；公告须写明悬赏金数额或计算方法，请补填。'
          : undefined,
    },
    {
      code: 'W_BOUNTY_WITHOUT_REQUEST',
      kind: 'doubtful',
      field: 'appliedOn',
      rule: 'bounty.apply',
      ofAct: true,
      find: ({ appliedOn }, { by, before }) =>
        by !== undefined && !before && appliedOn === null
          ? '没有写悬赏申请日期；悬赏由申请执行人书面申请，请补填。'
          : undefined,
    },
    {
      code: 'W_PUBLISHED_BEFORE_GRANT',
      kind: 'unlawful',
      field: 'grantedOn',
      rule: 'bounty.publish',
      find: ({ appliedOn, grantedOn, publishedOn }) =>
        (grantedOn !== null && publishedOn !== null && publishedOn < grantedOn) ||
        (appliedOn !== null && (grantedOn ?? publishedOn) !== null && String(grantedOn ?? publishedOn) < appliedOn)
          ? '申请、准许、发布的日期先后不对；准许申请后才能发布悬赏公告，请核对。'
          : undefined,
    },
    {
      code: 'W_RATE_UNCLEAR',
      kind: 'doubtful',
      field: 'rate',
      find: ({ rate }) =>
        rate !== null && (Number(rate) < 1 || Number(rate) > 100)
          ? `悬赏比例写的是${rate}，请核对是否为${rate}%。`
          : undefined,
    },
    {
      code: 'W_CONTROLLED_WITHOUT_DAY',
      kind: 'unlawful',
      field: 'controlledOn',
      find: ({ controlled, controlledOn }) =>
        controlled === true && controlledOn === null ? '写明已控制而没有控制日期，无法计入期间，请补填。' : undefined,
    },
    {
      code: 'W_CONTROL_DENIED',
      kind: 'unlawful',
      field: 'controlled',
      find: ({ controlled, controlledOn }) =>
        controlled !== true && controlledOn !== null ? `有控制日期${controlledOn}，又写明未控制，请核对。` : undefined,
    },
    {
      code: 'W_RECOVERED_ABOVE_OUTSTANDING',
      kind: 'doubtful',
      field: 'recovered',
      find: ({ recovered, outstanding }) =>
        recovered !== null && outstanding !== null && recovered > outstanding
          ? '到位金额多于公告时的未履行金额，请核对，多收的应当退还。'
          : undefined,
    },
  ]),
]

const earns: ReadonlySet<string> = new Set(earning)

export const tipChecks: readonly EntryCheck[] = [
  doneLate(tip, { code: 'W_TIP_CHECKED_LATE', rule: 'limit.clue', from: 'receivedOn', done: 'checkedOn' }),
  ...checksFor(tip, [
    {
      code: 'W_KNOWN_WITHOUT_PROOF',
      kind: 'unlawful',
      field: 'knownSince',
      rule: 'bounty.pay',
      find: ({ conclusion, knownSince, receivedOn }) =>
        conclusion === '已掌握' && (knownSince === null || (receivedOn !== null && knownSince >= receivedOn))
          ? '结论为法院已掌握，须有早于收到线索之日的记录；请填写法院掌握日期或核对结论。'
          : undefined,
    },
    {
      code: 'W_REPEATED_WITHOUT_FIRST',
      kind: 'unlawful',
      field: 'conclusion',
      rule: 'bounty.order',
      needs: 'others',
      find: ({ conclusion, receivedOn, receivedAt }, { around }) => {
        const moment = `${receivedOn ?? ''} ${receivedAt ?? '24:00'}`
        const isFirst = !around?.others.some(
          ({ record }) => `${record.receivedOn ?? ''} ${record.receivedAt ?? '00:00'}` <= moment,
        )
        return conclusion === '重复' && around !== null && isFirst
          ? '没有更早收到的同一线索，先到的线索不是重复，请核对收到的先后。'
          : undefined
      },
    },
    {
      code: 'W_REWARD_BEFORE_CHECK',
      kind: 'unlawful',
      field: 'rewardedOn',
      rule: 'bounty.pay',
      find: ({ rewardedOn, checkedOn, conclusion }) =>
        rewardedOn !== null && (conclusion === null || (checkedOn !== null && rewardedOn < checkedOn))
          ? '线索尚未核查，不能决定奖励；请先登记核查结论。'
          : undefined,
    },
    {
      code: 'W_REWARD_NOT_DUE',
      kind: 'unlawful',
      field: 'reward',
      rule: 'bounty.pay',
      find: ({ reward, conclusion, barred }) =>
        reward !== null && reward > 0n && (barred !== null || (conclusion !== null && !earns.has(conclusion)))
          ? `${barred ?? `结论为“${conclusion}”`}，依法不予发放悬赏金，请核对。`
          : undefined,
    },
    {
      code: 'W_PAID_WITHOUT_DECISION',
      kind: 'unlawful',
      field: 'paidOn',
      rule: 'bounty.pay',
      find: ({ paidOn, rewardedOn, reward }) =>
        paidOn !== null && (rewardedOn === null || paidOn < rewardedOn || reward === 0n)
          ? '没有应发悬赏金的决定，不能发放；请先登记奖励决定。'
          : undefined,
    },
  ]),
]
