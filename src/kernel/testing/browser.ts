import fs from 'node:fs'
import path from 'node:path'
import type { TestContext } from 'node:test'
import { type Browser, type BrowserContextOptions, type Page, chromium } from 'playwright-core'
import { afterwards } from './afterwards.ts'
import { unpackedChromium, varFolder } from './chromium.ts'

/** Give it to a test as `{ skip: noBrowser }`: the reason where there is none, else false. */
export const noBrowser: string | false =
  process.platform === 'linux' && process.arch === 'x64'
    ? false
    : `随附的浏览器只有 linux-x64 版，本机为 ${process.platform}-${process.arch}`

/** A real Chromium, closed when the test ends. */
export async function launchBrowser(t: TestContext): Promise<Browser> {
  const { executable, env } = await unpackedChromium()
  const browser = await chromium.launch({
    executablePath: executable,
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--font-render-hinting=none', '--hide-scrollbars'],
    env: { ...process.env, ...env },
  })
  afterwards(t, () => browser.close())
  return browser
}

/** A page as the court's PCs show it: 1366×768, Chinese, China's time. What breaks inside the page breaks the test. */
export async function openPage(t: TestContext, browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    ...options,
  })
  const page = await context.newPage()
  const broken: Error[] = []
  page.on('pageerror', (error) => broken.push(error))
  afterwards(t, async () => {
    await context.close()
    if (broken.length > 0) throw new AggregateError(broken, `the page threw: ${broken.map(String).join('; ')}`)
  })
  return page
}

/** Kept below `var/screenshots` under this name, for the eye; returns the file. */
export async function screenshot(page: Page, name: string): Promise<string> {
  const file = path.join(varFolder, 'screenshots', `${name}.png`)
  fs.mkdirSync(path.dirname(file), { recursive: true })
  await page.screenshot({ path: file, animations: 'disabled' })
  return file
}
