/** How what was typed should have been written, by the name of a format. */
const formats: Readonly<Record<string, string>> = {
  uuid: '应为系统给出的记录编号，请从列表中重新选择',
  date: '应为日期，请写成 2024-03-05 的样式',
  datetime: '应为时刻，请写成 2024-03-05T09:30:00+08:00 的样式',
  time: '应为时间，请写成 09:30 的样式',
  email: '应为电子邮箱，请写成 name@example.com 的样式',
  url: '应为网址，请写成 https://example.com 的样式',
}

/** The same by what a pattern asks for, most particular first: a sample of each kind tells which it is. */
const patterns: readonly (readonly [sample: string, words: string])[] = [
  ['2024-03-05', formats['date'] ?? ''],
  ['2024-03', '应为年月，请写成 2024-03 的样式'],
  ['09:30', formats['time'] ?? ''],
  ['123456', '应为数字，请只填数字，不含小数点、逗号和单位'],
  ['-5', '应为整数，请只填数字'],
  ['12.5', '应为数字，请写成 12.5 的样式'],
  [''.padEnd(64, 'a'), '应为上传后得到的文件编号，请重新选择文件'],
  ['abc-def', '请只用小写字母、数字和连字符'],
]

/** What is wrong with how something is written, and what to do. A pattern nobody can say in words is shown as it is. */
export function formatWords(format: string, pattern?: string): string {
  const known = formats[format]
  if (known !== undefined) return known
  if (format !== 'regex' || pattern === undefined) return '写法不符合要求，请核对后重填'
  const test = patternOf(pattern)
  const found = test && patterns.find(([sample]) => test.test(sample))
  return found?.[1] ?? `写法不符合要求（样式 ${pattern}），请核对后重填`
}

function patternOf(text: string): RegExp | undefined {
  const [, source, flags] = /^\/(.*)\/(\w*)$/s.exec(text) ?? []
  try {
    return source === undefined ? new RegExp(text) : new RegExp(source, flags?.replaceAll(/[gy]/g, ''))
  } catch {
    return undefined
  }
}
