import { refuse } from '#kernel/problem.ts'
import { label } from '#kernel/values/labels.ts'
import { formatYuan } from '#kernel/values/money.ts'

export const noSuchLine = () =>
  refuse({
    type: '/problems/funds/no-such-line',
    status: 404,
    title: label('没有这笔流水', 'No such bank line'),
    detail: label('本院没有这笔流水。请从到账清单打开。', 'There is no such bank line in this court.'),
  })

export const nothingLeft = (unclaimedFen: bigint, askedFen: bigint) =>
  refuse({
    type: '/problems/funds/more-than-left',
    status: 409,
    title: label('超过可认领金额', 'More than is left'),
    detail: label(
      `这笔还有 ${formatYuan(unclaimedFen)} 元未认领，填写了 ${formatYuan(askedFen)} 元。请改金额。`,
      `${formatYuan(unclaimedFen)} yuan are left, ${formatYuan(askedFen)} were asked for.`,
    ),
    parameters: { unclaimedFen: unclaimedFen.toString(), askedFen: askedFen.toString() },
  })

export const notPositive = (index: number) =>
  refuse({
    type: '/problems/funds/not-positive',
    status: 422,
    title: label('金额须大于零', 'Not a positive sum'),
    detail: label('每一份的金额都须大于零。请改金额。', 'Every part must be more than nothing.'),
    pointers: [{ pointer: `/parts/${index}/amountFen`, detail: '须大于零' }],
  })

export const caseNeeded = (index: number) =>
  refuse({
    type: '/problems/funds/case-needed',
    status: 422,
    title: label('请写案号', 'Case needed'),
    detail: label('案款须认领到案件。请填写案号，如（2024）川1123执12号。', 'Money of a case needs its number.'),
    pointers: [{ pointer: `/parts/${index}/caseNumber`, detail: '请填写案号，如（2024）川1123执12号' }],
  })

export const alreadyWaiting = () =>
  refuse({
    type: '/problems/funds/claim-waiting',
    status: 409,
    title: label('已有人提出认领', 'A claim is waiting'),
    detail: label(
      '这笔已有人提出认领，等待复核。请先复核或退回。',
      'Somebody has proposed a claim. Decide on it first.',
    ),
  })

export const noSuchProposal = () =>
  refuse({
    type: '/problems/funds/no-such-claim-proposal',
    status: 404,
    title: label('没有待复核的认领', 'No claim waits'),
    detail: label('这项认领已经处理或不存在。请刷新。', 'It was decided already or does not exist.'),
  })

export const ownProposal = () =>
  refuse({
    type: '/problems/funds/own-claim',
    status: 403,
    title: label('须由另一人复核', 'Another person must confirm'),
    detail: label('提出认领的人不能自己复核。请另一位复核。', 'Whoever proposed it does not confirm it.'),
  })

export const noSuchClaim = () =>
  refuse({
    type: '/problems/funds/no-such-claim',
    status: 404,
    title: label('没有这笔认领', 'No such claim'),
    detail: label('本院没有这笔认领。请从案件的案款页打开。', 'There is no such claim in this court.'),
  })

export const claimUndone = () =>
  refuse({
    type: '/problems/funds/claim-undone',
    status: 409,
    title: label('认领已撤销', 'Claim undone'),
    detail: label('这笔认领已经撤销。', 'The claim was undone already.'),
  })

export const claimPaidOut = (paidFen: bigint) =>
  refuse({
    type: '/problems/funds/claim-paid-out',
    status: 409,
    title: label('已经发放', 'Paid out'),
    detail: label(
      `其中 ${formatYuan(paidFen)} 元已经发放，不能撤销认领。请先办退回或冲正。`,
      `${formatYuan(paidFen)} yuan of it were paid out.`,
    ),
    parameters: { paidFen: paidFen.toString() },
  })

export const claimHeld = () =>
  refuse({
    type: '/problems/funds/claim-held',
    status: 409,
    title: label('已列入发放', 'Held by a payout'),
    detail: label(
      '这笔案款已列入一项发放申请，不能撤销认领。请先撤回或退回该申请。',
      'A payout under way holds this money. Withdraw the payout first.',
    ),
  })

export const paperNotSent = (names: readonly string[]) =>
  refuse({
    type: '/problems/funds/paper-not-sent',
    status: 422,
    title: label('凭证没有传上来', 'Papers missing'),
    detail: label(
      `没有收到 ${names.join('、')}。请重新上传凭证。`,
      'A paper was named that was not sent. Send it again.',
    ),
    pointers: [{ pointer: '/papers', detail: '请重新上传' }],
  })

export const noSuchPaper = () =>
  refuse({
    type: '/problems/funds/no-such-paper',
    status: 404,
    title: label('没有这份凭证', 'No such paper'),
    detail: label('这笔认领没有附这份凭证。请从案件的案款页打开。', 'This claim has no such paper.'),
  })
