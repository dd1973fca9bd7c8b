export { judgments } from './capability.ts'
