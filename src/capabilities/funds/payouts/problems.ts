import { refuse, type Problem, type Refusal } from '#kernel/problem.ts'
import { label, type Label } from '#kernel/values/labels.ts'
import { formatYuan } from '#kernel/values/money.ts'

type More = Partial<Omit<Problem, 'type' | 'title' | 'detail' | 'status'>>
const problem = (
  name: string,
  status: Problem['status'],
  title: Label,
  zh: string,
  en: string,
  more: More = {},
): Refusal => refuse({ type: `/problems/funds/${name}`, status, title, detail: label(zh, en), ...more })

export const noSuchPayout = () =>
  problem(
    'no-such-payout',
    404,
    label('没有这笔发放', 'No such payout'),
    '本院没有这笔发放。请从发放清单打开。',
    'There is no such payout in this court.',
  )
export const noSuchPayeeAccount = () =>
  problem(
    'no-such-payee-account',
    404,
    label('没有这个收款账户', 'No such payee account'),
    '本院没有登记这个收款账户。请先登记并复核。',
    'There is no such payee account. Record and confirm it first.',
    { remedy: { title: label('登记收款账户', 'Record account'), command: 'funds.propose-payee' } },
  )
export const payeeAccountDecided = () =>
  problem(
    'payee-account-decided',
    409,
    label('已经处理', 'Decided already'),
    '这个收款账户已经复核、退回或者被替换。请刷新。',
    'The account was confirmed, refused or replaced already.',
  )
export const confirmedByProposer = () =>
  problem(
    'payee-same-person',
    403,
    label('须由另一人复核', 'Another person must confirm'),
    '收款账户由您登记，请转由另一位同事回拨核实后复核。',
    'You recorded this account; a colleague confirms it.',
  )
export const authorityNeeded = () =>
  problem(
    'authority-needed',
    422,
    label('须有特别授权', 'Special authority needed'),
    '代理人代收案款须有写明代收权限的特别授权书。请写明授权书日期和权限，或者改用当事人本人账户。',
    'An agent takes money only with a special written authority.',
    { rule: 'funds.payee', pointers: [{ pointer: '/authority', detail: '请写明特别授权书' }] },
  )
export const accountNotUsable = (why: string) =>
  problem(
    'payee-account-not-usable',
    409,
    label('收款账户还不能用', 'Account not usable yet'),
    `${why}。`,
    'The payee account cannot be used.',
    { remedy: { title: label('收款账户', 'Payee accounts'), href: '/funds/payees' } },
  )
export const payeeIsAnother = (payee: string) =>
  problem(
    'payee-is-another',
    422,
    label('收款人不符', 'Another payee'),
    `这个账户登记的收款人是${payee}，不是本案可以收款的人。请核对收款人和收款身份。`,
    'The account is not of somebody this money may go to in that role.',
    { rule: 'funds.payee', pointers: [{ pointer: '/payeeAccountId', detail: '收款人与身份不符' }] },
  )
export const moreThanFree = (freeFen: bigint, askedFen: bigint) =>
  problem(
    'more-than-free',
    409,
    label('超过可发放金额', 'More than is free'),
    `可发放 ${formatYuan(freeFen)} 元，填写了 ${formatYuan(askedFen)} 元。请改金额，或者先处理在途的发放。`,
    `${formatYuan(freeFen)} yuan are free, ${formatYuan(askedFen)} were asked for.`,
    {
      parameters: { freeFen: freeFen.toString(), askedFen: askedFen.toString() },
      pointers: [{ pointer: '/amountFen', detail: `不能超过 ${formatYuan(freeFen)} 元` }],
    },
  )
export const nothingFree = () =>
  problem(
    'nothing-free',
    409,
    label('没有可发放的款项', 'Nothing to pay out'),
    '没有未发放的款项，或者都已在发放途中。',
    'Nothing is left, or all of it is on its way.',
  )
