import type {} from './words.ts'

export { operations } from './capability.ts'
export { courtDay } from './clock-setting.ts'
export { prepareCourt, type Preparation } from './prepare.ts'
export { allConfirmed, confirmedRules, ruleMayRefuse } from './rule-standing.ts'
export { setting, settingFrom, settingValue, writeSettings, type Setting, type SettingValue } from './setting.ts'
export type { RecordNames } from './words.ts'
