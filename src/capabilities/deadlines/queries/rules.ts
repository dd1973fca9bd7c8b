import { z } from 'zod'
import { reading } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { formatCitation } from '#law/citation.ts'
import { courtCalendar } from '../calendar.ts'
import { RuleRow } from '../contract.ts'
import { limitStart } from '../rules/due.ts'

/** The time-limit sheet (期限表): each rule that runs clocks here, as it stands for a clock that starts today. */
export const clockRules = reading({
  name: 'deadlines.rules',
  title: label('期限表', 'Time-limit sheet'),
  may: 'deadlines.read',
  input: z.object({}),
  output: z.array(RuleRow),
  read: async (tx, _input, { today }) => {
    const court = await courtCalendar(tx)
    return tx.platform.registry.gather('clocks').map((rule) => {
      const limit = rule.limit(limitStart(1, today.toString(), null), court)
      return {
        ruleId: rule.id,
        title: rule.title.zh,
        length: limit.value.length,
        source: rule.source,
        citations: limit.citations.map((citation) => formatCitation(citation)),
        remarks: [...limit.checks],
        warn: rule.warn,
        whom: rule.whom,
        missed: rule.missed.zh,
      }
    })
  },
})
