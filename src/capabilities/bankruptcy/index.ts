export { bankruptcy } from './capability.ts'
