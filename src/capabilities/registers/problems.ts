import { refuse } from '#kernel/problem.ts'
import { label } from '#kernel/values/labels.ts'
import { formatCitation } from '#law/citation.ts'
import { ruleOn } from '#law/rules.ts'
import type { Finding } from './check.ts'
import type { Register } from './declaration.ts'

export const noSuchEntry = ({ title }: Pick<Register, 'title'>) =>
  refuse({
    type: '/problems/registers/no-such-entry',
    status: 404,
    title: label(`没有这条${title.zh}记录`, `No such entry: ${title.en}`),
    detail: label(`本院没有这条${title.zh}记录。请从列表打开。`, 'There is no such entry in this court.'),
  })

export const noSuchRegister = () =>
  refuse({
    type: '/problems/registers/no-such-register',
    status: 404,
    title: label('没有这本台账', 'No such register'),
    detail: label('本院没有这本台账。请从菜单打开。', 'This court keeps no such register.'),
  })

export const isWithdrawn = ({ title }: Pick<Register, 'title'>) =>
  refuse({
    type: '/problems/registers/withdrawn',
    status: 409,
    title: label('记录已撤销', 'Entry withdrawn'),
    detail: label(
      `这条${title.zh}记录已经撤销，不能再改。需要时重新登记。`,
      'A withdrawn entry does not change any more.',
    ),
  })

export const stepTaken = (step: string, on: string) =>
  refuse({
    type: '/problems/registers/step-taken',
    status: 409,
    title: label('已经登记过', 'Already recorded'),
    detail: label(
      `“${step}”已登记在 ${on}。写错了请用“更正”。`,
      `Already recorded on ${on}. Correct the entry instead.`,
    ),
    parameters: { on },
  })

export const stepFirst = (step: string) =>
  refuse({
    type: '/problems/registers/step-not-taken',
    status: 409,
    title: label('还没有登记', 'Not recorded yet'),
    detail: label(
      `这一步还没有登记，更正不能代替。请用“${step}”，由有权的人登记。`,
      'A correction does not take a step that another post must take.',
    ),
  })

export const statedByOthers = (step: string) =>
  refuse({
    type: '/problems/registers/stated-by-others',
    status: 403,
    title: label('由登记的岗位更正', 'Corrected by the post that stated it'),
    detail: label(
      `“${step}”是有权的人登记的，内容有误须由有该权限的人更正；请转告其更正。`,
      'What another post stated is corrected by whoever may state it.',
    ),
  })

export const unlawful = (findings: readonly [Finding, ...Finding[]], citedOn: Temporal.PlainDate) => {
  const [{ rule }] = findings
  const texts = findings.map(({ text }) => text.replace(/。$/, ''))
  return refuse({
    type: '/problems/registers/unlawful-entry',
    status: 422,
    title: label('不能这样登记', 'This may not be recorded'),
    detail: label(
      `${texts.join('；')}。`,
      `${findings.length} check(s) stand against it: ${findings.map(({ code }) => code).join(', ')}.`,
    ),
    ...(rule !== undefined && { rule, citation: ruleOn(rule, citedOn).citations.map(formatCitation).join('；') }),
    pointers: findings.map(({ field, text }) => ({ pointer: `/${field}`, detail: text })),
  })
}

export const numberUnreadable = (field: string) =>
  refuse({
    type: '/problems/registers/number-unreadable',
    status: 422,
    title: label('案号读不出来', 'Case number not readable'),
    detail: label('案号格式不对，应如（2024）川1123执12号。', 'The case number is not well formed.'),
    pointers: [{ pointer: `/${field}`, detail: '案号格式不对，应如（2024）川1123执12号' }],
  })

export const notAParty = () =>
  refuse({
    type: '/problems/registers/not-a-party',
    status: 422,
    title: label('不是本案被执行人', 'Not a debtor of this case'),
    detail: label('所选的人不是本案被执行人。请从本案被执行人中选。', 'Choose one of the debtors of this case.'),
    pointers: [{ pointer: '/partyId', detail: '请从本案被执行人中选' }],
  })

export const sameEntry = () =>
  refuse({
    type: '/problems/registers/same-entry',
    status: 409,
    title: label('已有同样的记录', 'Already on record'),
    detail: label('同一事项已经登记。请打开已有的记录核对。', 'The same entry is on record. Open it and compare.'),
  })

export const dayOutOfReach = (field: string) =>
  refuse({
    type: '/problems/registers/day-out-of-reach',
    status: 422,
    title: label('日期不合常情', 'Day out of reach'),
    detail: label('日期应在1900年至2199年之间，请核对年份。', 'A day must lie between 1900 and 2199.'),
    pointers: [{ pointer: `/${field}`, detail: '应在1900年至2199年之间' }],
  })
