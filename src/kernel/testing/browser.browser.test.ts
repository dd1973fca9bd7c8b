import assert from 'node:assert/strict'
import fs from 'node:fs'
import { test } from 'node:test'
import { launchBrowser, noBrowser, openPage, screenshot } from './browser.ts'

test('rare characters of names are drawn, each differently', { skip: noBrowser }, async (t) => {
  const page = await openPage(t, await launchBrowser(t))
  await page.setContent(
    '<h1 style="font-size:40px"><span>犍</span><span>䶮</span><span>㐂</span><span>𠮷</span> 犍为县人民法院 123</h1>',
  )
  const drawn = await Promise.all((await page.locator('span').all()).map((one) => one.screenshot()))
  assert.equal(new Set(drawn.map((picture) => picture.toString('base64'))).size, 4)
  assert.ok(fs.existsSync(await screenshot(page, 'rare-characters')))
})

test(
  'an error inside a page fails the test that opened it, and its browser is closed all the same',
  { skip: noBrowser },
  async (t) => {
    let undo = async (): Promise<unknown> => undefined
    const inner = Object.assign(Object.create(t), { after: (step: () => Promise<unknown>) => void (undo = step) })
    const browser = await launchBrowser(inner)
    const page = await openPage(inner, browser)
    await page.setContent('<script>setTimeout(() => { throw new Error("lost") })</script>')
    await page.waitForTimeout(100)
    await assert.rejects(undo(), /the page threw: Error: lost/)
    assert.equal(browser.isConnected(), false)
  },
)
