export { supervision } from './capability.ts'
