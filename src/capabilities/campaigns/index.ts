export { campaigns } from './capability.ts'
