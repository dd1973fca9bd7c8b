import type { DeskCount } from '#capabilities/desk'
import { countOfView, viewOnDesk } from '#capabilities/registers'
import type { DeskSource } from '#kernel/capability.ts'
import { day } from '#kernel/values/dates.ts'
import { label } from '#kernel/values/labels.ts'
import { detentionEnd } from '#law/detention-end.ts'
import { detention } from './registers/detention.ts'

const section = label('拘留', 'Detention')
/** Papers for the release are made ready so many days before. */
const daysAhead = 3

/** Whoever is inside stands first: nobody is held past the last day (解释 (2022) art. 178). */
const release: DeskSource = viewOnDesk({
  register: detention,
  filter: { has: 'deliveredOn', lacks: 'releasedOn' },
  section,
  what: label('拘留期满释放', 'Release at the end of detention'),
  act: { name: 'release', title: label('解除', 'Release') },
  may: 'measures.record',
  why: 'ground',
  andHandler: true,
  due: ({ deliveredOn, days }, today) => {
    if (typeof deliveredOn !== 'string' || typeof days !== 'number') return null
    const { value } = detentionEnd(day(deliveredOn).toPlainDateTime(), days)
    const lastDay = 'at' in value ? value.at.toPlainDate() : value.lastDay
    const daysLeft = today.until(lastDay, { largestUnit: 'day' }).days
    if (daysLeft > daysAhead) return null
    return { dueOn: lastDay.toString(), state: daysLeft < 0 ? 'overdue' : 'custody' }
  },
})

const deliver: DeskSource = viewOnDesk({
  register: detention,
  filter: { lacks: 'deliveredOn,notDelivered' },
  section,
  what: label('送拘', 'Deliver to detention'),
  act: { name: 'deliver', title: label('送拘', 'Deliver') },
  may: 'measures.record',
  why: 'ground',
  andHandler: true,
})

export const measureDesk: readonly DeskSource[] = [release, deliver]

const shown = { register: detention, may: 'measures.read' }

export const measureCounts: readonly DeskCount[] = [
  countOfView({ ...shown, view: 'inside', title: label('在拘', 'In custody'), order: 60, tone: 'due' }),
  countOfView({ ...shown, view: 'waiting', title: label('待送拘', 'To deliver'), order: 61, tone: 'due' }),
]
