import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { inTransaction } from '#kernel/database/transaction.ts'
import { tableSheet } from '#kernel/sheets/table-sheet.ts'
import { noBrowser } from '#kernel/testing/browser.ts'
import { court as courtCode } from '../api/running-court.ts'
import { plain01 } from '../import/changed-ledger.ts'
import { enter, servedCourt, signedIn, type ServedCourt } from './served-court.ts'

let served: ServedCourt | undefined

before(async () => {
  if (noBrowser === false) served = await servedCourt()
})
after(() => served?.close())

function court(): ServedCourt {
  if (!served) throw new Error('no court is served')
  return served
}

/** A case ready to be filed; nobody has pressed yet. */
async function fillIn(page: Page, debtor: string): Promise<void> {
  await page.getByLabel('案由').fill('买卖合同纠纷')
  await page.getByLabel('依据文号').fill(`（2024）川1123民初${debtor.length}888号`)
  await page.getByLabel('作出机关').fill('犍为县人民法院')
  await page.getByLabel('姓名或名称').nth(0).fill('黛半夏')
  await page.getByLabel('姓名或名称').nth(1).fill(debtor)
  await page.getByLabel('金额').fill('3.2万')
  await page.getByLabel('判项原文').fill('被告于十日内支付货款。')
}

const casesAgainst = (debtor: string): Promise<number> =>
  inTransaction(court().running.platform, { court: courtCode, unit: null }, async ({ client }) => {
    const { rows } = await client.query('select from parties_party where name = $1', [debtor])
    return rows.length
  })

const again = (page: Page) => page.getByRole('dialog', { name: '登录已过期' })

async function ledgerFile() {
  const { heads, rows } = await plain01()
  const bytes = await tableSheet({
    name: '首执台账',
    columns: heads.map((title) => ({ title })),
    rows: rows.slice(0, 5),
  })
  return { name: '首次执行案件台账.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) }
}

test('a form outlives its session, and a double click files one case', { skip: noBrowser }, async (t) => {
  const page = await signedIn(t, court(), 'lian', '/cases/file')
  await fillIn(page, '筠知秋')
  await page.context().clearCookies()
  await page.getByRole('button', { name: '立案', exact: true }).dblclick()
  await again(page).waitFor()
  assert.equal(await casesAgainst('筠知秋'), 0)
  await enter(page, court(), 'lian')
  await page.getByRole('heading', { name: /川1123执\d+号/ }).waitFor()
  assert.equal(await casesAgainst('筠知秋'), 1)
})

test('who signs in over another’s page does not finish what that one began', { skip: noBrowser }, async (t) => {
  const page = await signedIn(t, court(), 'lian', '/cases/file')
  await fillIn(page, '苓映雪')
  await page.getByLabel('案由').press('Alt+s')
  await page.getByText(/^草稿已存/).waitFor()
  await page.context().clearCookies()
  await page.getByRole('button', { name: '立案', exact: true }).click()
  await again(page).waitFor()
  await enter(page, court(), 'juzhang')
  await page.getByRole('heading', { name: '今日工作台' }).waitFor()
  assert.equal(await casesAgainst('苓映雪'), 0)
  assert.equal(await page.evaluate("Object.keys(sessionStorage).filter((key) => key.includes('draft')).length"), 0)
})

test('an upload goes on after a new sign-in: nobody chooses the file again', { skip: noBrowser }, async (t) => {
  const page = await signedIn(t, court(), 'shujiyuan', '/import')
  await page.getByText('选文件').first().waitFor()
  await page.context().clearCookies()
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles(await ledgerFile())
  await again(page).waitFor()
  await enter(page, court(), 'shujiyuan')
  await page.waitForURL(/\/import\/[0-9a-f-]{36}/)
})

test('an upload cut off by the network is sent again by one button', { skip: noBrowser }, async (t) => {
  const page = await signedIn(t, court(), 'shujiyuan', '/import')
  await page.getByText('选文件').first().waitFor()
  await page.context().setOffline(true)
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles(await ledgerFile())
  await page.getByText('网络已断开').first().waitFor()
  await page.context().setOffline(false)
  await page.getByRole('button', { name: '重新上传 首次执行案件台账.xlsx' }).click()
  await page.waitForURL(/\/import\/[0-9a-f-]{36}/)
})
