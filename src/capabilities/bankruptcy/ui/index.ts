import { label } from '#kernel/values/labels.ts'
import { registerForms, registerPages } from '#pages/registers'
import { bankruptcyTransfer } from '../registers/bankruptcy-transfer.ts'

const registers = [bankruptcyTransfer]

export const pages = registerPages({
  title: label('执转破', 'To bankruptcy'),
  group: 'campaigns',
  order: 30,
  registers,
})
export const forms = registerForms(registers)
