import { backupVerb } from './backup.ts'
import { calcVerb } from './calc.ts'
import { callVerb } from './call.ts'
import { doctorVerb } from './doctor.ts'
import { fundsVerb } from './funds.ts'
import { importVerb } from './import.ts'
import { indicatorsVerb } from './indicators.ts'
import { migrateVerb } from './migrate.ts'
import { reportVerb } from './report.ts'
import { restoreVerb } from './restore.ts'
import { seedVerb } from './seed.ts'
import { startVerb } from './start.ts'
import { userVerb } from './user.ts'
import { verifyVerb } from './verify.ts'
import type { Verb } from './verb.ts'

export const verbs: readonly Verb[] = [
  startVerb,
  migrateVerb,
  seedVerb,
  importVerb,
  indicatorsVerb,
  reportVerb,
  fundsVerb,
  calcVerb,
  verifyVerb,
  backupVerb,
  restoreVerb,
  doctorVerb,
  userVerb,
  callVerb,
]
