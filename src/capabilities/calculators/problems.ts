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
