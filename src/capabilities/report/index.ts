import './tables.ts'

export { report } from './capability.ts'
export type { FigureSource, Reckoned } from './figure.ts'
export { reportFile, type FileFormat } from './file.ts'
