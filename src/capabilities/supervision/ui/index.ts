import { label } from '#kernel/values/labels.ts'
import { registerForms, registerPages } from '#pages/registers'
import { complaint } from '../registers/complaint.ts'
import { instruction } from '../registers/instruction.ts'
import { takeover } from '../registers/takeover.ts'

const registers = [instruction, takeover, complaint]

export const pages = registerPages({ title: label('监督', 'Supervision'), group: 'supervision', order: 10, registers })
export const forms = registerForms(registers)
