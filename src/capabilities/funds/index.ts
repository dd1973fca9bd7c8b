export { funds } from './capability.ts'
