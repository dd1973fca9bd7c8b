export { urging } from './capability.ts'
