import { label } from '#kernel/values/labels.ts'
import { registerForms, registerPages } from '#pages/registers'
import { asset } from '../registers/asset.ts'
import { inquiry } from '../registers/inquiry.ts'
import { seizure } from '../registers/seizure.ts'

const registers = [seizure, asset, inquiry]

export const pages = registerPages({ title: label('财产', 'Property'), group: 'property', order: 10, registers })
export const forms = registerForms(registers)
