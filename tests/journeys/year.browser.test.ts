import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { noBrowser, screenshot } from '#kernel/testing/browser.ts'
import { assertOpenToAll, bringInSample, servedCourt, signedIn, task, type ServedCourt } from './served-court.ts'

const ledgers = ['01-首次执行案件台账.xlsx', '02-恢复执行案件台账.xlsx', '13-全市对比指标.xlsx']
let served: ServedCourt | undefined

before(async () => {
  if (noBrowser !== false) return
  served = await servedCourt()
  for (const ledger of ledgers) await bringInSample(served, ledger)
})
after(() => served?.close())

function court(): ServedCourt {
  if (!served) throw new Error('no court is served')
  return served
}

test('a president goes from 99.74 % to its 1,188 cases and tells its denominator', { skip: noBrowser }, async (t) => {
  const page = await signedIn(t, court(), 'yuanzhang', '/indicators')
  const figure = page.getByRole('link', { name: '99.74%' })
  await figure.waitFor()
  await task(t, page, { number: 18, clicks: 2 }, async () => {
    await figure.click()
    await page.getByText('合计 1,188件').waitFor()
    const tab = page.getByRole('tab', { name: '执结 1,188件' })
    assert.equal(await tab.getAttribute('aria-selected'), 'true')
    await page.getByText('结案率 = 执结 ÷ 受理（旧存加新收） × 100%，截断2位').waitFor()
    await page.getByRole('tab', { name: '受理 1,191件' }).click()
    await page.getByText('合计 1,191件').waitFor()
  })
  // What the list counts is where its rows lead.
  await page.getByRole('row').getByRole('link', { name: '（2023）川1123执1052号' }).click()
  await page.getByRole('heading', { name: '（2023）川1123执1052号' }).waitFor()
})

test('the office drafts the report of 2024 and says why 51 % and 50.00 % differ', { skip: noBrowser }, async (t) => {
  const page = await signedIn(t, court(), 'bangongshi', '/report')
  await page.getByRole('button', { name: '生成初稿' }).waitFor()
  await task(t, page, { number: 19, clicks: 5 }, async () => {
    await page.getByRole('button', { name: '生成初稿' }).click()
    await page.waitForURL(/report\/[0-9a-f-]{36}/)
    await page.getByRole('link', { name: /附注/ }).click()
    const why = page.getByRole('region', { name: '悬赏成功率不一致' })
    await why.getByText('51%', { exact: true }).waitFor()
    await why.getByText('50.00%', { exact: true }).waitFor()
    await why.getByText(/19.* ÷ .*38/).waitFor()
    assert.match(await page.getByRole('complementary', { name: '附注' }).innerText(), /51%.*50\.00%/)
  })
  await screenshot(page, 'report-draft')
  await assertOpenToAll(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await screenshot(page, 'report-draft-dark')
  await assertOpenToAll(page)
})

for (const scheme of ['light', 'dark'] as const) {
  test(`a figure by teams shuts nobody out, ${scheme}`, { skip: noBrowser }, async (t) => {
    const page = await signedIn(t, court(), 'juzhang', '/desk', scheme)
    await page.goto(`${court().address}/indicators?id=K01&variant=printed&side=team`)
    await page.locator('h1').waitFor()
    await page.waitForLoadState('networkidle')
    await screenshot(page, `indicators-teams-${scheme}`)
    await assertOpenToAll(page)
  })
}
