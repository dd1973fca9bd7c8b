import './tables.ts'

export { report } from './capability.ts'
export type { CountedFigure, Days, DeclaredFigure } from './declared.ts'
export type { FigureSource, Reckoned } from './figure.ts'
export { reportFile, type FileFormat } from './file.ts'
