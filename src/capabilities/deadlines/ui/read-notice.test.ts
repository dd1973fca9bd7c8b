import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { readNotice } from './read-notice.ts'

/** The sentences of the 2025 notice, as published. */
const sentences2025 = `
一、元旦：1月1日（周三）放假1天，不调休。
二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。
三、清明节：4月4日（周五）至6日（周日）放假，共3天。
四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。
六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。
`

const published = (year: number): { days: { date: string; isOffDay: boolean }[] } =>
  JSON.parse(readFileSync(new URL(`../../../law/data/holidays/${year}.json`, import.meta.url), 'utf8'))

const marks = (days: readonly { date: string; off: boolean }[]) => days.map(({ date, off }) => `${date} ${off}`).sort()

test('the sentences of the official notice give the days of the published calendar', () => {
  const { days, unread } = readNotice(sentences2025, 2025)
  assert.deepEqual(unread, [])
  assert.deepEqual(marks(days), marks(published(2025).days.map(({ date, isOffDay }) => ({ date, off: isOffDay }))))
  assert.equal(days.find(({ date }) => date === '2025-01-30')?.name, '春节')
})

test('rows of a table and the JSON of a published calendar are read as well', () => {
  const rows = '日期\t名称\t安排\n2027-01-01\t元旦\t放假\n2027/2/5 春节 休\n2027年1月9日\t元旦\t补班'
  assert.deepEqual(readNotice(rows, 2027).days, [
    { date: '2027-01-01', name: '元旦', off: true },
    { date: '2027-01-09', name: '元旦', off: false },
    { date: '2027-02-05', name: '春节', off: true },
  ])
  assert.deepEqual(
    marks(readNotice(JSON.stringify(published(2026)), 2026).days),
    marks(published(2026).days.map(({ date, isOffDay }) => ({ date, off: isOffDay }))),
  )
})

test('days that reach into the year before are given their own year', () => {
  const { days } = readNotice('元旦：2022年12月31日至2023年1月2日放假调休，共3天。', 2023)
  assert.deepEqual(
    days.map(({ date }) => date),
    ['2022-12-31', '2023-01-01', '2023-01-02'],
  )
})

test('a line with a date that says neither 放假 nor 上班 is handed back, and a day that does not exist is not made', () => {
  const { days, unread } = readNotice('元旦：1月1日见通知\n春节：2月30日放假', 2027)
  assert.deepEqual([days.length, unread.length], [0, 2])
})
