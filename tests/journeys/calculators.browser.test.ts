import { AxeBuilder } from '@axe-core/playwright'
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { identityDoor } from '#capabilities/identity'
import { httpServer } from '#kernel/http/server.ts'
import { listenLive } from '#kernel/live.ts'
import { processMetrics } from '#kernel/metrics.ts'
import { launchBrowser, noBrowser, openPage, screenshot } from '#kernel/testing/browser.ts'
import { court, runningCourt } from '../api/running-court.ts'
import { pagesForTest } from './pages.ts'

type Served = { readonly address: string; readonly password: string; readonly close: () => Promise<void> }
let served: Served | undefined

before(async () => {
  if (noBrowser === false) served = await servedCourt()
})
after(() => served?.close())

/** The whole product with its pages, on an address of its own. */
async function servedCourt(): Promise<Served> {
  const [running, pages] = await Promise.all([runningCourt(), pagesForTest()])
  const { platform, people } = running
  const live = await listenLive(platform.url)
  const app = await httpServer({
    platform,
    live,
    webRoot: pages.folder,
    door: identityDoor,
    metrics: processMetrics(),
    court: () => court,
    ready: () => true,
    callsPerMinute: 10_000,
  })
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  const close = async () => {
    await app.close()
    await live.close()
    await running.close()
    pages.remove()
  }
  return { address, password: people.find(({ loginName }) => loginName === 'shujiyuan')?.password ?? '', close }
}

async function signIn(page: Page): Promise<void> {
  await page.getByLabel('用户名').fill('shujiyuan')
  await page.getByLabel('密码', { exact: true }).fill(served?.password ?? '')
  await page.keyboard.press('Enter')
  await page.getByRole('navigation', { name: '计算种类' }).waitFor()
}

const result = (page: Page) => page.getByRole('region', { name: '结果' })

async function assertNoFaults(page: Page): Promise<void> {
  const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']
  const { violations } = await new AxeBuilder({ page }).withTags(standards).analyze()
  assert.deepEqual(
    violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`)),
    [],
  )
}

test('a clerk reckons late interest by keyboard alone, and the link gives it again', { skip: noBrowser }, async (t) => {
  const page = await openPage(t, await launchBrowser(t))
  await page.goto(`${served?.address}/calculators`)
  await signIn(page)
  await page.keyboard.press('/')
  await page.keyboard.type('加倍')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '加倍部分债务利息' }).waitFor()
  await page.getByText('还差：').waitFor()
  await page.keyboard.type('10万')
  await page.keyboard.press('Tab')
  await page.keyboard.type('20240110')
  // Asked too early: the first open field says so and has the focus.
  await page.keyboard.press('Control+Enter')
  await page.getByLabel('清偿日').and(page.locator(':focus')).waitFor()
  await page.getByText('请填写').waitFor()
  await page.keyboard.type('20240111')
  await result(page).getByText('17.50').first().waitFor()
  await result(page).getByText('0.0175%').first().waitFor()
  // An article under the result opens its text, with the days it is in force.
  await result(page).getByText('第264条').and(page.getByRole('button')).first().click()
  const article = page.getByRole('tooltip')
  await article.getByText('0.0175%').waitFor()
  await article.getByText(/施行 2014-08-01/).waitFor()
  await assertNoFaults(page)
  await page.keyboard.press('Escape')
  await article.waitFor({ state: 'hidden' })
  await page.keyboard.press('Control+Enter')
  assert.match(await page.locator(':focus').innerText(), /17\.50 元/)

  const link = page.url()
  await page.goto('about:blank')
  await page.goto(link)
  await result(page).getByText('17.50').first().waitFor()
})

/** What each address shows: a provisional answer, a refusal, a check list, no such calculation. */
const shown: Readonly<Record<string, string>> = {
  'periodEnd?input={"trigger":"2027-09-20","amount":15,"unit":"day"}':
    '2027年的放假安排没有收录，只按周末推算，公布后须重算',
  'seizureExpiry?input={"kind":"deposit","start":"2024-03-15","months":13}': '期限超过法定最长期限',
  terminationGate: '未送达执行通知',
  nothing: '没有这种计算：nothing',
}

test('answers, refusals and open ends shut nobody out, light and dark', { skip: noBrowser }, async (t) => {
  const page = await openPage(t, await launchBrowser(t))
  await page.goto(`${served?.address}/calculators`)
  await signIn(page)
  for (const [path, words] of Object.entries(shown)) {
    await page.goto(`${served?.address}/calculators/${path}`)
    await page.getByText(words, { exact: true }).waitFor()
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await screenshot(page, `calculators-${path.split('?')[0]}-${colorScheme}`)
      await assertNoFaults(page)
    }
  }
})