export const amountNotPositive = () =>
  problem(
    'payout-not-positive',
    422,
    label('金额须大于零', 'Not a positive sum'),
    '金额须大于零。请改金额。',
    'The sum must be more than nothing.',
    { pointers: [{ pointer: '/amountFen', detail: '须大于零' }] },
  )
export const held = (rule: string, text: string) =>
  problem(
    'payout-held',
    409,
    label('暂不能发放', 'Held back'),
    `${text}。事由消失后再办；需要时申请延缓发放。`,
    'This money may not go out now.',
    { rule, remedy: { title: label('延缓发放', 'Defer payout'), command: 'funds.propose-deferral' } },
  )
export const notInState = (wanted: string, isNow: string) =>
  problem(
    'payout-not-in-state',
    409,
    label('现在不能办', 'Not now'),
    `这一步只办“${wanted}”的发放，这笔现在是“${isNow}”。请刷新。`,
    'The payout is not at this step.',
  )
export const alreadyInChain = () =>
  problem(
    'already-in-chain',
    403,
    label('须由另一人办理', 'Another person'),
    '您已经在这笔发放里办过一步，同一个人不能再办另一步。请转另一位同事。',
    'You have taken another step of this payout. Nobody stands twice in one chain.',
  )
export const ownCase = () =>
  problem(
    'own-case',
    403,
    label('本人承办案件不得审批', 'Your own case'),
    '您是本案承办人或者书记员，不能审批本案的发放。请转另一位有审批权限的同事。',
    'Nobody approves a payout in a case he handles.',
  )
export const notYetApproved = () =>
  problem(
    'director-first',
    409,
    label('须局长先批准', 'The director approves first'),
    '这笔发放须执行局局长先批准，再由院领导批准。',
    'The director approves first.',
  )
export const noSecondNeeded = () =>
  problem(
    'no-second-needed',
    409,
    label('不需要院领导批准', 'No second approval needed'),
    '这笔发放局长批准即可。',
    'The approval of the director is enough.',
  )
export const notYourProposal = () =>
  problem(
    'not-your-proposal',
    403,
    label('只能撤回本人提出的', 'Only the proposer takes it back'),
    '发放由提出人撤回；其他人请退回。',
    'Only the proposer takes it back.',
  )
export const feeTaken = (dueFen: bigint, takenFen: bigint) =>
  problem(
    'fee-taken',
    409,
    label('超过应收执行费', 'More than the fee'),
    `按到位金额计算应收执行费 ${formatYuan(dueFen)} 元，已收 ${formatYuan(takenFen)} 元。请改金额。`,
    `The fee is ${formatYuan(dueFen)}, ${formatYuan(takenFen)} were taken.`,
    { rule: 'fee.enforcement', parameters: { dueFen: dueFen.toString(), takenFen: takenFen.toString() } },
  )
export const bountyTooHigh = (dueFen: bigint) =>
  problem(
    'bounty-too-high',
    422,
    label('超过应付悬赏金', 'More than the bounty'),
    `按公告和申请执行人应得数额，悬赏金最多 ${formatYuan(dueFen)} 元。请改金额。`,
    `The bounty is ${formatYuan(dueFen)} at most.`,
    { rule: 'bounty.pay', pointers: [{ pointer: '/amountFen', detail: `不能超过 ${formatYuan(dueFen)} 元` }] },
  )
export const schemeNeeded = () =>
  problem(
    'bounty-scheme',
    422,
    label('请写悬赏标准', 'Scheme needed'),
    '请写明公告的悬赏比例或者定额，二者填一。',
    'State the rate or the fixed sum of the notice.',
    { rule: 'bounty.pay', pointers: [{ pointer: '/ratePpm', detail: '比例或定额填一项' }] },
  )
export const attemptsNeeded = (needed: number, made: number) =>
  problem(
    'attempts-needed',
    409,
    label('还须联系收款人', 'Try to reach the payee first'),
    `提存、上缴前至少在 ${needed} 个不同日期联系过收款人，现有 ${made} 次。请先联系并登记。`,
    `${needed} attempts on different days are needed, ${made} are on record.`,
    { remedy: { title: label('登记联系', 'Record attempt'), command: 'funds.record-attempt' } },
  )
