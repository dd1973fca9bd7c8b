import { capability } from '#kernel/capability.ts'
import { label } from '#kernel/values/labels.ts'
import { followCases } from './case-facts.ts'
import { caseIndicators } from './case-indicators.ts'
import { freeze } from './commands/freeze.ts'
import { namePublication } from './commands/name-publication.ts'
import { freezeMonth } from './jobs/freeze-month.ts'
import { monthNames } from './record-names.ts'
import { benchmarkIntake } from './ledgers/benchmark-intake.ts'
import { benchmarks } from './queries/benchmarks.ts'
import { comparison } from './queries/comparison.ts'
import { definition } from './queries/definition.ts'
import { honesty, honestyCases } from './queries/honesty.ts'
import { records } from './queries/records.ts'
import { trend } from './queries/trend.ts'
import { values } from './queries/values.ts'
import { years } from './queries/years.ts'
import { bands, ownName, roundings, yearStartsIn } from './settings.ts'

export const indicators = capability({
  name: 'indicators',
  title: label('指标', 'Indicators'),
  migrations: new URL('migrations/', import.meta.url),
  permissions: {
    'indicators.read': { title: label('查看指标', 'Read indicators') },
    'indicators.freeze': { title: label('固定月末指标', 'Freeze month-end figures') },
    'indicators.benchmarks': { title: label('登记通报来源', 'Keep published tables') },
  },
  roleGrants: [
    { role: 'director', permission: 'indicators.read', scope: 'court' },
    { role: 'director', permission: 'indicators.freeze', scope: 'court' },
    { role: 'director', permission: 'indicators.benchmarks', scope: 'court' },
    { role: 'office', permission: 'indicators.benchmarks', scope: 'court' },
    { role: 'president', permission: 'indicators.read', scope: 'court' },
    { role: 'office', permission: 'indicators.read', scope: 'court' },
    { role: 'inspector', permission: 'indicators.read', scope: 'court' },
    { role: 'clerk', permission: 'indicators.read', scope: 'court' },
    { role: 'judge', permission: 'indicators.read', scope: 'court' },
  ],
  settings: [bands, roundings, ownName, yearStartsIn],
  commands: [freeze, namePublication],
  queries: [years, values, definition, records, trend, honesty, honestyCases, benchmarks, comparison],
  jobs: [freezeMonth],
  reactions: [followCases],
  recordNames: { month: monthNames },
  indicators: [caseIndicators],
  ledgers: [benchmarkIntake],
})
