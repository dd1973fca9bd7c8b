import { label } from '#kernel/values/labels.ts'
import { registerForms, registerPages } from '#pages/registers'
import type { PageDeclaration } from '#web/page.ts'
import { shift } from '../registers/shift.ts'
import { workOrder } from '../registers/work-order.ts'

const registers = [workOrder, shift]

export const pages: readonly PageDeclaration[] = [
  ...registerPages({ title: label('指挥中心', 'Command centre'), group: 'hotline', order: 30, registers }),
  {
    path: '/wall',
    navigation: {
      title: label('指挥中心大屏', 'Wall'),
      group: 'hotline',
      permission: 'command-centre.wall',
      order: 40,
    },
    load: async () => (await import('./WallPage.tsx')).WallPage,
  },
]
export const forms = registerForms(registers)
