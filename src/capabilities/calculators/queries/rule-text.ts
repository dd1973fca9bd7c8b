import { reading } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { rules } from '#law/rules.ts'
import { RuleQuestion, RuleText } from '../contract.ts'
import { noSuchRule } from '../problems.ts'
import { ruleInWords } from '../rule-in-words.ts'

const known = new Set(rules.map(({ id }) => id))

/** What stands behind the mark of a rule. The law is the same for everyone. */
export const ruleText = reading({
  name: 'rules.text',
  title: label('规则原文', 'Text of a rule'),
  may: 'calculators.use',
  reach: 'anyone',
  input: RuleQuestion,
  output: RuleText,
  read: async (_tx, { rule, on }) => (known.has(rule) ? ruleInWords(rule, on) : noSuchRule(rule)),
})
