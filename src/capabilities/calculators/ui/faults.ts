import { type Label, label } from '#kernel/values/labels.ts'
import type { CalcFailure, CalculatorName } from '#law/calc.ts'
import type { Field, Shape } from './fields.ts'
import { fieldTitle, inWords } from './words.ts'

/** Something the law could not reckon with, beside the field where it stands; `at` is empty for the whole form. */
export type Fault = {
  /** `segments.0.from` */
  readonly at: string
  /** 计息时段 第1行 起 */
  readonly where: Label
  readonly detail: string
  readonly missing: boolean
}

export function faultsOf(name: CalculatorName, fields: readonly Field[], { problem }: CalcFailure): readonly Fault[] {
  const pointers = problem.pointers ?? [{ pointer: '', detail: problem.detail }]
  return pointers.map(({ pointer, detail }) => {
    const path = pointer.split('/').slice(1)
    return {
      at: path.join('.'),
      where: whereOf(name, path),
      detail: detailOf(shapeAt(fields, path), inWords(name, detail)),
      missing: /^(缺少|至少)/.test(detail),
    }
  })
}

function whereOf(name: CalculatorName, path: readonly string[]): Label {
  const steps = path.map((step) =>
    /^\d+$/.test(step) ? label(`第${Number(step) + 1}行`, `row ${Number(step) + 1}`) : fieldTitle(name, step),
  )
  return label(steps.map(({ zh }) => zh).join(' '), steps.map(({ en }) => en).join(' '))
}

function shapeAt(fields: readonly Field[], [step, ...rest]: readonly string[]): Shape | undefined {
  const shape = fields.find(({ name }) => name === step)?.shape
  return shape && shapeIn(shape, rest)
}

function shapeIn(shape: Shape, path: readonly string[]): Shape | undefined {
  if (path.length === 0) return shape
  if (shape.kind === 'list') return shapeIn(shape.item, path.slice(1))
  return shape.kind === 'group' ? shapeAt(shape.fields, path) : undefined
}

/** The wire counts fen and millionths; the person types yuan and per cent. */
function detailOf(shape: Shape | undefined, detail: string): string {
  if (detail.startsWith('缺少')) return detail === '缺少必填项' ? '请填写' : detail
  if (shape?.kind === 'amount') return '金额须到分，可填 32000.00 或 3.2万'
  if (shape?.kind === 'percent') return '请填百分数，小数至多四位，如 3.45'
  if (shape?.kind === 'moment') return '请填日期和时间，如 2024-03-01 10:20'
  return detail
}
