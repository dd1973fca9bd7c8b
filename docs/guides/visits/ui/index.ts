import { label } from '#kernel/values/labels.ts'
import { registerForms, registerPages } from '#pages/registers'
import { visit } from '../visit.ts'

export const pages = registerPages({ title: label('走访', 'Visits'), group: 'measures', order: 90, registers: [visit] })
export const forms = registerForms([visit])
