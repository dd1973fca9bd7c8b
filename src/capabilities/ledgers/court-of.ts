import type { Intake } from './intake.ts'
import { planLedger, type FileInput, type FileProblem } from './reading/index.ts'

/** The code of most case numbers of a file, for a database that has no court yet; null when it names none. */
export async function courtOfFile(file: FileInput, intakes: readonly Intake[]): Promise<string | null | FileProblem> {
  const plan = await planLedger(file, { layouts: intakes.map(({ layout }) => layout) })
  if ('code' in plan) return plan
  return plan.sheets.find(({ court }) => court !== null)?.court ?? null
}
