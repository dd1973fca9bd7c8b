import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { noBrowser, screenshot } from '#kernel/testing/browser.ts'
import { assertOpenToAll, bringInSample, servedCourt, signedIn, type ServedCourt } from './served-court.ts'

let served: ServedCourt | undefined

before(async () => {
  if (noBrowser !== false) return
  served = await servedCourt()
  for (const ledger of [
    '01-首次执行案件台账.xlsx',
    '04-强制措施台账.xlsx',
    '05-执行110登记.xlsx',
    '06-执行悬赏台账.xlsx',
  ])
    await bringInSample(served, ledger)
})
after(() => served?.close())

function court(): ServedCourt {
  if (!served) throw new Error('no court is served')
  return served
}

test(
  'the wall tells today in numbers, says when, opens what it counts and can be left',
  { skip: noBrowser },
  async (t) => {
    const page = await signedIn(t, court(), 'yuanzhang', '/wall')
    await page.setViewportSize({ width: 1920, height: 1080 })
    for (const tile of ['今日接报', '在拘', '期限', '今日值班', '案款', '工作单'])
      await page.getByRole('region', { name: tile }).waitFor()
    assert.match(await page.getByRole('status').filter({ hasText: '数据截至' }).innerText(), /\d\d:\d\d:\d\d/)
    await screenshot(page, 'wall')
    await assertOpenToAll(page)
    const custody = page.getByRole('region', { name: '在拘' })
    await custody.getByRole('link').first().click()
    await page.getByRole('heading', { name: /拘留/ }).waitFor()
    await page.goBack()
    await page.getByRole('link', { name: '退出大屏' }).click()
    await page.getByRole('navigation', { name: '主菜单' }).waitFor()
  },
)

test('the list of calls shuts nobody out', { skip: noBrowser }, async (t) => {
  const page = await signedIn(t, court(), 'yuanzhang', '/hotline/calls')
  await page.getByText('合计 192').waitFor()
  await assertOpenToAll(page)
})
