import { label } from '#kernel/values/labels.ts'
import { registerForms, registerPages } from '#pages/registers'
import { detention } from '../registers/detention.ts'
import { fine } from '../registers/fine.ts'
import { consumptionLimit, dishonestListing, exitBan, search } from '../registers/restrictions.ts'
import { summons } from '../registers/summons.ts'

const registers = [detention, summons, fine, consumptionLimit, dishonestListing, exitBan, search]

export const pages = registerPages({ title: label('强制措施', 'Measures'), group: 'measures', order: 10, registers })
export const forms = registerForms(registers)
