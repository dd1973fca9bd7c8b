import { label, type Label } from '#kernel/values/labels.ts'

/**
 * How a case ends (结案方式), with the flags the indicators count by.
 *
 * `real`: finished in substance (实结). `full`: the claim was performed in full. `outsideBase`: left out of the base of
 * the quality indicators (结案数减去销案、撤回、移送). Source: practice handbook §2.2; 终本规定 for the round.
 */
export type Manner = {
  readonly title: Label
  readonly real: boolean
  readonly full: boolean
  readonly outsideBase: boolean
}

export const manners = {
  performed: { title: label('执行完毕', 'Performed'), real: true, full: true, outsideBase: false },
  terminated: { title: label('终结执行', 'Terminated'), real: true, full: false, outsideBase: false },
  'round-terminated': {
    title: label('终结本次执行程序', 'Round terminated'),
    real: false,
    full: false,
    outsideBase: false,
  },
  'not-enforced': { title: label('不予执行', 'Not enforced'), real: true, full: false, outsideBase: false },
  rejected: { title: label('驳回申请', 'Application rejected'), real: true, full: false, outsideBase: false },
  withdrawn: { title: label('准予撤回申请', 'Withdrawn'), real: false, full: false, outsideBase: true },
  cancelled: { title: label('销案', 'Number cancelled'), real: false, full: false, outsideBase: true },
  transferred: { title: label('移送其他法院执行', 'Transferred'), real: false, full: false, outsideBase: true },
  other: { title: label('其他', 'Other'), real: false, full: false, outsideBase: false },
} as const satisfies Record<string, Manner>

export type MannerCode = keyof typeof manners
export const mannerCodes = Object.keys(manners) as [MannerCode, ...MannerCode[]]

const byTitle = new Map<string, MannerCode>(mannerCodes.map((code) => [manners[code].title.zh, code]))

/** The code of a canonical Chinese title; results of other case types (保全完毕, 成立 …) are `other`. */
export const mannerOf = (title: string): MannerCode => byTitle.get(title) ?? 'other'
