import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Field } from '#capabilities/registers'
import { bring, bureau } from './court.ts'

const cells: Readonly<Record<Field['kind'], string>> = {
  running: '1',
  withheld: '甲',
  case: '（2024）川1123执13号',
  person: '虚岭某某公司',
  certificate: '',
  day: '2024-03-05',
  time: '09:30',
  fen: '1000.00',
  integer: '3',
  decimal: '12.5',
  text: '某事',
  long: '某事的经过',
  choice: '',
  'yes-no': '是',
  list: '甲、乙、丙',
  'case-number': '（2024）川1123执恢13号',
  staff: '甲',
}
const cellOf = ({ kind, codes = {} }: Field): string =>
  kind === 'choice' ? (Object.keys(codes)[0] ?? '') : cells[kind]
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

test('every register knows its ledger by its own headings, in whatever order they stand', async (t) => {
  const platform = await bureau(t)
  const registers = platform.registry.gather('registers').map(({ register }) => register)
  for (const { name, title, fields } of registers) {
    const columns = Object.values(fields).toReversed()
    const lines = [
      `${title.zh}台账`,
      columns.map((field) => quoted(field.title.zh)),
      columns.map((one) => quoted(cellOf(one))),
    ]
    const csv = lines.join('\n')
    await t.test(name, async () => {
      const [sheet] = await bring(platform, { fileName: `${title.zh}.csv`, bytes: Buffer.from(csv) })
      assert.equal(sheet?.kind, name)
    })
  }
})
