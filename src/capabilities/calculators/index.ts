export { calculators } from './capability.ts'
