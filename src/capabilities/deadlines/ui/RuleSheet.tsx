import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { queryOptionsFor } from '#web/api.ts'
import { PlainTable } from '#web/components/PlainTable.tsx'
import { useLabels, useText } from '#web/language.ts'
import { labels, sourceClasses, whose } from '../labels.ts'
import { timeLimitSheet } from './api.ts'

/** 期限表: every rule that runs clocks here, with its length, article and consequence. */
export function RuleSheet() {
  const t = useLabels(labels)
  const text = useText()
  const { data: rules } = useSuspenseQuery(queryOptionsFor(timeLimitSheet, {}))
  return (
    <PlainTable
      caption={t.sheet}
      rows={rules}
      rowKey={({ ruleId }) => ruleId}
      columns={[
        {
          id: 'id',
          title: labels.ruleId,
          width: 84,
          cell: ({ ruleId }) => <Link to={`/deadlines?whose=all&ruleId=${ruleId}`}>{ruleId.split('.')[0]}</Link>,
        },
        { id: 'title', title: labels.rule, width: 132, cell: ({ title }) => title },
        { id: 'length', title: labels.length, width: 128, cell: ({ length }) => length },
        { id: 'basis', title: labels.basis, cell: ({ citations }) => citations[0] },
        { id: 'source', title: labels.sourceClass, width: 148, cell: ({ source }) => text(sourceClasses[source]) },
        { id: 'whom', title: labels.whom, width: 84, cell: ({ whom }) => text(whose[whom]) },
        { id: 'warn', title: labels.warn, width: 112, cell: ({ warn }) => `${warn}个工作日` },
        { id: 'missed', title: labels.missed, cell: ({ missed }) => missed },
      ]}
    />
  )
}
