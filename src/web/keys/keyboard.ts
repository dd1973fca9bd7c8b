import type { Label } from '#kernel/values/labels.ts'

export type KeyGroup = 'anywhere' | 'list' | 'record'

/** `j`, `shift+x`, `mod+k`, `mod+enter`, `alt+s`, `g d`, `?`, `escape`, `home`. */
export type Binding = {
  readonly keys: string
  readonly title: Label
  readonly run: (event: KeyboardEvent) => void
  /** Also while typing in a field. Keys with Ctrl or Alt and Escape always do. */
  readonly inFields?: boolean
}
export type Layer = { readonly group: KeyGroup; readonly bindings: readonly Binding[]; readonly exclusive: boolean }

/** Keys of what is open now, the innermost first. An exclusive layer, a dialog, hides those beneath it. */
export class Keyboard {
  readonly #layers: Layer[] = []
  #lead: { readonly key: string; readonly until: number } | undefined

  add(layer: Layer): () => void {
    this.#layers.push(layer)
    return () => void this.#layers.splice(this.#layers.indexOf(layer), 1)
  }

  readonly layers = (): readonly Layer[] => this.#layers

  /** Runs what the key is bound to. `singles` says whether keys without Ctrl or Alt are wanted. */
  press(event: KeyboardEvent, singles: boolean): void {
    // A key that ends or feeds an input method belongs to the input method.
    if (event.isComposing || event.keyCode === 229) return
    const stroke = strokeOf(event)
    // A control that used the key has it, except that choosing from a list does not stop Ctrl Enter.
    if (event.defaultPrevented && stroke !== 'mod+enter') return
    if (isPressing(stroke, event.target)) return
    const typing = isField(event.target)
    const withModifier = /^(mod|alt)\+/.test(stroke) || stroke === 'escape'
    const wanted = this.#afterLead(stroke, event.timeStamp)
    const found = this.#find(wanted) ?? this.#find([stroke])
    if (found && (withModifier || (typing ? found.inFields : singles || isNamed(stroke)))) {
      event.preventDefault()
      this.#lead = undefined
      found.run(event)
    } else if (!typing && singles && this.#leads(stroke)) {
      this.#lead = { key: stroke, until: event.timeStamp + 1500 }
    }
  }

  #afterLead(stroke: string, now: number): readonly string[] {
    const lead = this.#lead && this.#lead.until > now ? this.#lead.key : undefined
    return lead ? [`${lead} ${stroke}`] : []
  }

  #find(strokes: readonly string[]): Binding | undefined {
    const open = this.#layers.slice(
      Math.max(
        0,
        this.#layers.findLastIndex(({ exclusive }) => exclusive),
      ),
    )
    // What holds anywhere gives way to what is open, whichever came first.
    const inOrder = [...open.filter(isAnywhere), ...open.filter((layer) => !isAnywhere(layer))]
    return inOrder.flatMap(({ bindings }) => bindings).findLast(({ keys }) => strokes.includes(keys))
  }

  #leads = (stroke: string): boolean =>
    this.#layers.some(({ bindings }) => bindings.some(({ keys }) => keys.startsWith(`${stroke} `)))
}

const isAnywhere = ({ group }: Layer): boolean => group === 'anywhere'

/** Enter, Home and the like are no letters: they work even where single keys are switched off. */
const isNamed = (stroke: string): boolean => /^(shift\+)?[a-z]{2,}$/.test(stroke)

/** Enter and Space on a button or link press it; they are not keys of the list around it. */
const isPressing = (stroke: string, target: EventTarget | null): boolean =>
  /^(shift\+)?(enter|space)$/.test(stroke) &&
  target instanceof Element &&
  target.closest('a, button, summary, [role="option"]') !== null

export function strokeOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): string {
  const name = key === ' ' ? 'space' : key.toLowerCase()
  const shift = shiftKey && (name.length > 1 || /[a-z]/.test(name)) ? 'shift+' : ''
  return `${ctrlKey || metaKey ? 'mod+' : ''}${altKey ? 'alt+' : ''}${shift}${name}`
}

function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button'].includes(target.type)
  return target.isContentEditable || ['TEXTAREA', 'SELECT'].includes(target.tagName) || target.role === 'combobox'
}
