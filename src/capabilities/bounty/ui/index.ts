import { label } from '#kernel/values/labels.ts'
import { registerForms, registerPages } from '#pages/registers'
import { issue } from '../registers/issue.ts'
import { posting } from '../registers/posting.ts'
import { tip } from '../registers/tip.ts'

const registers = [posting, tip, issue]

export const pages = registerPages({ title: label('执行悬赏', 'Bounty'), group: 'hotline', order: 20, registers })
export const forms = registerForms(registers)
