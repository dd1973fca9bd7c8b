export { funds } from './capability.ts'
export { toldLines, type ToldLine } from './claims/told.ts'
