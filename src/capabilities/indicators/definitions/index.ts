import type { Definition } from '../definition.ts'
import type { CaseFactColumn } from '../tables.ts'
import {
  closingRate,
  filingsYearOnYear,
  inTimeRate,
  openOverYearShare,
  performanceRate,
  realClosingRate,
  resumedPerformanceRate,
  resumptionRate,
  roundTerminationRate,
  roundTerminationShare,
} from './closing.ts'
import { recoveryRate, recoveryRateAll } from './money.ts'
import { meanHandlingDays, overdueNodes } from './time.ts'

/** What can be counted from the case register alone, in the order of the catalogue. */
export const caseDefinitions: readonly Definition<CaseFactColumn>[] = [
  closingRate,
  performanceRate,
  resumedPerformanceRate,
  recoveryRate,
  recoveryRateAll,
  realClosingRate,
  roundTerminationRate,
  roundTerminationShare,
  inTimeRate,
  meanHandlingDays,
  openOverYearShare,
  overdueNodes,
  filingsYearOnYear,
  resumptionRate,
]
