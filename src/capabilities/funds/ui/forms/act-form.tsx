import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { ActFormProps } from '#pages/desk'
import type { CommandContract } from '#web/api.ts'
import { CommandForm } from '#web/components/CommandForm.tsx'
import type { FieldSpec } from '#web/components/FormField.tsx'

type Fields<I extends z.ZodObject> = Readonly<Partial<Record<keyof z.input<I> & string, FieldSpec>>>

type Props<I extends z.ZodObject, A extends z.ZodType> = ActFormProps & {
  readonly contract: CommandContract<I, A>
  readonly fields: Fields<I>
  readonly first?: Partial<z.input<I>>
  readonly children?: ReactNode
}

/** The form of a money act: what the act knows is not asked again. */
export function ActForm<I extends z.ZodObject, A extends z.ZodType>(props: Props<I, A>) {
  const { contract, fields, first, input, onDone, onCancel, children } = props
  const { version } = input
  const known = Object.fromEntries(Object.entries(input).filter(([name]) => name in contract.input.shape))
  return (
    <CommandForm
      contract={contract}
      initial={{ ...first, ...known } as Partial<z.input<I>>}
      version={typeof version === 'number' ? version : undefined}
      fields={fields}
      onDone={() => onDone()}
      onCancel={onCancel}
    >
      {children}
    </CommandForm>
  )
}
