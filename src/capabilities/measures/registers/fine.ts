import type { Register } from '#capabilities/registers'
import { label } from '#kernel/values/labels.ts'
import { caseNumber, certificate, decidedOn, decisionNumber, groundOfSanction, person, running } from './fields.ts'

/** 罚款: decided by the president in writing, paid to the treasury. */
export const fine = {
  room: 'measures',
  name: 'fine',
  plural: 'fines',
  title: label('罚款', 'Fine'),
  unit: label('件', 'decisions'),
  about: 'debtor',
  hints: ['罚款'],
  key: ['caseNumber', 'person', 'decidedOn'],
  day: 'decidedOn',
  told: 'amount',
  fields: {
    running,
    caseNumber,
    person,
    certificate,
    decisionNumber,
    decidedOn,
    ground: {
      kind: 'choice',
      title: label('罚款事由', 'Ground'),
      synonyms: ['事由', '原因', '罚款原因', '处罚事由'],
      codes: groundOfSanction,
    },
    amount: {
      kind: 'fen',
      title: label('罚款金额', 'Amount'),
      required: true,
      synonyms: ['罚款额', '金额', '罚款数额', '处罚金额'],
    },
    paid: {
      kind: 'fen',
      title: label('已缴金额', 'Paid'),
      emptyIsNone: true,
      synonyms: ['缴纳金额', '已缴纳金额', '实缴金额', '已缴罚款'],
    },
    paidOn: { kind: 'day', title: label('缴纳日期', 'Paid on'), synonyms: ['缴款日期', '缴纳时间', '缴清日期'] },
  },
  steps: [
    { act: 'pay', done: 'paid', title: label('登记缴纳', 'Record payment'), day: 'paidOn', fields: ['paidOn', 'paid'] },
  ],
  views: [{ id: 'unpaid', title: label('未缴', 'Unpaid'), filter: { lacks: 'paidOn' } }],
} as const satisfies Register
