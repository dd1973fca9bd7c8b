import { label } from '#kernel/values/labels.ts'
import { registerForms, registerPages } from '#pages/registers'
import { campaign, campaignCase, dayReport, squad } from '../registers/campaign.ts'
import { clearingCase, clearingVisit } from '../registers/clearing.ts'

const registers = [campaign, campaignCase, squad, dayReport, clearingCase, clearingVisit]

export const pages = registerPages({ title: label('专项行动', 'Campaigns'), group: 'campaigns', order: 10, registers })
export const forms = registerForms(registers)
