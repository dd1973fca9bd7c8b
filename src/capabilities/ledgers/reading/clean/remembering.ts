import type { CleanValue, Severity } from '../layout.ts'
import type { RawCell } from '../raw.ts'
import type { Cleaner, Repair } from './cleaning.ts'

const rememberedCells = 4000
const longestRemembered = 24

type Remark = readonly [code: string, message: string, severity: Severity | undefined]
type Verdict = { readonly value: CleanValue; readonly repairs: readonly Repair[]; readonly remarks: readonly Remark[] }

/** The same cleaner, which keeps its verdicts on short texts and repeats them word for word. */
export function remembering(clean: Cleaner): Cleaner {
  const verdicts = new Map<RawCell, Verdict>()
  return (cell, sink) => {
    if (typeof cell === 'string' && cell.length > longestRemembered) return clean(cell, sink)
    let verdict = verdicts.get(cell)
    if (!verdict) {
      verdict = judgeOnce(clean, cell)
      // A copy of a text: a slice of the file would keep the whole piece alive.
      const key = typeof cell === 'string' ? Buffer.from(cell).toString() : cell
      if (verdicts.size < rememberedCells) verdicts.set(key, verdict)
    }
    if (verdict.repairs === nothing && verdict.remarks === nothing) return verdict.value
    for (const repair of verdict.repairs) sink.repair(repair)
    for (const [code, message, severity] of verdict.remarks) sink.problem(code, message, severity)
    return verdict.value
  }
}

const nothing: readonly never[] = []

function judgeOnce(clean: Cleaner, cell: RawCell): Verdict {
  const repairs: Repair[] = []
  const remarks: Remark[] = []
  const value = clean(cell, {
    repair: (repair) => void repairs.push(repair),
    problem: (code, message, severity) => void remarks.push([code, message, severity]),
  })
  const isPlain = repairs.length === 0 && remarks.length === 0
  return isPlain ? { value, repairs: nothing, remarks: nothing } : { value, repairs, remarks }
}
