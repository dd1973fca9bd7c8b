export { expiryWarning, preservation } from './capability.ts'
export { statedEnd, termChecks, termRules, type Termed } from './rules/term.ts'
