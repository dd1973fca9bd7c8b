type Waiting = { readonly promise: Promise<boolean>; readonly release: (proved: boolean) => void }

/**
 * Holds every call that met an ended session, or an act that asks for proof, until the person has given it; then all
 * of them go on. A form half filled stays as it is; its command is sent once more with the same key.
 */
export class Gate {
  #waiting: Waiting | undefined
  readonly #listeners = new Set<() => void>()

  readonly isShut = (): boolean => this.#waiting !== undefined

  readonly subscribe = (heard: () => void): (() => void) => {
    this.#listeners.add(heard)
    return () => this.#listeners.delete(heard)
  }

  /** Resolves to whether the person gave what was asked. */
  wait(): Promise<boolean> {
    this.#waiting ??= pending()
    this.#tell()
    return this.#waiting.promise
  }

  open(proved = true): void {
    this.#waiting?.release(proved)
    this.#waiting = undefined
    this.#tell()
  }

  #tell(): void {
    for (const heard of this.#listeners) heard()
  }
}

function pending(): Waiting {
  let release: Waiting['release'] = () => {}
  const promise = new Promise<boolean>((resolve) => {
    release = resolve
  })
  return { promise, release }
}
