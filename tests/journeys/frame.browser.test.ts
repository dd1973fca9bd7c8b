import assert from 'node:assert/strict'
import { after, before, test, type TestContext } from 'node:test'
import type { Page } from 'playwright-core'
import { inTransaction } from '#kernel/database/transaction.ts'
import { launchBrowser, noBrowser, openPage, screenshot } from '#kernel/testing/browser.ts'
import { court as courtCode } from '../api/running-court.ts'
import { assertOpenToAll, enter, servedCourt, signedIn, type ServedCourt } from './served-court.ts'

let served: ServedCourt | undefined

before(async () => {
  if (noBrowser === false) served = await servedCourt()
})
after(() => served?.close())

function court(): ServedCourt {
  if (!served) throw new Error('no court is served')
  return served
}

test('the post switch narrows menu and desk to one post, and back', { skip: noBrowser }, async (t) => {
  const { running } = court()
  const staffId = running.people.find(({ loginName }) => loginName === 'shujiyuan')?.staffId
  await inTransaction(running.platform, { court: courtCode, unit: null }, ({ client }) =>
    client.query(
      `insert into identity_holding (holding_id, staff_id, post_id, from_on)
       values (gen_random_uuid(), $1, 'director', '2020-01-01')`,
      [staffId],
    ),
  )
  const page = await signedIn(t, court(), 'shujiyuan', '/desk')
  const menu = page.getByRole('navigation', { name: '主菜单' })
  const people = menu.locator('a[href="/people"]')
  const assignments = page.getByRole('row').filter({ hasText: '分案' })
  const notices = page.getByRole('row').filter({ hasText: '发执行通知' })
  // The two posts together have more than seven items: the rest unfolds.
  await menu.getByRole('button', { name: '更多' }).click()
  await people.waitFor()
  await assignments.first().waitFor()
  const choose = async (post: string) => {
    await page.getByRole('button', { name: /^岗位/ }).click()
    await page.getByRole('menuitem', { name: post }).click()
    await page.getByRole('button', { name: `岗位 ${post}` }).waitFor()
  }
  await choose('书记员')
  await people.waitFor({ state: 'hidden' })
  await notices.first().waitFor()
  await assignments.first().waitFor({ state: 'hidden' })
  await assertOpenToAll(page)
  // It is the session that is narrowed, not this page: another page of it says the same.
  await page.goto(`${court().address}/cases`)
  await page.getByRole('button', { name: '岗位 书记员' }).waitFor()
  assert.equal(await people.count(), 0)
  await choose('全部岗位')
  await menu.getByRole('button', { name: '更多' }).click()
  await people.waitFor()
})

/** What the map promises in three groups; `1` stands for the digits up to nine. */
const promised = ['Ctrl K', '?', 'Esc', 'Ctrl P', 'Ctrl Enter', 'J', 'K', 'Enter', 'Shift Enter', 'X', 'Shift X', '/']
const promisedToo = ['V', '.', 'B', 'Home', 'End', '[', ']', 'E', 'T', 'R', 'Alt S', 'G D', 'G A', 'G I', 'G B']

test('the keyboard map lists every key, and a key opens the rule of a clock', { skip: noBrowser }, async (t) => {
  const page = await signedIn(t, court(), 'shujiyuan', '/cases')
  await page.getByRole('row').nth(1).getByRole('link').first().click()
  await page.getByRole('button', { name: /下一步/ }).waitFor()
  await page.keyboard.press('?')
  const map = page.getByRole('dialog')
  await map.getByText('任何页面').waitFor()
  const listed = await map.locator('dt').allInnerTexts()
  const keys = listed.map((text) => text.replaceAll(/\s+/g, ' ').trim())
  for (const key of [...promised, ...promisedToo]) assert.ok(keys.includes(key), `${key} is not in ${keys.join(' · ')}`)
  await screenshot(page, 'keys-light')
  await assertOpenToAll(page)
  await page.keyboard.press('Escape')
  await map.waitFor({ state: 'hidden' })

  await page.keyboard.press('r')
  await page
    .getByRole('tooltip')
    .getByText(/施行 \d{4}/)
    .waitFor()
  await assertOpenToAll(page)
  await page.keyboard.press('Escape')
  await page.getByRole('tooltip').waitFor({ state: 'hidden' })
})

test('a half-filled form is kept as a draft and is back when it is opened again', { skip: noBrowser }, async (t) => {
  const page = await signedIn(t, court(), 'lian', '/cases/file')
  const cause = page.getByLabel('案由')
  await cause.fill('买卖合同纠纷')
  await page.keyboard.press('Alt+s')
  await page.getByText(/^草稿已存/).waitFor()
  await page.goto(`${court().address}/desk`)
  await page.goto(`${court().address}/cases/file`)
  await page.getByText('已带出上次没办完的草稿。').waitFor()
  assert.equal(await cause.inputValue(), '买卖合同纠纷')
  await assertOpenToAll(page)
  await page.getByRole('button', { name: '不用草稿' }).click()
  assert.equal(await cause.inputValue(), '')
  await page.reload()
  await cause.waitFor()
  assert.equal(await cause.inputValue(), '')
})

/** Nothing lies beyond the right edge but what a strip or table of its own scrolls to. */
async function assertFits(page: Page): Promise<void> {
  assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 390)
  const cut = await page.evaluate(`[...document.querySelectorAll('a, button, input, h1')]
    .filter((element) => {
      const { right, width } = element.getBoundingClientRect()
      if (width === 0 || right <= 391) return false
      for (let around = element.parentElement; around; around = around.parentElement)
        if (['auto', 'scroll'].includes(getComputedStyle(around).overflowX)) return false
      return true
    })
    .map((element) => element.outerHTML.slice(0, 120))`)
  assert.deepEqual(cut, [])
}

async function phone(t: TestContext, colorScheme: 'light' | 'dark'): Promise<Page> {
  const page = await openPage(t, await launchBrowser(t), { viewport: { width: 390, height: 844 }, colorScheme })
  await page.goto(`${court().address}/desk`)
  await page.getByLabel('用户名').waitFor()
  return page
}

for (const scheme of ['light', 'dark'] as const) {
  test(`sign-in, desk and a case are used on a phone, ${scheme}`, { skip: noBrowser }, async (t) => {
    const page = await phone(t, scheme)
    const look = async (name: string) => {
      await page.waitForLoadState('networkidle')
      await screenshot(page, `phone-${name}-${scheme}`)
      await assertFits(page)
      await assertOpenToAll(page)
    }
    await look('sign-in')
    await enter(page, court(), 'shujiyuan')
    await page.getByRole('heading', { name: '今日工作台' }).waitFor()
    await page.getByRole('row').nth(1).waitFor()
    await look('desk')
    // What stands beside the work on a wide screen stands below it here.
    await page.getByRole('heading', { name: '昨日以来' }).scrollIntoViewIfNeeded()
    await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '案件' }).click()
    await page.getByRole('row').nth(1).getByRole('link').first().click()
    await page.getByRole('button', { name: /下一步/ }).waitFor()
    await look('case')
    await page.getByRole('heading', { name: '下一步' }).scrollIntoViewIfNeeded()
    await page.getByRole('tab', { name: '日志' }).click()
    await page.getByRole('row').nth(1).waitFor()
    await look('case-log')
  })
}
