import { countedOver, countOf, nothing, percent, type Definition } from '#capabilities/indicators'
import { label } from '#kernel/values/labels.ts'

type Set = Definition['variants'][number]['numerator']
type Where = Set['where']

/** Nobody objected for so many days: as good as accepted. */
const quietDays = 30

const within: Where = { kind: 'dated', column: 'falls_due_on', from: 'from', to: 'until' }
const inTime: Where = { kind: 'flag', column: 'in_time' }
const accepted: Where = {
  kind: 'any',
  of: [
    { kind: 'dated', column: 'accepted_on', to: 'until' },
    {
      kind: 'all',
      of: [
        { kind: 'apart', start: 'answered_on', end: 'until', by: { days: quietDays } },
        { kind: 'not', of: { kind: 'dated', column: 'review_asked_on', to: 'until' } },
      ],
    },
  ],
}
const set = (zh: string, en: string, ...of: readonly Where[]): Set => ({
  title: label(zh, en),
  period: 'cohort',
  where: { kind: 'all', of: [within, ...of] },
  measure: { kind: 'count' },
})
const due = set('应办结的信访', 'Complaints due')
const answered = set('按期答复', 'Answered in time', inTime)
const settled = set('按期答复并经核销，或三十日内无异议', 'Answered in time and accepted', inTime, accepted)

export const complaintsSettled: Definition = {
  id: 'K18',
  version: 1,
  validFrom: '2024-01-01',
  title: label('执行信访办结率', 'Complaints settled'),
  direction: 'up',
  form: percent,
  source: '按应办结日归期；上级核销或答复后三十日无异议才计入，为本院自定',
  variants: [
    {
      key: 'printed',
      title: label('执行信访办结率（以应办结为基数）', 'Settled, of complaints due'),
      numerator: settled,
      denominator: due,
    },
    {
      key: 'answered',
      title: label('执行信访按期答复率（以应办结为基数）', 'Answered in time, of complaints due'),
      numerator: answered,
      denominator: due,
    },
    {
      key: 'due',
      title: label('应办结的执行信访', 'Complaints due'),
      numerator: due,
      denominator: nothing,
      form: countOf('case'),
    },
  ],
}

export const counted = countedOver(
  'supervision',
  {
    name: 'supervision_complaint_due',
    id: 'entry_id',
    title: 'complaint_number',
    on: 'falls_due_on',
    detail: 'category',
    handler: 'handler_id',
    team: 'team_id',
    page: '/supervision/complaints?open=',
  },
  [complaintsSettled],
)
