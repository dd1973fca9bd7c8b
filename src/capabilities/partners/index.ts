export { partners } from './capability.ts'
