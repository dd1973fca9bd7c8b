export { prepareCourt, type Preparation } from './prepare.ts'
export { setting, settingFrom, settingValue, writeSettings, type Setting, type SettingValue } from './setting.ts'
