import assert from 'node:assert/strict'
import fs from 'node:fs'
import { test } from 'node:test'
import { childProcesses, launchBrowser, noBrowser, openPage, screenshot } from './browser.ts'

test('rare characters of names are drawn, each differently', { skip: noBrowser }, async (t) => {
  const page = await openPage(t, await launchBrowser(t))
  await page.setContent(
    '<h1 style="font-size:40px"><span>犍</span><span>䶮</span><span>㐂</span><span>𠮷</span> 犍为县人民法院 123</h1>',
  )
  const drawn = await Promise.all((await page.locator('span').all()).map((one) => one.screenshot()))
  assert.equal(new Set(drawn.map((picture) => picture.toString('base64'))).size, 4)
  assert.ok(fs.existsSync(await screenshot(page, 'rare-characters')))
})

test('an error inside a page fails the test that opened it', { skip: noBrowser }, async (t) => {
  const browser = await launchBrowser(t)
  let undo = async (): Promise<unknown> => undefined
  const inner = { after: (step: () => Promise<unknown>) => void (undo = step) }
  const page = await openPage(Object.assign(Object.create(t), inner), browser)
  await page.setContent('<script>setTimeout(() => { throw new Error("lost") })</script>')
  await page.waitForTimeout(100)
  await assert.rejects(undo(), /the page threw: Error: lost/)
})

test('a browser that does not close is ended, with all its processes', { skip: noBrowser }, async (t) => {
  let undo = async (): Promise<unknown> => undefined
  const inner = { after: (step: () => Promise<unknown>) => void (undo = step) }
  const before = new Set(childProcesses())
  const browser = await launchBrowser(Object.assign(Object.create(t), inner))
  const [own] = childProcesses().filter((pid) => !before.has(pid))
  assert.ok(own)
  process.kill(own, 'SIGSTOP')
  await undo()
  assert.equal(browser.isConnected(), false)
  assert.ok(!childProcesses().includes(own))
})
