import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { tableSheet } from '#kernel/sheets/table-sheet.ts'
import { launchBrowser, noBrowser, openPage } from '#kernel/testing/browser.ts'
import { plain01 } from '../import/changed-ledger.ts'
import { servedCourt, type ServedCourt } from './served-court.ts'

let served: ServedCourt | undefined

before(async () => {
  if (noBrowser === false) served = await servedCourt()
})
after(() => served?.close())

function court(): ServedCourt {
  if (!served) throw new Error('no court is served')
  return served
}

/** The year's ledger; its first case is this clerk's own, with an amount in words. */
async function ledger(): Promise<Buffer> {
  const { heads, rows } = await plain01()
  const [first] = rows
  Object.assign(first ?? [], { [heads.indexOf('申请执行标的额')]: '20万余', [heads.indexOf('书记员')]: '刘某某' })
  return Buffer.from(await tableSheet({ name: '首执台账', columns: heads.map((title) => ({ title })), rows }))
}

/** Goes on with Tab until there; a thing that takes more strokes than this is not within reach. */
async function tabTo(page: Page, goal: Locator, most = 40): Promise<void> {
  const isThere = () => goal.evaluate((element) => element === document.activeElement)
  for (let strokes = 0; strokes < most; strokes++) {
    if (await isThere()) return
    await page.keyboard.press('Tab')
  }
  assert.fail(`not reached with ${most} strokes: ${String(goal)}`)
}

/** G and a letter: one of the keys that go to a page of the menu. */
async function goTo(page: Page, letter: string, heading: string | RegExp): Promise<void> {
  await page.keyboard.press('g')
  await page.keyboard.press(letter)
  await page.getByRole('heading', { level: 1, name: heading }).waitFor()
}

test('the main job is done by keyboard alone, from sign-in to the report', { skip: noBrowser }, async (t) => {
  const { address, running } = court()
  const page = await openPage(t, await launchBrowser(t))
  await page.addInitScript(`addEventListener('pointerdown', () => { window.pointed = true }, true)`)
  await page.goto(`${address}/desk`)
  const { password = '' } = running.people.find(({ loginName }) => loginName === 'shujiyuan') ?? {}
  await page.getByLabel('用户名').waitFor()
  await tabTo(page, page.getByLabel('用户名'))
  await page.keyboard.type('shujiyuan')
  await page.keyboard.press('Tab')
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: '今日工作台' }).waitFor()

  await goTo(page, 'u', '导入')
  // What was imported before stands there: nothing on the page moves under the fingers any more.
  await page.getByRole('table').or(page.getByText('还没有导入过台账')).first().waitFor()
  // Waited for before the keys: the browser must know that its dialog is answered here before it is opened.
  const opens = page.waitForEvent('filechooser')
  await tabTo(page, page.getByLabel('选文件'))
  await page.keyboard.press('Enter')
  const mimeType = 'application/octet-stream'
  await (await opens).setFiles({ name: '首次执行案件台账（2024年度）.xlsx', mimeType, buffer: await ledger() })
  await page.getByRole('button', { name: '看检查' }).waitFor()
  await page.keyboard.press('Control+Enter')
  await page.getByText('还有1行不能导入').waitFor()
  await tabTo(page, page.locator('td[aria-invalid]').first())
  await page.keyboard.press('Enter')
  await page.getByLabel('改为').and(page.locator(':focus')).waitFor()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('200558')
  await page.keyboard.press('Enter')
  await page.getByText('没有有误的行，1,191行都可导入。').waitFor()
  await page.keyboard.press('Control+Enter')
  await page.getByText('不删除任何记录').waitFor()
  await page.getByRole('button', { name: '导入台账' }).waitFor()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('heading', { name: /第\d+批/ }).waitFor()

  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: '搜索' }).waitFor()
  await page.keyboard.type('执1052')
  await page.getByRole('option', { name: /川1123执1052号/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: /川1123执1052号/ }).waitFor()
  await page.keyboard.press('2')
  await page.getByRole('tab', { selected: true, name: /当事人/ }).waitFor()

  await goTo(page, 'i', '指标')
  await tabTo(page, page.getByRole('link', { name: '99.74%' }))
  await page.keyboard.press('Enter')
  await page.getByText('合计 1,188件').waitFor()

  await goTo(page, 'b', '工作报告')
  await page.getByRole('button', { name: '生成初稿' }).waitFor()
  await page.keyboard.press('Control+Enter')
  const word = page.getByRole('link', { name: '导出文稿' })
  await word.waitFor()
  await tabTo(page, word)
  const comes = page.waitForEvent('download')
  await page.keyboard.press('Enter')
  assert.match((await comes).suggestedFilename(), /2024.*\.docx$/)
  assert.equal(await page.evaluate('window.pointed ?? false'), false)
})
