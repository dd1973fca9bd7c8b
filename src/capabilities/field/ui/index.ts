import { label } from '#kernel/values/labels.ts'
import { registerForms, registerPages } from '#pages/registers'
import { feedback } from '../registers/feedback.ts'
import { gridTask } from '../registers/grid-task.ts'

const registers = [feedback, gridTask]

export const pages = registerPages({ title: label('网格协助', 'Field help'), group: 'liaison', order: 40, registers })
export const forms = registerForms(registers)
