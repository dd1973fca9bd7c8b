import { label } from '#kernel/values/labels.ts'
import { registerForms, registerPages } from '#pages/registers'
import { judgment } from '../registers/judgment.ts'

const registers = [judgment]

export const pages = registerPages({
  title: label('民事裁判', 'Civil judgments'),
  group: 'cases',
  order: 58,
  registers,
})
export const forms = registerForms(registers)
