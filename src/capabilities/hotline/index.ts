export { hotline } from './capability.ts'
