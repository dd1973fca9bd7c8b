import { listContract } from '#web/api.ts'
import { MatrixFilter, MatrixRow, SheetInput, SheetRow } from '../contract.ts'

export const matrix = listContract({ name: 'partners.restriction-matrix', input: MatrixFilter, row: MatrixRow })
export const sheet = listContract({ name: 'partners.unit-sheet', input: SheetInput, row: SheetRow })
