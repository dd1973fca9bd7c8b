import { label } from '#kernel/values/labels.ts'
import { registerForms, registerPages } from '#pages/registers'
import { urgingContact } from '../registers/urging-contact.ts'
import { urgingFile } from '../registers/urging-file.ts'

const registers = [urgingFile, urgingContact]

export const pages = registerPages({ title: label('执前督促', 'Urging'), group: 'cases', order: 60, registers })
export const forms = registerForms(registers)
