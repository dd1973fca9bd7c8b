import { isRefusal } from '#kernel/problem.ts'
import { recordReading } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { Preview, PreviewQuestion } from '../contract.ts'
import { shownAtMost } from '../preview.ts'
import { importRecord } from '../store.ts'
import { trialFor } from '../trials.ts'

const pageSize = 400

/** What an import would do: counts, wrong rows with their neighbours, differences field by field. Nothing is written. */
export const preview = recordReading({
  name: 'ledgers.preview',
  title: label('检查', 'Check of an import'),
  may: 'ledgers.import',
  record: importRecord,
  input: PreviewQuestion,
  output: Preview,
  read: async (tx, prepared, { sheet, view, context, after, code, column }, occasion) => {
    const trial = await trialFor(tx, prepared, sheet, occasion)
    if (isRefusal(trial)) return trial
    const { rows, columns, groups, differences, changedFields, ...rest } = trial
    const wanted = rows[view].filter((row) => {
      if (row.row <= after || (row.isContext && !context)) return false
      return code === undefined || row.problems.some((one) => one.code === code && one.column === column)
    })
    const page = wanted.slice(0, pageSize)
    return {
      ...rest,
      sheet,
      columns: [...columns],
      groups: [...groups],
      rows: page,
      next: wanted.length > pageSize ? (page.at(-1)?.row ?? null) : null,
      shownAtMost,
      changedFields: [...changedFields],
      differences: [...differences],
    }
  },
})
