import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FolderPlan, ImportPlan } from '../../src/capabilities/ledgers/contract.ts'
import { answer, emptyCourt, give, openDraft } from './court.ts'

/** A sheet whose headings mean nothing to anybody but the court that made them. */
const strange = (fileName: string, columns: readonly number[], row: readonly string[]) => {
  const heads = ['甲栏', '乙栏', '丙栏', '丁栏', '戊栏', '己栏', '庚栏', '辛栏']
  const lines = [heads, row].map((cells) => columns.map((at) => cells[at]).join(','))
  return { fileName, bytes: Buffer.from(['某某登记', ...lines].join('\n')) }
}
const first = [0, 1, 2, 3, 4, 5, 6, 7]
const row = (at: number) => [
  `（2024）川1123执${at}号`,
  '2024-03-01',
  '某甲',
  '某乙',
  '1000',
  '',
  '张某',
  '借款合同纠纷',
]

test('a sheet nobody knew is named once, and the next one of its shape is known', async (t) => {
  const desk = await emptyCourt(t)
  const importId = await openDraft(desk, strange('某某登记.csv', first, row(9001)))
  const plan = () => answer<ImportPlan>(desk, 'ledgers.plan', { importId })
  const [unknown] = (await plan()).sheets
  assert.equal(unknown?.kind, null)
  await give(desk, 'ledgers.prepare-import', {
    importId,
    sheet: unknown?.sheet,
    choice: { kind: 'first-enforcement', headRow: 2, read: true },
  })
  await give(desk, 'ledgers.import', { importId })

  await t.test(
    'in another order and under another name too, though none of its headings was ever matched',
    async () => {
      const turned = strange('另一个名字.csv', first.toReversed(), row(9002))
      const importIds = [await openDraft(desk, turned)]
      const { files } = await answer<FolderPlan>(desk, 'ledgers.folder-plan', { importIds })
      assert.equal(files[0]?.sheets[0]?.kind, 'first-enforcement')
      const [sheet] = (await answer<ImportPlan>(desk, 'ledgers.plan', { importId: importIds[0] })).sheets
      assert.deepEqual([sheet?.kind, sheet?.headLast], ['first-enforcement', 2])
    },
  )

  await t.test('one with a heading more is another shape', async () => {
    const { fileName, bytes } = strange('某某登记.csv', first, row(9003))
    const wider = Buffer.from(bytes.toString().replace('辛栏', '辛栏,壬栏'))
    const other = await openDraft(desk, { fileName, bytes: wider })
    assert.equal((await answer<ImportPlan>(desk, 'ledgers.plan', { importId: other })).sheets[0]?.kind, null)
  })

  await t.test('said otherwise later, the later word holds', async () => {
    const again = await openDraft(desk, strange('某某登记.csv', first, row(9004)))
    const choice = { kind: 'resumed-enforcement', headRow: 2, read: true }
    const [sheet] = (await answer<ImportPlan>(desk, 'ledgers.plan', { importId: again })).sheets
    await give(desk, 'ledgers.prepare-import', { importId: again, sheet: sheet?.sheet, choice })
    await give(desk, 'ledgers.import', { importId: again })
    const next = await openDraft(desk, strange('某某登记.csv', first, row(9005)))
    const [found] = (await answer<ImportPlan>(desk, 'ledgers.plan', { importId: next })).sheets
    assert.equal(found?.kind, 'resumed-enforcement')
  })
})
