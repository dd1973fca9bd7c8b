import { AxeBuilder } from '@axe-core/playwright'
import assert from 'node:assert/strict'
import { createReadStream, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { launchBrowser, noBrowser, openPage, screenshot } from '#kernel/testing/browser.ts'
import { buildGallery } from '../build.ts'

let folder = ''
let server: PageServer

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gallery-'))
  await buildGallery(folder)
  server = await servePages(folder, 'gallery/index.html')
})
after(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']

async function faultsOf(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(standards).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}

const screens = [
  '/desk',
  '/cases',
  '/cases?open=case-2',
  '/cases/case-2',
  '/import',
  '/indicators',
  '/property',
  '/funds',
  '/desk?signed-out',
]

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no screen of the gallery shuts anybody out, ${colorScheme}`, { skip: noBrowser }, async (t) => {
    const browser = await launchBrowser(t)
    for (const path of screens) {
      const page = await openPage(t, browser, { colorScheme })
      await page.goto(`${server.address}${path}`)
      await page.locator('h1').waitFor()
      await page.evaluate(() => document.fonts.ready)
      await screenshot(page, `gallery${path.replaceAll(/\W+/g, '-')}-${colorScheme}`)
      assert.deepEqual(await faultsOf(page), [], path)
    }
  })
}

test('a list of 100,000 is walked by keys with at most sixty rows in the page', { skip: noBrowser }, async (t) => {
  const page = await openPage(t, await launchBrowser(t))
  await page.goto(`${server.address}/cases?rows=100000`)
  const rows = page.locator('tbody tr[data-index]')
  await rows.first().waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.locator('tr[data-index="2"]:focus').waitFor()
  await page.keyboard.press('x')
  await page.keyboard.press('j')
  await page.keyboard.press('Shift+X')
  await page.getByText('已选 2').waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('complementary', { name: '案件预览' }).waitFor()
  await page.keyboard.press(']')
  await page.waitForURL(/open=case-4/)
  assert.deepEqual(await faultsOf(page), [])
  await page.keyboard.press('Escape')
  await page.locator('tr[data-index="4"]:focus').waitFor()
  await page.keyboard.press('End')
  await page.getByText('（2024）川1123执100999号').waitFor()
  for (let step = 0; step < 20; step++) {
    await page.locator('.dx-scroll').evaluate((box) => void (box.scrollTop = box.scrollHeight))
    await page.waitForTimeout(60)
  }
  assert.ok(await page.locator('.dx-scroll').evaluate((box) => box.scrollTop > 60_000))
  assert.ok((await rows.count()) <= 60)
})

test('search opens a case by its number without the mouse', { skip: noBrowser }, async (t) => {
  const page = await openPage(t, await launchBrowser(t))
  await page.goto(`${server.address}/desk`)
  await page.locator('h1').waitFor()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: '搜索' }).fill('987')
  await page.getByRole('option').first().waitFor()
  assert.deepEqual(await faultsOf(page), [])
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/cases\/case-0$/)
})

test('a form names every bad field, survives a conflict and keeps what was typed', { skip: noBrowser }, async (t) => {
  const page = await openPage(t, await launchBrowser(t))
  await page.goto(`${server.address}/funds`)
  await page.getByRole('button', { name: '结案', exact: true }).click()
  await page.getByRole('link', { name: '理由：请填写' }).waitFor()
  assert.deepEqual(await faultsOf(page), [])
  await page.getByLabel('理由').fill('履行完毕')
  await page.getByRole('combobox', { name: '结案方式' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.getByLabel('理由').focus()
  await page.keyboard.press('Control+Enter')
  const conflict = page.getByRole('alertdialog')
  await conflict.getByText('53,000.00 元').waitFor()
  // The list of manners fades out behind the dialog; half faded it is not what a person reads.
  await page.locator('.ant-select-dropdown').waitFor({ state: 'hidden' })
  assert.deepEqual(await faultsOf(page), [])
  await conflict.getByRole('button', { name: '保留我的' }).click()
  await page.getByText('已结案').waitFor()
})

test('a form outlives its session and its act is given once, under the same number', { skip: noBrowser }, async (t) => {
  const page = await openPage(t, await launchBrowser(t))
  await page.goto(`${server.address}/funds?expire`)
  await page.getByLabel('理由').fill('履行完毕')
  await page.getByRole('combobox', { name: '结案方式' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '结案', exact: true }).click()
  const again = page.getByRole('dialog', { name: '登录已过期' })
  await again.getByLabel('用户名').fill('wangmou')
  await again.getByLabel('密码').fill('invented')
  assert.deepEqual(await faultsOf(page), [])
  await again.getByRole('button', { name: '登录' }).click()
  await page.getByRole('alertdialog').getByText('履行完毕').waitFor()
})

test('keys rest while a name is typed and while an input method is choosing', { skip: noBrowser }, async (t) => {
  const page = await openPage(t, await launchBrowser(t))
  await page.goto(`${server.address}/cases`)
  await page.locator('tr[data-index="0"]').waitFor()
  await page.keyboard.press('/')
  await page.keyboard.type('jx')
  assert.equal(await page.getByLabel('查询条件').inputValue(), 'jx')
  assert.equal(await page.locator('tr.dx-here').getAttribute('data-index'), '0')
  await page.getByLabel('查询条件').blur()
  await page.evaluate(() =>
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', isComposing: true, bubbles: true })),
  )
  assert.equal(await page.locator('tr.dx-here').getAttribute('data-index'), '0')
})

test('a refusal opens at its button with the article and the repair', { skip: noBrowser }, async (t) => {
  const page = await openPage(t, await launchBrowser(t))
  await page.goto(`${server.address}/funds`)
  await page.getByRole('button', { name: '报请终本' }).click()
  await page.getByRole('tooltip').getByRole('button', { name: '报请终本' }).click()
  const refusal = page.getByRole('tooltip').getByRole('alert')
  await refusal.getByText('24项差1项').waitFor()
  await refusal.getByText('终本规定§1').waitFor()
  await refusal.getByRole('button', { name: '发起不动产查询' }).waitFor()
})

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
}
/** The same policy as the product's, so that what it would block is blocked here too. */
const policy = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; object-src 'none'"

type PageServer = { readonly address: string; readonly close: () => Promise<void> }

/** Serves built pages as the product does: any other address is the application's own. */
async function servePages(root: string, index: string): Promise<PageServer> {
  const server = createServer(({ url = '/' }, response) => {
    const wanted = join(root, new URL(url, 'http://local').pathname)
    const file = existsSync(wanted) && statSync(wanted).isFile() ? wanted : join(root, index)
    response.writeHead(200, {
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      'content-security-policy': policy,
    })
    createReadStream(file).pipe(response)
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
