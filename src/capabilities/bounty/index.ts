export { bounty } from './capability.ts'
