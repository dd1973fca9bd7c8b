import type { Field, Register } from '#capabilities/registers'
import { label } from '#kernel/values/labels.ts'

const caseNumber = { kind: 'case', title: label('案号', 'Case number') } as const satisfies Field
const person = { kind: 'person', title: label('被执行人', 'Debtor') } as const satisfies Field
const certificate = {
  kind: 'certificate',
  title: label('证件号码', 'ID number'),
  aside: true,
} as const satisfies Field

/** 协助请求 (协助执行通知书): what a unit is asked for, with its four clocks: received, reminded, replied, due. */
export const assistanceRequest = {
  room: 'partners',
  name: 'assistance-request',
  plural: 'assistance-requests',
  title: label('协助请求', 'Request'),
  unit: label('件', 'requests'),
  about: 'debtor',
  hints: ['协助请求', '协助执行通知', '协助函', '协执'],
  key: ['caseNumber', 'unit', 'sentOn', 'number'],
  day: 'sentOn',
  told: 'unit',
  fields: {
    number: {
      kind: 'text',
      numbered: 'XZ{day}-{nnn}',
      title: label('文书号', 'Document no.'),
      synonyms: ['协助执行通知书文号', '通知书文号', '文号', '请求编号', '函号'],
    },
    caseNumber,
    person,
    certificate,
    stream: {
      kind: 'choice',
      title: label('协作类别', 'Stream'),
      required: true,
      synonyms: ['请求类别', '协助类别', '协作类型'],
      codes: { 配合执行: ['协助执行', '协助'], 惩戒失信: ['联合惩戒', '惩戒'], 打击拒执: ['拒执', '打击拒执犯罪'] },
    },
    unit: {
      kind: 'text',
      title: label('协助单位', 'Unit asked'),
      required: true,
      synonyms: ['被请求单位', '协助义务单位', '协助执行单位', '送达单位', '受请求单位'],
    },
    matter: {
      kind: 'long',
      title: label('协助事项', 'Matter'),
      required: true,
      synonyms: ['请求事项', '协助内容', '协助执行事项', '请求内容'],
    },
    sentOn: {
      kind: 'day',
      title: label('发出日期', 'Sent on'),
      required: true,
      synonyms: ['发函日期', '请求日期', '送出日期', '发出时间', '发文日期'],
    },
    dueOn: {
      kind: 'day',
      title: label('答复期限', 'Due on'),
      ahead: true,
      synonyms: ['要求答复日期', '应答复日期', '答复截止日期', '回复期限'],
    },
    receivedOn: {
      kind: 'day',
      title: label('签收日期', 'Received on'),
      synonyms: ['送达日期', '签收时间', '收函日期'],
    },
    remindedOn: { kind: 'day', title: label('催办日期', 'Reminded on'), synonyms: ['催办时间', '督促日期'] },
    repliedOn: {
      kind: 'day',
      title: label('答复日期', 'Replied on'),
      synonyms: ['回复日期', '回函日期', '答复时间', '反馈日期', '回执日期'],
    },
    reply: {
      kind: 'choice',
      title: label('答复结果', 'Reply'),
      synonyms: ['回复结果', '协助结果', '办理结果', '答复情况'],
      codes: {
        已协助: ['协助完成', '已办理', '办结'],
        部分协助: ['部分办理'],
        查无: ['无记录', '查无信息', '无财产'],
        拒绝协助: ['拒绝', '不予协助'],
      },
    },
    answer: {
      kind: 'long',
      title: label('答复内容', 'Answer'),
      synonyms: ['回复内容', '反馈内容', '拒绝理由', '答复说明'],
      aside: true,
    },
  },
  steps: [
    {
      act: 'receive',
      done: 'received',
      title: label('登记签收', 'Record receipt'),
      day: 'receivedOn',
      fields: ['receivedOn'],
    },
    {
      act: 'remind',
      done: 'reminded',
      title: label('催办', 'Remind'),
      day: 'remindedOn',
      fields: ['remindedOn'],
      again: true,
    },
    {
      act: 'reply',
      done: 'replied',
      title: label('登记答复', 'Record the reply'),
      day: 'repliedOn',
      fields: ['repliedOn', 'reply', 'answer'],
    },
  ],
  views: [
    { id: 'waiting', title: label('待答复', 'Waiting'), filter: { lacks: 'repliedOn' } },
    { id: 'refused', title: label('拒绝协助', 'Refused'), filter: { reply: '拒绝协助' } },
  ],
} as const satisfies Register

