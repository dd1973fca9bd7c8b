export { measures } from './capability.ts'
