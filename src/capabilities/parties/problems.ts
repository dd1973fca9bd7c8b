import { refuse } from '#kernel/problem.ts'
import { label } from '#kernel/values/labels.ts'

export const noSuchParty = () =>
  refuse({
    type: '/problems/parties/no-such-party',
    status: 404,
    title: label('没有这个当事人', 'No such party'),
    detail: label('本院没有这个当事人。请核对姓名或证件号。', 'There is no such party in this court.'),
  })

export const nothingToReveal = () =>
  refuse({
    type: '/problems/parties/nothing-to-reveal',
    status: 404,
    title: label('没有登记这一项', 'Not on record'),
    detail: label('这个人没有登记这一项，无可查看。', 'There is no such value on record.'),
  })

export const notInThatCase = () =>
  refuse({
    type: '/problems/parties/not-in-that-case',
    status: 422,
    title: label('不是该案当事人', 'Not a party of that case'),
    detail: label('所填案件里没有这个人。请选他在的案件，或不填。', 'The person stands in no such case.'),
    pointers: [{ pointer: '/caseId', detail: '不是该案当事人' }],
  })

export const lookIsOver = () =>
  refuse({
    type: '/problems/parties/look-is-over',
    status: 403,
    title: label('查看时间已过', 'The look is over'),
    detail: label('一次查看只在 60 秒内有效。需要时再次写明用途查看。', 'A look lasts 60 seconds. Ask again.'),
    remedy: { title: label('再次查看', 'Look again'), command: 'parties.reveal' },
  })

export const sameRecord = () =>
  refuse({
    type: '/problems/parties/same-record',
    status: 422,
    title: label('是同一条记录', 'The same record'),
    detail: label('两条记录其实是同一条，不用合并。', 'Both are one record already.'),
  })

export const differentIdentifiers = (kind: string) =>
  refuse({
    type: '/problems/parties/different-identifiers',
    status: 409,
    title: label('证件号不同，不能合并', 'Different identifiers'),
    detail: label(
      `两人的${kind}不同，是两个人。证件号录错的，请先在原案更正。`,
      'Two identifiers of one kind differ: they are two persons.',
    ),
  })

export const differentKinds = () =>
  refuse({
    type: '/problems/parties/different-kinds',
    status: 409,
    title: label('一个是人，一个是单位', 'A person and an organisation'),
    detail: label('自然人不能与单位合并。请核对是否选错。', 'A natural person cannot be merged with an organisation.'),
  })

export const alreadyMerged = () =>
  refuse({
    type: '/problems/parties/already-merged',
    status: 409,
    title: label('其中一条已合并', 'Already merged'),
    detail: label(
      '其中一条已并入另一条。需要改动时，先撤销原来的合并。',
      'One of them is merged already. Undo that first.',
    ),
    remedy: { title: label('撤销合并', 'Undo the merge'), command: 'parties.undo-merge' },
  })

export const mergeIsWaiting = () =>
  refuse({
    type: '/problems/parties/merge-is-waiting',
    status: 409,
    title: label('已有人提出合并', 'Already proposed'),
    detail: label('这条记录已有一个合并待批。请等审批结果。', 'A merge of this record waits for a decision.'),
  })

export const noSuchMerge = () =>
  refuse({
    type: '/problems/parties/no-such-merge',
    status: 404,
    title: label('没有这个合并', 'No such merge'),
    detail: label('没有这个合并申请，或者它不在本院。', 'There is no such merge in this court.'),
  })

export const mergeDecided = () =>
  refuse({
    type: '/problems/parties/merge-decided',
    status: 409,
    title: label('已经审批', 'Already decided'),
    detail: label('这个合并已经审批过。需要改动时撤销合并。', 'The merge was decided already.'),
  })

export const approverProposedIt = () =>
  refuse({
    type: '/problems/parties/approver-proposed-it',
    status: 403,
    title: label('提出人不得审批', 'The proposer may not approve'),
    detail: label('合并由您提出，须由另一位同事审批。请转交。', 'You proposed it; another person decides.'),
  })

export const notMerged = () =>
  refuse({
    type: '/problems/parties/not-merged',
    status: 409,
    title: label('没有合并可撤', 'Nothing to undo'),
    detail: label('这条记录没有并入别人，不用撤销。', 'The record is not merged into another.'),
  })

export const sameSpelling = () =>
  refuse({
    type: '/problems/parties/same-spelling',
    status: 422,
    title: label('写法没有变', 'The spelling is the same'),
    detail: label('新写法与现在的相同，没有改动。', 'The new spelling is the present one.'),
    pointers: [{ pointer: '/name', detail: '与现在的相同' }],
  })

export const phoneKnown = () =>
  refuse({
    type: '/problems/parties/phone-known',
    status: 409,
    title: label('电话已登记', 'Phone on record'),
    detail: label('这个电话已登记在此人名下。', 'The phone is on record for this person already.'),
    pointers: [{ pointer: '/phone', detail: '已登记' }],
  })
