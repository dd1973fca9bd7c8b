// npm run faults               20 rounds
// npm run faults -- 5          5 rounds
import { endure } from './rounds.ts'

const { rounds, kills, acknowledged, faults, tampered } = await endure(Number(process.argv[2] ?? 20), console.log)
for (const fault of faults) console.log(`✗ ${fault}`)
const named = tampered.named === tampered.seq
console.log(
  `${rounds} rounds: program killed ${kills.app} times, database ${kills.database} times; ${acknowledged} acknowledged; ` +
    `${faults.length} faults; tampered entry ${tampered.seq} ${named ? 'found and named' : `not found (${tampered.named ?? 'none'})`}`,
)
process.exitCode = faults.length === 0 && named ? 0 : 1
