import type { RunningClock } from '#web/components/ClockList.tsx'
import type { Derivation } from '#web/components/Derivation.tsx'
import type { CaseClock } from '../../clocks/contract.ts'

/** As the shared parts show it: 起算, 期间, 不计, 届满, 依据. */
export const derivationFor = ({ derivation }: CaseClock): Derivation => ({
  startOn: derivation.startOn,
  startWhy: derivation.startWhy,
  length: derivation.length,
  skipped: derivation.skipped,
  dueOn: derivation.dueOn ?? '—',
  citation: { text: derivation.citations[0] ?? '', rule: derivation.rule ?? undefined },
  remarks: derivation.remarks,
})

/** For the clocks of a case on its page. */
export const runningClock = (clock: CaseClock): RunningClock => ({
  id: `${clock.ruleId} ${clock.step}`,
  title: clock.title,
  clock: { state: clock.state, daysLeft: clock.daysLeft ?? 0, provisional: clock.provisional },
  text: [
    `${clock.derivation.startOn} ${clock.derivation.startWhy}`,
    clock.derivation.length,
    clock.finishedOn === null ? `${clock.derivation.dueOn ?? '—'} 届满` : `${clock.finishedOn} 办结`,
  ].join('，'),
  citation: { text: clock.derivation.citations[0] ?? '', rule: clock.derivation.rule ?? undefined },
  derivation: derivationFor(clock),
})
