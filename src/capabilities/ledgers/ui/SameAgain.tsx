import { Button } from 'antd'
import { Message } from '#web/components/Message.tsx'
import type { SheetRow } from '../contract.ts'

type Typed = { readonly row: number; readonly field: string; readonly text: string }
type Props = { readonly rows: readonly SheetRow[]; readonly onFix: (cells: readonly Typed[]) => void }

/** A wording corrected once is offered for every cell that has the same wording in the same column. */
export function SameAgain({ rows, onFix }: Props) {
  const offers = offersOf(rows)
  if (offers.length === 0) return null
  return (
    <Message tone="info" role="status">
      {offers.slice(0, 3).map(({ original, text, cells }) => (
        <p key={`${original} ${text}`}>
          原文同为“{original}”的另有{cells.length}处{' '}
          <Button size="small" onClick={() => onFix(cells)}>
            都改为“{text}”
          </Button>
        </p>
      ))}
    </Message>
  )
}

type Offer = { readonly original: string; readonly text: string; readonly cells: readonly Typed[] }

function offersOf(rows: readonly SheetRow[]): readonly Offer[] {
  const corrected = new Map<string, { readonly field: string; readonly original: string; readonly text: string }>()
  for (const { cells, problems } of rows) {
    for (const [field, { typed, original, text }] of Object.entries(cells)) {
      const isRight = typed === true && !problems.some((problem) => problem.field === field)
      if (isRight && original) corrected.set(`${field} ${original}`, { field, original, text })
    }
  }
  return [...corrected.values()].flatMap(({ field, original, text }) => {
    const cells = rows.flatMap(({ row, cells: own, problems }) => {
      const isWrong = problems.some((problem) => problem.field === field && problem.severity === 'error')
      return isWrong && own[field]?.text === original ? [{ row, field, text }] : []
    })
    return cells.length > 0 ? [{ original, text, cells }] : []
  })
}
