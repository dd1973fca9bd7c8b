import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { tableSheet } from '#kernel/sheets/table-sheet.ts'
import { noBrowser, screenshot } from '#kernel/testing/browser.ts'
import { plain01 } from '../import/changed-ledger.ts'
import { assertOpenToAll, bringIn, servedCourt, signedIn, task, type ServedCourt } from './served-court.ts'

let served: ServedCourt | undefined

before(async () => {
  if (noBrowser === false) served = await servedCourt()
})
after(() => served?.close())

function court(): ServedCourt {
  if (!served) throw new Error('no court is served')
  return served
}

type Sheet = { readonly heads: readonly string[]; readonly rows: string[][] }

const bytesOf = ({ heads, rows }: Sheet): Promise<Buffer> =>
  tableSheet({ name: '首执台账', columns: heads.map((title) => ({ title })), rows }).then((bytes) => Buffer.from(bytes))

/** What the court took in before: its first thousand rows. */
const earlier = ({ heads, rows }: Sheet): Sheet => ({ heads, rows: rows.slice(0, 1000) })

/**
 * The year's ledger grown to 1,204 rows, as a clerk hands it in: eleven cells wrong, nine of them days and months that
 * changed places, and four amounts other than before.
 */
function grown({ heads, rows }: Sheet): Sheet {
  const at = (heading: string) => heads.indexOf(heading)
  const more = rows.slice(0, 13).map((cells, index) => {
    const copy = [...cells]
    copy[at('案号')] = `（2024）川1123执${3001 + index}号`
    return copy
  })
  const all = [...rows.map((cells) => [...cells]), ...more]
  const put = (row: number, heading: string, text: string) => {
    const cells = all[row]
    if (!cells || at(heading) < 0) throw new Error(`no cell ${heading} of row ${row}`)
    cells[at(heading)] = text
  }
  for (let index = 0; index < 9; index++) put(1100 + index, '立案日期', `2024/${13 + index}/02`)
  put(1150, '申请执行标的额', '12万余')
  put(1160, '被执行人', '')
  for (const row of [10, 20, 30, 40]) put(row, '申请执行标的额', '99999.99')
  return { heads, rows: all }
}

const fileOf = async (name: string, sheet: Sheet) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: await bytesOf(sheet),
})
const yearName = '首次执行案件台账（2024年度）.xlsx'
const shown = (page: Page, title: string) =>
  page.locator('dt', { hasText: title }).locator('xpath=following-sibling::dd').first()

test(
  'a clerk imports a ledger of 1,204 rows, corrects eleven cells and sees what changed',
  { skip: noBrowser },
  async (t) => {
    const year = await plain01()
    await bringIn(court(), '首次执行案件台账（2024年度，前一千件）.xlsx', await bytesOf(earlier(year)))
    const file = await fileOf(yearName, grown(year))
    const page = await signedIn(t, court(), 'shujiyuan', '/import')
    await task(t, page, { number: 3, clicks: 9 }, async () => {
      const opens = page.waitForEvent('filechooser')
      await page.locator('label', { hasText: '选文件' }).click()
      await (await opens).setFiles(file)
      await page.getByRole('button', { name: '看检查' }).click()
      await page.getByText('还有11行不能导入').waitFor()
      await page.getByRole('button', { name: '改正9处同类' }).click()
      await page.getByText('还有2行不能导入').waitFor()
      await page.getByLabel('改为').click()
      await page.keyboard.press('Control+a')
      await page.keyboard.type('120000')
      await page.keyboard.press('Enter')
      await page.getByText('还有1行不能导入').waitFor()
      // The next wrong cell is in hand without a click.
      await page.getByLabel('改为').and(page.locator(':focus')).waitFor()
      await page.keyboard.type('筠知秋')
      await page.keyboard.press('Enter')
      await page.getByText('没有有误的行，1,204行都可导入。').waitFor()
      await page.getByRole('button', { name: '看差异' }).click()
      await page.getByText('变更的项目：申请执行标的额 4').waitFor()
      await page.getByRole('button', { name: '导入台账' }).click()
      await page.getByRole('heading', { name: /第\d+批/ }).waitFor()
      assert.equal(await shown(page, '新增').innerText(), '204')
      assert.equal(await shown(page, '待改').innerText(), '0')
      await shown(page, '变更').getByRole('link', { name: '4' }).click()
      await page.getByRole('row').filter({ hasText: '99,999.99' }).nth(3).waitFor()
    })
  },
)

for (const scheme of ['light', 'dark'] as const) {
  test(`no step of an import shuts anybody out, ${scheme}`, { skip: noBrowser }, async (t) => {
    const page = await signedIn(t, court(), 'shujiyuan', '/import', scheme)
    const look = async (name: string) => {
      await page.waitForLoadState('networkidle')
      await screenshot(page, `import-${name}-${scheme}`)
      await assertOpenToAll(page)
    }
    const { heads, rows } = await plain01()
    const some = grown({ heads, rows: rows.slice(0, 1191) })
    await look('choose')
    await page.getByLabel('选文件').setInputFiles(await fileOf(`首次执行案件台账（2024年度，${scheme}）.xlsx`, some))
    await page.getByRole('button', { name: '看检查' }).waitFor()
    await look('columns')
    await page.getByRole('button', { name: '看检查' }).click()
    await page.getByLabel('改为').waitFor()
    await look('check')
    await page.getByRole('button', { name: '看差异' }).click()
    await page.getByText('不删除任何记录').waitFor()
    await look('difference')
    await page.getByRole('button', { name: '导入台账' }).click()
    await page.getByRole('heading', { name: /第\d+批/ }).waitFor()
    await look('done')
    await shown(page, '待改').getByRole('link').click()
    await page.getByLabel('改为').waitFor()
    await look('waiting')
  })
}
