export { commandCentre } from './capability.ts'
