import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { noBrowser, screenshot } from '#kernel/testing/browser.ts'
import { assertOpenToAll, servedCourt, signedIn, task, type ServedCourt } from './served-court.ts'

const ledgers = [
  '01-首次执行案件台账',
  '02-恢复执行案件台账',
  '02-执行异议案件台账',
  '02-财产保全执行台账',
  '04-强制措施台账',
  '05-执行110登记',
  '06-执行悬赏台账',
  '07-网格协助反馈',
  '08-联动共治',
  '09-联席会议成员单位',
  '10-终本清仓',
  '11-执前督促',
  '12-执转破',
  '13-全市对比指标',
]

let served: ServedCourt | undefined

before(async () => {
  if (noBrowser === false) served = await servedCourt({ bare: true })
})
after(() => served?.close())

function court(): ServedCourt {
  if (!served) throw new Error('no court is served')
  return served
}

const samples = new URL('../samples/2024/', import.meta.url)
const asFile = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer })
const pack = [
  ...ledgers.map((name) => asFile(`${name}.xlsx`, readFileSync(new URL(encodeURIComponent(`${name}.xlsx`), samples)))),
  asFile('走访.csv', Buffer.from('案号,被执行人,走访情况\n（2024）川1123执52号,某某某,不在家\n')),
  asFile('给接收人的话.txt', Buffer.from('台账都在这里。')),
  asFile('坏了的台账.xlsx', Buffer.from('PK\x03\x04 cut off')),
]

/** In both themes, without leaving the screen. */
async function look(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle')
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await screenshot(page, `pack-${name}-${colorScheme}`)
    await assertOpenToAll(page)
  }
  await page.emulateMedia({ colorScheme: 'light' })
}

const row = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text })
const figureIn = async (page: Page, file: string, column: number): Promise<number> =>
  Number((await row(page, file).getByRole('cell').nth(column).innerText()).replaceAll(',', ''))

test(
  'a director brings a year of ledgers into an empty court and opens a figure of its report',
  { skip: noBrowser },
  async (t) => {
    const page = await signedIn(t, court(), 'juzhang', '/import')
    await page.getByLabel('选文件').setInputFiles(pack)

    // One plan: known ledgers with the cases before what rests on them, what nobody knows asked, what is no ledger named.
    await page.getByText('1张表认不出是哪种台账').waitFor({ timeout: 60_000 })
    const turnOf = (file: string) => figureIn(page, file, 0)
    assert.ok((await turnOf('01-首次执行')) < (await turnOf('04-强制措施')))
    await row(page, '坏了的台账.xlsx').waitFor()
    await row(page, '给接收人的话.txt').getByText('不是表格文件').waitFor()
    await look(page, 'plan')
    // A sheet may be told what it is; what it lacks for that is said, and it may be told again that it is none.
    const visits = row(page, '走访.csv')
    const tell = async (kind: string) => {
      await visits.getByRole('combobox').click()
      await page.keyboard.type(kind)
      await page.keyboard.press('Enter')
    }
    await tell('拘留')
    await visits.getByText('缺少必需的列').waitFor()
    await tell('不导入')
    await visits.getByText('不读').waitFor()

    await page.getByRole('button', { name: '整批导入' }).click()
    await page.getByRole('progressbar', { name: '正在导入' }).waitFor()
    await page.getByRole('link', { name: '看台账核对' }).waitFor({ timeout: 120_000 })
    for (const name of ledgers) {
      const [read, accepted, setAside, ignored] = await Promise.all([2, 3, 4, 5].map((at) => figureIn(page, name, at)))
      assert.ok(accepted !== undefined && accepted > 0, `${name}: nothing was accepted`)
      assert.equal(read, accepted + (setAside ?? 0) + (ignored ?? 0), name)
    }
    await row(page, '走访.csv').getByText('不是已知的台账').waitFor()
    await look(page, 'result')

    await page.getByRole('link', { name: '看台账核对' }).click()
    await page.getByRole('heading', { level: 1, name: '台账核对' }).waitFor({ timeout: 3000 })
    await page.getByRole('row').nth(1).waitFor()
    await look(page, 'contradictions')

    await page.goto(`${court().address}/report`)
    await page.locator('.rp-figure').first().waitFor()
    await look(page, 'report')
    // A figure, its parts, its records, one of them: three clicks.
    await task(t, page, { number: 20, clicks: 3 }, async () => {
      await page.locator('#rp-s-measures .rp-figure').first().click()
      const counted = page.getByRole('region', { name: '拘传' }).getByRole('link').first()
      const total = Number.parseInt(await counted.innerText())
      assert.ok(total >= 100)
      await counted.click()
      await page.getByRole('heading', { level: 1, name: '拘传' }).waitFor()
      await page.getByText(`合计 ${total}人次`).waitFor()
      await page.getByRole('row').nth(1).getByRole('cell').last().click()
      await page.getByRole('complementary', { name: '拘传' }).waitFor()
    })
    await look(page, 'summonses')
    await page.getByRole('button', { name: '登记' }).click()
    await page.getByRole('dialog').getByLabel('案件').waitFor()
    await look(page, 'record')
  },
)
