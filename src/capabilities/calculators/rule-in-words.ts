import { formatCitation } from '#law/citation.ts'
import { ruleOn, versionsOf, type Rule, type RuleUnit } from '#law/rules.ts'
import type { RuleText } from './contract.ts'

const units: Readonly<Record<RuleUnit, string>> = {
  'calendar-day': '日',
  'working-day': '个工作日',
  month: '个月',
  year: '年',
  hour: '小时',
  ratio: '',
  fen: '分',
}

/** A rule with its figure, articles, days in force and what the court should check. */
export function ruleInWords(id: string, on: Temporal.PlainDate | undefined): RuleText {
  const { rule, citations, checks } = ruleOn(id, on)
  const versions = versionsOf(id)
  return {
    title: rule.titleZh,
    article: citations.slice(0, 1).map(formatCitation).join(''),
    text: [figureOf(rule), ...checks].filter((line) => line !== '').join('。'),
    effectiveFrom: (rule.sameContentSince ?? rule.effectiveFrom)?.toString() ?? '—',
    effectiveTo: rule.effectiveTo?.toString() ?? null,
    source: citations.map(formatCitation).join('；'),
    version: `第${versions.indexOf(rule) + 1}版，共${versions.length}版`,
  }
}

/** 0.000175 reads 0.0175%; the point moves, nothing is reckoned. */
function percentOf(value: string): string {
  const [whole = '', part = ''] = value.split('.')
  const digits = `${whole}${part.padEnd(2, '0')}`
  const at = whole.length + 2
  const rest = digits.slice(at).replace(/0+$/, '')
  return `${digits.slice(0, at).replace(/^0+(?=\d)/, '')}${rest === '' ? '' : `.${rest}`}%`
}

function figureOf({ value, unit, kind, onLastDayHoliday }: Rule): string {
  if (unit === 'ratio' && typeof value === 'string') return percentOf(value)
  if (typeof value !== 'number' || unit === null) return '内容见所引条文'
  const figure = `${value}${units[unit]}`
  if (kind !== 'deadline') return figure
  return `${figure}，末日遇休息日${onLastDayHoliday === 'extend' ? '顺延' : '不顺延'}`
}
