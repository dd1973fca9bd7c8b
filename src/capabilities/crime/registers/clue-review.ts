import type { Register } from '#capabilities/registers'
import { label } from '#kernel/values/labels.ts'

/** 线索会商: what the joint check centre (拒执打击协查中心) says of a clue at one of its weekly desks; a clue may come up again. */
export const clueReview = {
  room: 'crime',
  name: 'clue-review',
  plural: 'clue-reviews',
  title: label('拒执线索会商', 'Clue review'),
  unit: label('次', 'reviews'),
  about: 'debtor',
  hints: ['线索会商', '拒执线索会商', '协查中心会商', '拒执线索核查'],
  key: ['caseNumber', 'person', 'reviewedOn'],
  day: 'reviewedOn',
  told: 'outcome',
  mayPrecedeFiling: true,
  fields: {
    running: { kind: 'running', title: label('序号', 'No.') },
    caseNumber: { kind: 'case', title: label('案号', 'Case number') },
    person: { kind: 'person', title: label('被执行人', 'Debtor') },
    certificate: { kind: 'certificate', title: label('证件号码', 'ID number'), aside: true },
    reviewedOn: {
      kind: 'day',
      title: label('会商日期', 'Reviewed on'),
      required: true,
      synonyms: ['会商时间', '线索核查日期', '会审日期', '线索会商日期', '协查中心会商日期'],
    },
    reviewers: {
      kind: 'list',
      title: label('参加会商人员', 'Reviewers'),
      synonyms: ['参会人员', '会商人员', '参加人员', '法官和民警'],
    },
    outcome: {
      kind: 'choice',
      title: label('会商意见', 'Outcome'),
      required: true,
      synonyms: ['会商结论', '会商结果', '核查意见', '处理意见', '线索处理意见'],
      codes: {
        补证: ['补充证据', '继续取证', '补充调查'],
        移送: ['移送公安', '同意移送', '予以移送'],
        训诫: ['训诫谈话', '告诫'],
        罚拘: ['罚款、拘留', '先行拘留', '罚款', '拘留'],
        不移送: ['不予移送', '不构成犯罪', '暂不移送'],
      },
    },
    gaps: {
      kind: 'long',
      title: label('证据缺口', 'Gaps in the evidence'),
      synonyms: ['需补充证据', '补证清单', '证据不足之处', '待补证据'],
    },
    owner: {
      kind: 'text',
      title: label('责任人', 'Owner'),
      synonyms: ['补证责任人', '承担人', '落实责任人', '办理人员'],
    },
    dueOn: {
      kind: 'day',
      title: label('补证期限', 'Due on'),
      ahead: true,
      synonyms: ['补证截止日期', '完成时限', '补证时限'],
    },
  },
  views: [{ id: 'open', title: label('待补证', 'To complete'), filter: { outcome: '补证' } }],
} as const satisfies Register
