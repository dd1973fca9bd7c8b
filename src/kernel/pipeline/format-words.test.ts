import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatWords } from '../values/format-words.ts'

const said = [
  ['uuid', undefined, /重新选择/],
  ['date', undefined, /2024-03-05/],
  ['regex', '/^\\d{4}-\\d{2}-\\d{2}$/', /2024-03-05/],
  ['regex', '/^(19|20)\\d{2}-(0[1-9]|1[0-2])$/', /2024-03 的样式/],
  ['regex', '/^\\d{1,18}$/', /只填数字/],
  ['regex', '/^-?\\d{1,18}$/', /只填数字/],
  ['regex', '/^[0-9a-f]{64}$/', /重新选择文件/],
  ['regex', '/^F\\d{2}$/', /样式 \/\^F/],
  ['cidrv4', undefined, /核对后重填/],
] as const

for (const [format, pattern, words] of said) {
  test(`how ${pattern ?? format} is written is said with what to do`, () => {
    const text = formatWords(format, pattern)
    assert.match(text, words)
    assert.doesNotMatch(text, /格式不对/)
  })
}
