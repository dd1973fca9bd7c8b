export { crime } from './capability.ts'
