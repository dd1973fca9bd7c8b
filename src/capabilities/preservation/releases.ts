import { releaseOfRegister } from '#capabilities/funds'
import { label } from '#kernel/values/labels.ts'

export const preservationReleases = [
  releaseOfRegister({
    kind: 'preserved-asset',
    title: label('保全财产', 'Preserved property'),
    table: 'preservation_preserved_asset',
    since: 'starts_on',
    ended: ['released_on', 'ends_on'],
    told: `concat_ws(' ', asset_kind, asset, authority)`,
    page: '/preservation/assets?open=',
  }),
] as const
