import { countOf, nothing, percent, type Definition } from '#capabilities/indicators'
import { indicatorsOver } from '#capabilities/registers'
import { label } from '#kernel/values/labels.ts'
import { assistanceRequest } from './registers/requests.ts'

type Set = Definition['variants'][number]['numerator']

const due: Set = {
  title: label('应答复的请求', 'Requests due'),
  period: 'cohort',
  where: { kind: 'dated', column: 'due_on', from: 'from', to: 'until' },
  measure: { kind: 'count' },
}
const inTime: Set = {
  ...due,
  title: label('按期答复', 'Replied in time'),
  where: {
    kind: 'all',
    of: [
      due.where,
      { kind: 'dated', column: 'replied_on', to: 'until' },
      { kind: 'not', of: { kind: 'apart', start: 'due_on', end: 'replied_on', by: { days: 0 } } },
    ],
  },
}
const sent: Set = {
  ...due,
  title: label('发出的请求', 'Requests sent'),
  period: 'flow',
  where: { kind: 'dated', column: 'sent_on', from: 'from', to: 'until' },
}
const refused: Set = {
  ...sent,
  title: label('拒绝协助', 'Refused'),
  where: {
    kind: 'all',
    of: [
      { kind: 'one-of', column: 'reply', values: ['拒绝协助'] },
      { kind: 'dated', column: 'replied_on', from: 'from', to: 'until' },
    ],
  },
}

/** K44: of the requests whose reply fell due in the period, those answered by that day. */
export const partnerIndicators = indicatorsOver(assistanceRequest, [
  {
    id: 'K44',
    version: 1,
    validFrom: '2024-01-01',
    title: label('联动答复及时率', 'Partner replies in time'),
    direction: 'up',
    form: percent,
    source: '以答复期限在期间内的请求为基数；没有答复期限的不计',
    variants: [
      { key: 'printed', title: label('联动答复及时率', 'Replies in time'), numerator: inTime, denominator: due },
      ...[sent, refused].map((numerator, i) => ({
        key: ['sent', 'refused'][i] ?? '',
        title: numerator.title,
        numerator,
        denominator: nothing,
        form: countOf('case'),
      })),
    ],
  },
])
