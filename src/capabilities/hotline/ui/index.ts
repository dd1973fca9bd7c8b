import { label } from '#kernel/values/labels.ts'
import { registerForms, registerPages } from '#pages/registers'
import { call } from '../registers/call.ts'

export const pages = registerPages({
  title: label('接报登记', 'Calls'),
  group: 'hotline',
  order: 10,
  registers: [call],
})
export const forms = registerForms([call])
