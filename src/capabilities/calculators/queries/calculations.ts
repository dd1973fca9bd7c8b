import { z } from 'zod'
import { courtCalendar } from '#capabilities/deadlines'
import { reading } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { calculators, explain, isCalculatorName, type CalculatorName } from '#law/calc.ts'
import { disposalCalculators } from '#law/calculators/disposal.ts'
import { identifierCalculators } from '#law/calculators/identifiers.ts'
import { measureCalculators } from '#law/calculators/measures.ts'
import { moneyCalculators } from '#law/calculators/money.ts'
import { periodCalculators } from '#law/calculators/periods.ts'
import { Asked, Calculations, Reckoned } from '../contract.ts'
import { fieldsOf } from '../fields-of.ts'
import { notReckoned, noSuchCalculation } from '../problems.ts'
import { resultLines } from '../result-lines.ts'

const subjects = [
  { id: 'money', title: label('费用、利息、分配', 'Fees, interest, shares'), of: moneyCalculators },
  { id: 'periods', title: label('期限', 'Periods'), of: periodCalculators },
  { id: 'measures', title: label('强制措施与信用', 'Measures and credit'), of: measureCalculators },
  { id: 'disposal', title: label('财产处置与悬赏', 'Disposal and bounties'), of: disposalCalculators },
  { id: 'identifiers', title: label('案号与证件号', 'Numbers'), of: identifierCalculators },
] as const

const subjectOf = (name: CalculatorName): string => subjects.find(({ of }) => Object.hasOwn(of, name))?.id ?? ''

/** Every calculation with its form, by subject. */
export const calculations = reading({
  name: 'calculators.list',
  title: label('计算器', 'Calculators'),
  may: 'calculators.use',
  reach: 'anyone',
  input: z.object({}),
  output: Calculations,
  read: async () => ({
    subjects: subjects.map(({ id, title }) => ({ id, title })),
    calculations: Object.keys(calculators)
      .filter(isCalculatorName)
      .map((name) => ({
        name,
        subject: subjectOf(name),
        title: label(calculators[name].titleZh, calculators[name].titleEn),
        fields: [...fieldsOf(name)],
      })),
  }),
})

/** One calculation by the court's own calendar, with derivation and articles. Nothing is kept. */
export const reckon = reading({
  name: 'calculators.reckon',
  title: label('计算', 'Reckon'),
  may: 'calculators.use',
  reach: 'anyone',
  input: Asked,
  output: Reckoned,
  read: async (tx, { name, input }) => {
    if (!isCalculatorName(name)) return noSuchCalculation(name)
    const said = explain(name, input, await courtCalendar(tx))
    if ('problem' in said) return notReckoned(said.problem)
    const { value, citations, workings, checks } = said
    const refused = typeof value === 'object' && value !== null && 'error' in value
    return {
      given: !refused,
      lines: refused ? [] : [...resultLines(name, value)],
      workings: [...workings],
      citations: citations.map(({ text }) => text),
      checks: [...checks],
    }
  },
})
