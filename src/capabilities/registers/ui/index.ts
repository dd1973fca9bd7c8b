import { label, type Label } from '#kernel/values/labels.ts'
import type { FormDeclaration } from '#pages/desk'
import type { PageDeclaration } from '#web/page.ts'
import { pathOf, type Register, type RegisterHead } from '../declaration.ts'

export const pages: readonly PageDeclaration[] = [
  {
    path: '/contradictions',
    navigation: {
      title: label('台账核对', 'Contradictions'),
      group: 'import',
      permission: 'registers.check',
      order: 40,
      count: { query: 'registers.contradictions' },
    },
    load: async () => (await import('./ContradictionsPage.tsx')).ContradictionsPage,
  },
]

type Navigation = NonNullable<PageDeclaration['navigation']>
/** A window writes the register's name; what the build puts in its place for the first load is the head. */
type Named = Register | RegisterHead
type Room = {
  /** The room's name in the menu; with several registers each page bears its own. */
  readonly title: Label
  readonly group: Navigation['group']
  readonly order: number
  readonly registers: readonly Named[]
}

const wholeOf = async (register: Named): Promise<Register> => ('whole' in register ? register.whole() : register)

/** The lists of a room's registers, each at `/<room>/<plural>`. */
export const registerPages = ({ title, group, order, registers }: Room): readonly PageDeclaration[] =>
  registers.map((register, index) => ({
    path: pathOf(register),
    navigation: {
      title: registers.length === 1 ? title : register.title,
      group,
      permission: register.readBy ?? `${register.room}.read`,
      order: order + index,
    },
    load: async () => (await import('./RegisterPage.tsx')).registerPage(await wholeOf(register)),
  }))

/** The forms of all acts on a room's registers. */
export const registerForms = (registers: readonly Named[]): readonly FormDeclaration[] => registers.flatMap(formsOf)

function formsOf(register: Named): readonly FormDeclaration[] {
  const { room, name, title, steps = [] } = register
  const forms = () => import('./EntryForms.tsx')
  return [
    {
      command: `${room}.record-${name}`,
      title: label(`登记${title.zh}`, `Record: ${title.en}`),
      load: async () => (await forms()).recordForm(await wholeOf(register)),
    },
    ...steps.map(({ act, title: done }) => ({
      command: `${room}.${act}-${name}`,
      title: done,
      load: async () => (await forms()).stepForm(await wholeOf(register), act),
    })),
    {
      command: `${room}.correct-${name}`,
      title: label(`更正${title.zh}`, `Correct: ${title.en}`),
      load: async () => (await forms()).correctForm(await wholeOf(register)),
    },
    {
      command: `${room}.withdraw-${name}`,
      title: label(`撤销${title.zh}`, `Withdraw: ${title.en}`),
      load: async () => (await forms()).withdrawForm(await wholeOf(register)),
    },
  ]
}
