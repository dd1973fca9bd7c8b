import { refuse } from '#kernel/problem.ts'
import { label } from '#kernel/values/labels.ts'

export const noSuchRule = (rule: string) =>
  refuse({
    type: '/problems/calculators/no-such-rule',
    status: 404,
    title: label('没有这条规则', 'No such rule'),
    detail: label(`规则表里没有“${rule}”。请核对编号，或在计算器里按名称查。`, `There is no rule ${rule}.`),
    remedy: { title: label('打开计算器', 'Open the calculators'), href: '/calculators' },
  })

export const noSuchCalculation = (name: string) =>
  refuse({
    type: '/problems/calculators/no-such-calculation',
    status: 404,
    title: label('没有这种计算', 'No such calculation'),
    detail: label(`没有名为“${name}”的计算。请从左侧选一种。`, `There is no calculation ${name}.`),
    remedy: { title: label('打开计算器', 'Open the calculators'), href: '/calculators' },
  })

type Fault = {
  readonly title: string
  readonly detail: string
  readonly pointers?: readonly { readonly pointer: string; readonly detail: string }[]
}

/** What the calculation itself says of an input it cannot use. */
export const notReckoned = ({ title, detail, pointers = [] }: Fault) =>
  refuse({
    type: '/problems/calculators/unreadable-input',
    status: 422,
    title: label(title, 'Input not usable'),
    detail: label(detail, 'The input cannot be reckoned with.'),
    pointers: pointers.map((one) => ({ ...one })),
  })