export const notOrderable = (count: number) =>
  problem(
    'not-orderable',
    409,
    label('有不能付款的发放', 'Some cannot be ordered'),
    `所选发放中有 ${count} 笔不是待付款，或者不是转账付款。请刷新清单。`,
    `${count} of them are not approved transfers.`,
  )
export const noSuchBankAccount = () =>
  problem(
    'no-such-bank-account',
    404,
    label('没有这个专户', 'No such account of the court'),
    '本院没有这个案款专户。请先登记专户。',
    'The court has no such account.',
  )
export const bankShort = (heldFen: bigint, totalFen: bigint) =>
  problem(
    'bank-short',
    409,
    label('专户余额不足', 'The account does not cover it'),
    `这个专户账面 ${formatYuan(heldFen)} 元，付款单合计 ${formatYuan(totalFen)} 元。请分批，或者改用另一专户。`,
    'The account holds less than the order.',
  )
export const noSuchOrder = () =>
  problem(
    'no-such-order',
    404,
    label('没有这张付款单', 'No such payment order'),
    '本院没有这张付款单。',
    'There is no such payment order.',
  )
export const answerUnreadable = (faults: readonly string[]) =>
  problem(
    'answer-unreadable',
    422,
    label('银行回单读不出来', 'The answer cannot be read'),
    `没有登记任何一笔。${faults.slice(0, 5).join('；')}。`,
    'Nothing was taken. Correct the file and bring it again.',
    { pointers: faults.map((detail) => ({ pointer: '/fileId', detail })) },
  )
export const answerTaken = () =>
  problem(
    'answer-taken',
    409,
    label('这份回单已经登记', 'Taken already'),
    '同一份银行回单已经登记过，没有重复登记。',
    'The same answer was taken before; nothing was done.',
  )
export const lineDoesNotFit = () =>
  problem(
    'line-does-not-fit',
    422,
    label('流水不符', 'The line does not fit'),
    '所选流水的方向或者金额与这笔发放不符，或者已经对应其他发放。请另选。',
    'The line has another direction or sum, or belongs to another payout.',
    { pointers: [{ pointer: '/bankLineId', detail: '方向或金额不符' }] },
  )
export const dayInFuture = (pointer: string) =>
  problem(
    'day-in-future',
    422,
    label('日期在将来', 'In the future'),
    '日期不能晚于今天。',
    'The date cannot be after today.',
    { pointers: [{ pointer, detail: '不能晚于今天' }] },
  )
export const dayTooEarly = (pointer: string, earliest: string) =>
  problem(
    'day-too-early',
    422,
    label('日期过早', 'Too early'),
    `日期不能早于 ${earliest}。`,
    `The date cannot be before ${earliest}.`,
    { pointers: [{ pointer, detail: `不能早于 ${earliest}` }] },
  )
export const noSuchDeferral = () =>
  problem(
    'no-such-deferral',
    404,
    label('没有这项延缓', 'No such deferral'),
    '本院没有这项延缓发放。',
    'There is none.',
  )
export const deferralDecided = () =>
  problem(
    'deferral-decided',
    409,
    label('已经处理', 'Decided already'),
    '这项延缓已经批准、退回或者结束。请刷新。',
    'The deferral was decided already.',
  )
export const noSuchHold = () =>
  problem('no-such-hold', 404, label('没有这项暂停', 'No such hold'), '本院没有这项暂停发放。', 'There is none.')
export const holdLifted = () =>
  problem('hold-lifted', 409, label('已经解除', 'Lifted already'), '这项暂停已经解除。', 'It was lifted already.')