/** 惩戒回执: one unit restricts one person because of one entry, and lifts it when the entry goes. The cells of the matrix. */
export const unitRestriction = {
  room: 'partners',
  name: 'unit-restriction',
  plural: 'unit-restrictions',
  title: label('惩戒回执', 'Restriction receipt'),
  unit: label('条', 'receipts'),
  about: 'debtor',
  mayFollowClosing: true,
  hints: ['惩戒推送', '惩戒回执', '联合惩戒', '限制回执'],
  key: ['caseNumber', 'person', 'unit', 'pushedOn'],
  day: 'pushedOn',
  told: 'unit',
  fields: {
    running: { kind: 'running', title: label('序号', 'No.') },
    caseNumber,
    person,
    certificate,
    basis: {
      kind: 'choice',
      title: label('推送依据', 'Because of'),
      required: true,
      synonyms: ['惩戒依据', '推送事由', '名单类别'],
      codes: { 失信名单: ['失信', '纳入失信', '失信被执行人'], 限制消费: ['限消', '限高', '限制高消费'] },
    },
    unit: {
      kind: 'text',
      title: label('惩戒单位', 'Unit'),
      required: true,
      synonyms: ['推送单位', '接收单位', '限制单位', '实施惩戒单位'],
    },
    pushedOn: {
      kind: 'day',
      title: label('推送日期', 'Pushed on'),
      required: true,
      synonyms: ['推送时间', '通报日期', '发送日期'],
    },
    readOn: { kind: 'day', title: label('签收日期', 'Read on'), synonyms: ['接收日期', '已读日期', '查收日期'] },
    appliedOn: {
      kind: 'day',
      title: label('限制日期', 'Restricted on'),
      synonyms: ['采取限制日期', '惩戒日期', '实施日期', '限制时间'],
    },
    restriction: {
      kind: 'text',
      title: label('限制内容', 'Restriction'),
      synonyms: ['惩戒措施', '限制措施', '限制事项', '惩戒内容'],
    },
    revokedOn: {
      kind: 'day',
      title: label('撤销推送日期', 'Revocation pushed on'),
      synonyms: ['撤销日期', '通知解除日期', '推送撤销日期'],
    },
    liftedOn: {
      kind: 'day',
      title: label('解除日期', 'Lifted on'),
      synonyms: ['解除限制日期', '解除时间', '解除回执日期'],
    },
  },
  steps: [
    { act: 'read', done: 'read', title: label('登记签收', 'Record as read'), day: 'readOn', fields: ['readOn'] },
    {
      act: 'apply',
      done: 'applied',
      title: label('登记限制', 'Record the restriction'),
      day: 'appliedOn',
      fields: ['appliedOn', 'restriction'],
    },
    {
      act: 'revoke',
      done: 'revoked',
      title: label('推送撤销', 'Push the revocation'),
      day: 'revokedOn',
      fields: ['revokedOn'],
    },
    { act: 'lift', done: 'lifted', title: label('登记解除', 'Record lifting'), day: 'liftedOn', fields: ['liftedOn'] },
  ],
  views: [
    { id: 'live', title: label('限制中', 'In force'), filter: { has: 'appliedOn', lacks: 'liftedOn' } },
    { id: 'unlifted', title: label('撤销待解除', 'To lift'), filter: { has: 'revokedOn', lacks: 'liftedOn' } },
  ],
} as const satisfies Register
