export { property } from './capability.ts'
