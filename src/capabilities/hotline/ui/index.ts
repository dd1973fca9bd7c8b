import { label } from '#kernel/values/labels.ts'
import { registerForms, registerPages } from '#pages/registers'
import { call } from '../registers/call.ts'
import { dispatchedUnit } from '../registers/dispatched-unit.ts'

export const pages = registerPages({
  title: label('接报登记', 'Calls'),
  group: 'hotline',
  order: 10,
  registers: [call, dispatchedUnit],
})
export const forms = registerForms([call, dispatchedUnit])
