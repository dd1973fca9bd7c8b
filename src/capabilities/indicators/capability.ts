import { capability } from '#kernel/capability.ts'
import { label } from '#kernel/values/labels.ts'
import { followCases } from './case-facts.ts'
import { caseIndicators } from './case-indicators.ts'
import { bands, ownName, roundings } from './settings.ts'

export const indicators = capability({
  name: 'indicators',
  title: label('指标', 'Indicators'),
  migrations: new URL('migrations/', import.meta.url),
  permissions: {
    'indicators.read': { title: label('查看指标', 'Read indicators') },
    'indicators.freeze': { title: label('固定月末指标', 'Freeze month-end figures') },
  },
  settings: [bands, roundings, ownName],
  reactions: [followCases],
  indicators: [caseIndicators],
})
