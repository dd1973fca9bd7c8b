import { z } from 'zod'
import { label } from '#kernel/values/labels.ts'
import { commandContract, listContract, readingContract } from '#web/api.ts'
import {
  Comparison,
  Course,
  CourseInput,
  DefinitionInput,
  DefinitionShown,
  FreezeInput,
  HonestyCase,
  HonestyCasesInput,
  HonestyShown,
  IndicatorRecord,
  MemberRow,
  PeriodInput,
  Publication,
  RecordsInput,
  Values,
  ValuesInput,
  Years,
} from '../contract.ts'

export const years = readingContract({ name: 'indicators.years', input: z.object({}), output: Years })
export const values = readingContract({ name: 'indicators.values', input: ValuesInput, output: Values })
export const course = readingContract({ name: 'indicators.trend', input: CourseInput, output: Course })
export const definition = readingContract({
  name: 'indicators.definition',
  input: DefinitionInput,
  output: DefinitionShown,
})
export const records = listContract({ name: 'indicators.records', input: RecordsInput, row: IndicatorRecord })
/** The list behind a figure that another room counts. */
export const members = (room: string) =>
  listContract({ name: `${room}.indicator-records`, input: RecordsInput, row: MemberRow })
export const checks = readingContract({ name: 'indicators.honesty', input: PeriodInput, output: HonestyShown })
export const checkCases = listContract({
  name: 'indicators.honesty-cases',
  input: HonestyCasesInput,
  row: HonestyCase,
})
export const comparison = readingContract({
  name: 'indicators.comparison',
  input: PeriodInput.omit({ asOf: true }),
  output: Comparison,
})

export const freeze = commandContract({
  name: 'indicators.freeze',
  title: label('固定月末指标', 'Freeze month-end figures'),
  input: FreezeInput,
})
export const namePublication = commandContract({
  name: 'indicators.name-publication',
  title: label('注明通报来源', 'Name the publication'),
  input: Publication,
})
