import { formatCaseNumber, parseCaseNumber } from '../case-number.ts'
import { orgCodeCheckDigit, usccCheckDigit, validateUscc } from '../credit-code.ts'
import { type Denied, denied, type Finding, finding } from '../finding.ts'
import { residentIdCheckDigit, validateResidentId } from '../resident-id.ts'
import { ruleOn } from '../rules.ts'
import { count, day, facts, maybe, text } from './fields.ts'
import type { Json } from './json.ts'
import { type Calculator, calculator, dayText } from './outcome.ts'

/** What a reader of identifiers says, under the rule of its signs. */
const said = (rule: string, value: Json): Finding<Json> => finding(value, [ruleOn(rule)], () => [])

const check = (rule: string, digit: string | undefined): Finding<Json> | Denied<'FORMAT'> =>
  digit === undefined ? denied('FORMAT') : said(rule, { check: digit })

/** Case numbers and the numbers of persons and organisations. */
export const identifierCalculators = {
  parseCaseNumber: calculator('案号识别', 'Read a case number', facts({ text }), ({ text: written }) => {
    const parsed = parseCaseNumber(written)
    return said('caseno.format', { ...parsed })
  }),
  formatCaseNumber: calculator(
    '案号书写',
    'Write a case number',
    facts({
      year: count(1, 9999),
      court: text.nullable(),
      type: text,
      number: count(1, 1e15 - 1),
      suffix: maybe(count(1)),
    }).refine(({ court, suffix = 1 }) => court === null || suffix <= 99, {
      path: ['suffix'],
      error: '应为1至99之间的整数',
    }),
    (number) => said('caseno.format', { text: formatCaseNumber(number) }),
  ),
  residentIdCheckDigit: calculator(
    '身份号码校验码',
    'Check digit of a resident number',
    facts({ first17: text }),
    ({ first17 }) => check('id.resident', residentIdCheckDigit(first17)),
  ),
  validateResidentId: calculator(
    '身份号码校验',
    'Check a resident number',
    facts({ id: text, today: day }),
    ({ id, today }) => {
      const checked = validateResidentId(id, today)
      return said('id.resident', checked.valid ? { ...checked, birth: dayText(checked.birth) } : { ...checked })
    },
  ),
  usccCheckDigit: calculator(
    '统一社会信用代码校验码',
    'Check sign of a credit code',
    facts({ first17: text }),
    ({ first17 }) => check('id.uscc', usccCheckDigit(first17)),
  ),
  orgCodeCheckDigit: calculator(
    '组织机构代码校验码',
    'Check sign of an organisation code',
    facts({ first8: text }),
    ({ first8 }) => check('id.uscc', orgCodeCheckDigit(first8)),
  ),
  validateUscc: calculator('统一社会信用代码校验', 'Check a credit code', facts({ code: text }), ({ code }) =>
    said('id.uscc', { ...validateUscc(code) }),
  ),
} satisfies Readonly<Record<string, Calculator>>
