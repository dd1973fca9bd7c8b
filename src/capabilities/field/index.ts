export { field } from './capability.ts'
