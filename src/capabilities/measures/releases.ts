import { releaseOfRegister } from '#capabilities/funds'
import { label } from '#kernel/values/labels.ts'

/** What bears on the debtor and must end once the debt is paid: listed by one act, each with its receipt. */
export const measureReleases = [
  releaseOfRegister({
    kind: 'consumption-limit',
    title: label('限制消费', 'Consumption limit'),
    table: 'measures_consumption_limit',
    since: 'limited_on',
    ended: ['lifted_on'],
    told: 'target',
    page: '/measures/consumption-limits?open=',
  }),
  releaseOfRegister({
    kind: 'dishonest-listing',
    title: label('失信名单', 'Dishonest listing'),
    table: 'measures_dishonest_listing',
    since: 'listed_on',
    ended: ['removed_on'],
    told: 'ground',
    page: '/measures/dishonest-listings?open=',
  }),
  releaseOfRegister({
    kind: 'exit-ban',
    title: label('限制出境', 'Exit ban'),
    table: 'measures_exit_ban',
    since: 'decided_on',
    ended: ['lifted_on', 'ends_on'],
    told: 'measure',
    page: '/measures/exit-bans?open=',
  }),
  releaseOfRegister({
    kind: 'detention',
    title: label('司法拘留', 'Detention'),
    table: 'measures_detention',
    since: 'delivered_on',
    begun: 'delivered_on',
    ended: ['released_on', '(delivered_on + coalesce(days, 15))'],
    told: 'ground',
    page: '/measures/detentions?open=',
  }),
] as const
