import '#capabilities/identity'
import { capability } from '#kernel/capability.ts'
import { label } from '#kernel/values/labels.ts'
import { ruleText } from './queries/rule-text.ts'

/** Calculations and rules of the law, for everyone. Nothing is kept. */
export const calculators = capability({
  name: 'calculators',
  title: label('计算器', 'Calculators'),
  migrations: null,
  permissions: { 'calculators.use': { title: label('使用计算器', 'Use the calculators') } },
  roleGrants: [{ role: 'everyone', permission: 'calculators.use', scope: 'own' }],
  queries: [ruleText],
})
