import { releaseOfRegister } from '#capabilities/funds'
import { label } from '#kernel/values/labels.ts'

export const restrictionReleases = [
  releaseOfRegister({
    kind: 'unit-restriction',
    title: label('联合惩戒', 'Restriction by a unit'),
    table: 'partners_unit_restriction',
    since: 'pushed_on',
    ended: ['lifted_on'],
    told: `concat_ws(' ', unit, restriction)`,
    page: '/partners/unit-restrictions?open=',
  }),
] as const
