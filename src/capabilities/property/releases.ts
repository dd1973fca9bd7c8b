import { releaseOfRegister } from '#capabilities/funds'
import { label } from '#kernel/values/labels.ts'

/** Seizures and freezes that still stand; one whose end has passed holds nothing. */
export const seizureReleases = [
  releaseOfRegister({
    kind: 'seizure',
    title: label('查封冻结', 'Seizure'),
    table: 'property_seizure',
    since: 'starts_on',
    ended: ['released_on', 'ends_on'],
    told: `concat_ws(' ', asset_kind, asset, measure, authority)`,
    page: '/property/seizures?open=',
  }),
] as const
