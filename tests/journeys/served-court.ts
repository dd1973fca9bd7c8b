import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import type { TestContext } from 'node:test'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { identityDoor } from '#capabilities/identity'
import { importFile } from '#capabilities/ledgers'
import { httpServer } from '#kernel/http/server.ts'
import { startWorker } from '#kernel/jobs/worker.ts'
import { listenLive } from '#kernel/live.ts'
import { processMetrics } from '#kernel/metrics.ts'
import { systemActor } from '#kernel/occasion.ts'
import { launchBrowser, openPage } from '#kernel/testing/browser.ts'
import { court, runningCourt, turnCourtTo, type RunningCourt } from '../api/running-court.ts'
import { pagesForTest } from './pages.ts'

export type ServedCourt = {
  readonly address: string
  readonly running: RunningCourt
  /** Moves the court's day. */
  readonly turnTo: (day: string) => Promise<void>
  readonly close: () => Promise<void>
}

type Options = { readonly bare?: boolean; readonly today?: string }

/** The whole product with its pages and sixty invented cases, or none; on the sixth of January 2025 unless another day is named. */
export async function servedCourt({ bare = false, today }: Options = {}): Promise<ServedCourt> {
  const [running, pages] = await Promise.all([
    runningCourt({ bare, ...(today !== undefined && { today }) }),
    pagesForTest(),
  ])
  const { platform } = running
  const turnTo = (day: string) => turnCourtTo(platform, day)
  await turnTo(today ?? '2025-01-06')
  const live = await listenLive(platform.url)
  const app = await httpServer({
    platform,
    live,
    webRoot: pages.folder,
    door: identityDoor,
    metrics: processMetrics(),
    court: () => court,
    ready: () => true,
    callsPerMinute: 100_000,
  })
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  const worker = await startWorker(platform)
  const close = async (): Promise<void> => {
    await app.close()
    await worker.close()
    await live.close()
    await running.close()
    pages.remove()
  }
  return { address, running, turnTo, close }
}

/** What stands in a ledger goes on record, as the command line does it. */
export async function bringIn({ running }: ServedCourt, fileName: string, bytes: Uint8Array): Promise<void> {
  const importer = systemActor(court, 'import', '导入', ['ledgers.import'])
  const outcome = await importFile(running.platform, importer, { fileName, bytes })
  if ('code' in outcome) throw new Error(outcome.detailZh)
}

const samples = new URL('../samples/2024/', import.meta.url)

/** One of the ledgers that the repository carries. */
export const bringInSample = (served: ServedCourt, fileName: string): Promise<void> =>
  bringIn(served, fileName, readFileSync(new URL(encodeURIComponent(fileName), samples)))

/** Somebody signed in on a page that counts clicks; keys and typing do not count. */
export async function signedIn(
  t: TestContext,
  served: ServedCourt,
  loginName: string,
  path: string,
  colorScheme: 'light' | 'dark' = 'light',
): Promise<Page> {
  const page = await openPage(t, await launchBrowser(t), { colorScheme })
  await page.addInitScript(`
    const counted = Number(sessionStorage.getItem('clicks') ?? 0)
    sessionStorage.setItem('clicks', String(counted))
    addEventListener('click', (event) => {
      if (event.isTrusted && event.detail > 0)
        sessionStorage.setItem('clicks', String(Number(sessionStorage.getItem('clicks')) + 1))
    }, true)`)
  await page.goto(`${served.address}${path}`)
  await enter(page, served, loginName)
  return page
}

/** Name, password, Enter. */
export async function enter(page: Page, { running }: ServedCourt, loginName: string): Promise<void> {
  await page.getByLabel('用户名').fill(loginName)
  const password = running.people.find((person) => person.loginName === loginName)?.password ?? ''
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation', { name: '主菜单' }).waitFor()
}

/** Does a task as it is read to a person: prints seconds, and holds it to its clicks. */
export async function task(
  t: TestContext,
  page: Page,
  { number, clicks: most }: { readonly number: number; readonly clicks: number },
  work: () => Promise<void>,
): Promise<void> {
  await page.evaluate("sessionStorage.setItem('clicks', '0')")
  const from = performance.now()
  await work()
  const seconds = ((performance.now() - from) / 1000).toFixed(1)
  const clicks = Number(await page.evaluate("sessionStorage.getItem('clicks')"))
  t.diagnostic(`usability task ${number}: ${clicks} clicks of ${most}, ${seconds} s`)
  assert.ok(clicks <= most, `${clicks} clicks, at most ${most}`)
}

export const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']

/** Nobody is shut out of what is on screen. */
export async function assertOpenToAll(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(standards).analyze()
  assert.deepEqual(
    violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`)),
    [],
  )
}
