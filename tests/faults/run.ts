// npm run faults               20 rounds, and 20 more with money
// npm run faults -- 4          4 rounds of each
import { endureMoney, moneyRounds } from './money-rounds.ts'
import { endure } from './rounds.ts'

const wanted = Number(process.argv[2] ?? 20)
const { rounds, kills, acknowledged, faults, tampered } = await endure(wanted, console.log)
const money = await endureMoney(moneyRounds(wanted), console.log)
for (const fault of [...faults, ...money.faults]) console.log(`✗ ${fault}`)
const named = tampered.named === tampered.seq
console.log(
  `${rounds} rounds: program killed ${kills.app} times, database ${kills.database} times; ${acknowledged} acknowledged; ` +
    `${faults.length} faults; tampered entry ${tampered.seq} ${named ? 'found and named' : `not found (${tampered.named ?? 'none'})`}`,
)
console.log(
  `money: killed ${money.kills} times in the middle of import, approval, order and day-end; ` +
    `${money.acknowledged} acknowledged, ${money.repeated} repeated; ${money.faults.length} faults`,
)
process.exitCode = faults.length + money.faults.length === 0 && named ? 0 : 1
