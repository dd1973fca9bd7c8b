import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { pathOf } from '../../src/capabilities/registers/declaration.ts'
import { noBrowser } from '#kernel/testing/browser.ts'
import { bringInSample, servedCourt, signedIn, standards, type ServedCourt } from './served-court.ts'

const ledgers = [
  '01-首次执行案件台账',
  '02-恢复执行案件台账',
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

/** In this order a page goes to the first who may open it. */
const people = ['juzhang', 'shujiyuan', 'ankuan', 'zhihui', 'lian', 'ducha', 'anquan', 'xitong', 'shenji'] as const

/** What no list leads to in a court that nobody has worked in; each is looked at where it comes into being. */
const lookedAtElsewhere = new Map([
  ['/import/$importId', 'import.browser: the wizard, step by step'],
  ['/funds/payouts/$payoutId', 'funds.browser: the payout to decide'],
  ['/report/$reportId', 'year.browser: the report of the year'],
])

/** Addresses of pages that no link on a list leads to. */
const known = new Map([
  ['/rules/$rule', '/rules/filing.notice'],
  ['/calculators/$name', '/calculators/doubledInterest'],
])

let served: ServedCourt | undefined

before(async () => {
  if (noBrowser !== false) return
  served = await servedCourt()
  for (const ledger of ledgers) await bringInSample(served, `${ledger}.xlsx`)
})
after(() => served?.close())

function court(): ServedCourt {
  if (!served) throw new Error('no court is served')
  return served
}

type Declared = { readonly path: string; readonly permission: string | undefined }

const declaration = /path: '(\/[^']*)'([\s\S]*?)load/g

/** Every page that a room declares, and the list of every register: a new one is looked at without a line here. */
function declaredPages(): readonly Declared[] {
  const sources = globSync(['src/capabilities/*/ui/index.ts', 'src/capabilities/*/ui/*/pages.ts']).map((file) =>
    readFileSync(file, 'utf8'),
  )
  const pages = sources.flatMap((source) =>
    [...source.matchAll(declaration)].map(([, path = '', between = '']) => ({
      path,
      permission: /permission: '([^']+)'/.exec(between)?.[1],
    })),
  )
  const registers = court().running.platform.registry.gather('registers')
  return [
    ...pages,
    ...registers.map(({ register }) => ({
      path: pathOf(register),
      permission: register.readBy ?? `${register.room}.read`,
    })),
  ]
}

/** As a link inside the page does it: nothing is loaded anew, and the heading of the page before is gone. */
async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    const samePage = new URL(to, location.href).pathname === location.pathname
    if (!samePage) for (const heading of document.querySelectorAll('h1')) heading.dataset['before'] = ''
    history.pushState({}, '', to)
  }, path)
  await page
    .locator('h1:not([data-before])')
    .first()
    .waitFor({ timeout: 10_000 })
    .catch((thrown) => Promise.reject(new Error(`${path} has no heading`, { cause: thrown })))
  await page.waitForFunction(() => !document.querySelector('.dx-skeleton, [aria-busy=true]'))
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
}

/** What shuts somebody out: everything in the light theme, contrast once more in the dark one. */
async function violationsOf(page: Page): Promise<readonly string[]> {
  const told: string[] = []
  const look = async (builder: AxeBuilder, theme: string) => {
    const { violations } = await builder.analyze()
    told.push(...violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ html }) => `${theme} ${id}: ${html}`)))
  }
  const axe = () =>
    new AxeBuilder({ page })
      .include('#main')
      .setLegacyMode()
      .options({ resultTypes: ['violations'] })
  await look(axe().withTags(standards), 'light')
  await page.emulateMedia({ colorScheme: 'dark' })
  await look(axe().withRules(['color-contrast']), 'dark')
  await page.emulateMedia({ colorScheme: 'light' })
  return told
}

const linksOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...document.querySelectorAll('a[href^="/"]')].map((link) => link.getAttribute('href') ?? ''))

const patternOf = (path: string): RegExp => new RegExp(`^${path.replaceAll(/\$\w+/g, '[^/?]+')}$`)

test('no page of the product shuts anybody out, in either theme', { skip: noBrowser }, async (t) => {
  const declared = declaredPages()
  const left = new Set(declared.map(({ path }) => path))
  const plain = new Set(declared.flatMap(({ path }) => (path.includes('$') ? [] : [path])))
  const seen = new Set<string>()
  const found: string[] = []
  const visit = async (page: Page, route: string, path: string) => {
    await goTo(page, path)
    for (const href of await linksOn(page)) seen.add(href.replace(/[?#].*/, ''))
    for (const told of await violationsOf(page)) found.push(`${path}: ${told}`)
    left.delete(route)
  }
  for (const person of people) {
    const page = await signedIn(t, court(), person, '/')
    await page.emulateMedia({ reducedMotion: 'reduce' })
    const answer = await page.request.get(`${court().address}/api/session`)
    const { permissions } = (await answer.json()) as { readonly permissions: readonly string[] }
    const open = declared.filter(({ path, permission }) => {
      const may = permission === undefined || permissions.includes(permission)
      return left.has(path) && !path.includes('$') && may
    })
    for (const { path } of open) await visit(page, path, path)
    if (person !== 'juzhang') continue
    // Cases lead to their parties, and to what is one step further inside them.
    const ofCases = [...seen].find((href) => patternOf('/cases/$caseId').test(href) && !href.endsWith('/file'))
    if (ofCases)
      for (const more of ['?tab=parties', '?tab=measures', '?tab=funds', '?tab=clocks', '?tab=log'])
        await visit(page, '', `${ofCases}${more}`)
    for (const route of [...left].filter((path) => path.includes('$'))) {
      const inside = ofCases && route.startsWith('/cases/') ? route.replace('/cases/$caseId', ofCases) : undefined
      const money = ofCases && route === '/funds/cases/$caseId' ? `/funds${ofCases}` : undefined
      const path =
        known.get(route) ?? money ?? inside ?? [...seen].find((href) => patternOf(route).test(href) && !plain.has(href))
      if (path) await visit(page, route, path)
    }
  }
  assert.deepEqual(found, [])
  assert.deepEqual(
    [...left].filter((path) => !lookedAtElsewhere.has(path)),
    [],
    'pages that nobody looked at',
  )
})
