import { label } from '#kernel/values/labels.ts'
import { registerForms, registerPages } from '#pages/registers'
import { clueReview } from '../registers/clue-review.ts'
import { refusalFile } from '../registers/refusal-file.ts'

const registers = [refusalFile, clueReview]

export const pages = registerPages({ title: label('拒执', 'Refusal crime'), group: 'measures', order: 30, registers })
export const forms = registerForms(registers)
