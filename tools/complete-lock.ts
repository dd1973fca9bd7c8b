// Run after every `npm install`: completes package-lock.json with the optional packages of other platforms.
import { readFileSync, writeFileSync } from 'node:fs'
import { completed, missingOptionals } from './lock.ts'

const file = new URL('../package-lock.json', import.meta.url)
const lock = JSON.parse(readFileSync(file, 'utf8'))
const missing = missingOptionals(lock)
writeFileSync(file, `${JSON.stringify(completed(lock), null, 2)}\n`)
console.log(`已补全 ${missing.length} 个其他平台的可选依赖`)
