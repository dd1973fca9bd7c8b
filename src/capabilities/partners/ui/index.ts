import { label } from '#kernel/values/labels.ts'
import { registerForms, registerPages } from '#pages/registers'
import { jointMeeting, resolution } from '../registers/conference.ts'
import { jointMatter } from '../registers/joint-matter.ts'
import { memberUnit } from '../registers/member-unit.ts'
import { assistanceRequest, unitRestriction } from '../registers/requests.ts'

const registers = [jointMeeting, resolution, memberUnit, jointMatter, assistanceRequest, unitRestriction]

export const pages = registerPages({ title: label('联动', 'Partners'), group: 'liaison', order: 10, registers })
export const forms = registerForms(registers)
