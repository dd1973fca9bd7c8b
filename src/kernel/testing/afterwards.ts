import type { TestContext } from 'node:test'

type Step = () => unknown

const steps = new WeakMap<TestContext, Step[]>()

/**
 * Undone when the test ends, last first: a server stops before the folder it works in goes. A step that fails does not keep
 * the others from being undone: a browser left open would keep the whole run waiting.
 */
export function afterwards(t: TestContext, step: Step): void {
  const known = steps.get(t)
  if (known) {
    known.push(step)
    return
  }
  const own = [step]
  steps.set(t, own)
  t.after(async () => {
    const failed: unknown[] = []
    for (const undo of own.toReversed()) {
      try {
        await undo()
      } catch (thrown) {
        failed.push(thrown)
      }
    }
    if (failed.length > 0)
      throw failed.length === 1 ? failed[0] : new AggregateError(failed, failed.map(String).join('; '))
  })
}
