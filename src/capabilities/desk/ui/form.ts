import type { ComponentType } from 'react'

/** What the form of a command is given: what is known of its input, and what to do after. */
export type ActFormProps = {
  readonly input: Readonly<Record<string, unknown>>
  readonly onDone: (told?: string) => void
  readonly onCancel: () => void
}

/** A form that a room offers for one of its commands, to be opened wherever the command is offered. */
export type FormDeclaration = {
  readonly command: string
  readonly title: { readonly zh: string; readonly en: string }
  /** Wider than 560 px where a table has to be read. */
  readonly width?: number
  readonly load: () => Promise<ComponentType<ActFormProps>>
}

/** What the act already knows of a text field; empty when it knows nothing. */
export function textIn(input: ActFormProps['input'], field: string): string {
  const known = input[field]
  return typeof known === 'string' ? known : ''
}