export const claimOfAnotherCase = () =>
  problem(
    'claim-of-another-case',
    422,
    label('不是本案的到账', 'Of another case'),
    '所选到账不属于本案，或者认领已经撤销。请从本案的案款页选择。',
    'A receipt is of another case or was undone.',
    { pointers: [{ pointer: '/claimIds', detail: '不属于本案' }] },
  )
export const noSuchPlan = () =>
  problem('no-such-plan', 404, label('没有这份分配方案', 'No such plan'), '本院没有这份分配方案。', 'There is none.')
export const planIsOver = () =>
  problem(
    'plan-is-over',
    409,
    label('方案已被替换', 'The plan was replaced'),
    '这份分配方案已经修正或者撤回。请打开现行方案。',
    'The plan was revised or withdrawn.',
    { rule: 'order.plan' },
  )
export const notDistributable = (detail: string) =>
  problem(
    'not-distributable',
    422,
    label('方案不成立', 'Not a plan'),
    `${detail}。请改债权的顺位和金额。`,
    'The claims do not make a plan.',
    { rule: 'order.participation', pointers: [{ pointer: '/claims', detail }] },
  )
export const notServedHere = () =>
  problem(
    'not-in-plan',
    422,
    label('不在方案中', 'Not in the plan'),
    '所写的人不是方案中的债权人或者被执行人。',
    'That person is neither creditor nor debtor of the plan.',
    { pointers: [{ pointer: '/person', detail: '不在方案中' }] },
  )
export const tooLateToObject = (ended: string) =>
  problem(
    'too-late-to-object',
    409,
    label('异议期已过', 'Too late to object'),
    `异议期于 ${ended} 届满，没有提出书面异议的，按方案发放。`,
    `The time for objections ended on ${ended}.`,
    { rule: 'order.plan.objection' },
  )
export const disputeTooHigh = () =>
  problem(
    'dispute-too-high',
    422,
    label('争议金额过大', 'More than the share'),
    '争议金额不能超过该份已分得而尚未发放的金额。',
    'More is disputed than the share holds.',
    { rule: 'order.plan.objection', pointers: [{ pointer: '/disputed', detail: '超过该份金额' }] },
  )
export const objectionStep = (detail: string) =>
  problem(
    'objection-step',
    409,
    label('这一步还不能记', 'Not this step'),
    `${detail}。`,
    'The objection is not at this step.',
    { rule: 'order.plan.objection' },
  )
export const planNotPayable = (detail: string, rule = 'order.plan.objection') =>
  problem(
    'plan-not-payable',
    409,
    label('方案还不能发放', 'The plan is not payable yet'),
    `${detail}。`,
    'The plan is not payable yet.',
    { rule },
  )
export const planStandsInTheWay = () =>
  problem(
    'plan-stands',
    409,
    label('本案有分配方案', 'There is a plan'),
    '本案款项按分配方案发放。请从方案中的债权人发起。',
    'The money of this case goes by its plan. Propose from a share of the plan.',
    { rule: 'order.plan' },
  )
export const notPaidInFull = (outstandingFen: bigint) =>
  problem(
    'not-paid-in-full',
    409,
    label('还没有全部履行', 'Not paid in full'),
    `还差 ${formatYuan(outstandingFen)} 元没有到位，不能发起解控。单项解除请到该项措施办理。`,
    `${formatYuan(outstandingFen)} yuan are outstanding.`,
  )
export const noSuchRelease = () =>
  problem(
    'no-such-release',
    404,
    label('清单上没有这一项', 'Not on the list'),
    '解控清单上没有这一项，或者已经确认。请刷新。',
    'It is not on the list, or was confirmed.',
  )
export const controlsLive = (count: number, titles: string) =>
  problem(
    'controls-live',
    409,
    label('解控未完成', 'Controls still live'),
    `还有 ${count} 项没有解除回执：${titles}。请先列出解控清单，逐项办理并登记回执。`,
    `${count} control(s) lack a receipt of their release.`,
    { remedy: { title: label('解控清单', 'Release checklist'), command: 'funds.list-releases' } },
  )
