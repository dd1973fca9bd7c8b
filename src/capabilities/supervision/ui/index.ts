import { label } from '#kernel/values/labels.ts'
import type { PageDeclaration } from '#web/page.ts'
import { registerForms, registerPages } from '#pages/registers'
import { complaint } from '../registers/complaint.ts'
import { instruction } from '../registers/instruction.ts'
import { takeover } from '../registers/takeover.ts'

const registers = [instruction, takeover, complaint]

export const pages: readonly PageDeclaration[] = [
  {
    path: '/board',
    navigation: {
      title: label('院长台', 'President’s board'),
      group: 'supervision',
      permission: 'supervision.instruct',
      order: 5,
    },
    load: async () => (await import('./BoardPage.tsx')).BoardPage,
  },
  ...registerPages({ title: label('监督', 'Supervision'), group: 'supervision', order: 10, registers }),
]
export const forms = registerForms(registers)
