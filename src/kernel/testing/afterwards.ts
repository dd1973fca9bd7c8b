import type { TestContext } from 'node:test'

type Step = () => unknown

const steps = new WeakMap<TestContext, Step[]>()

/** Undone when the test ends, last first: a server stops before the folder it works in goes. */
export function afterwards(t: TestContext, step: Step): void {
  const known = steps.get(t)
  if (known) {
    known.push(step)
    return
  }
  const own = [step]
  steps.set(t, own)
  t.after(async () => {
    for (const undo of own.toReversed()) await undo()
  })
}
