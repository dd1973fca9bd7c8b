import assert from 'node:assert/strict'
import { after, before, test, type TestContext } from 'node:test'
import { execute } from '#kernel/pipeline/execute.ts'
import { isRefusal } from '#kernel/problem.ts'
import { noBrowser, screenshot } from '#kernel/testing/browser.ts'
import { almighty } from '../api/running-court.ts'
import { assertOpenToAll, servedCourt, signedIn, task, type ServedCourt } from './served-court.ts'

let served: ServedCourt | undefined

before(async () => {
  if (noBrowser === false) served = await servedCourt()
})
after(() => served?.close())

function court(): ServedCourt {
  if (!served) throw new Error('no court is served')
  return served
}
const at = (t: TestContext, who: string, path: string, scheme: 'light' | 'dark' = 'light') =>
  signedIn(t, court(), who, path, scheme)

test('a clerk opens a case by a piece of its number and says what came in', { skip: noBrowser }, async (t) => {
  const page = await at(t, 'shujiyuan', '/desk')
  await page.getByRole('heading', { name: '今日工作台' }).waitFor()
  await task(t, page, { number: 1, clicks: 1 }, async () => {
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: '搜索' }).waitFor()
    await page.keyboard.type('执35')
    await page.getByRole('option', { name: /川1123执35号/ }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: /川1123执35号/ }).waitFor()
    const recovered = page.locator('dt', { hasText: /^到位$/ }).locator('xpath=following-sibling::dd')
    assert.match(await recovered.innerText(), /^0\.00/)
  })
  await page.getByRole('region', { name: '下一步' }).getByText('必办').waitFor()
  await assertOpenToAll(page)
})

test('a clerk does the most pressing notice of the day, and the row leaves', { skip: noBrowser }, async (t) => {
  const page = await at(t, 'shujiyuan', '/desk')
  const rows = page.getByRole('row').filter({ hasText: '发执行通知' })
  await rows.first().waitFor()
  const number = (await rows.first().innerText()).match(/（2025）川1123执\d+号/)?.[0] ?? ''
  await task(t, page, { number: 2, clicks: 3 }, async () => {
    await rows.first().getByRole('button', { name: '登记送达' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('执行通知书送达').waitFor()
    await dialog.getByRole('button', { name: '登记', exact: true }).click()
    await dialog.waitFor({ state: 'hidden' })
    await rows.filter({ hasText: number }).waitFor({ state: 'hidden' })
  })
  await assertOpenToAll(page)
})

test('the same is done by keyboard alone', { skip: noBrowser }, async (t) => {
  const page = await at(t, 'shujiyuan', '/desk')
  await page.getByRole('row').nth(1).waitFor()
  const first = await page.getByRole('row').nth(1).innerText()
  await task(t, page, { number: 2, clicks: 0 }, async () => {
    await page.keyboard.press('.')
    await page.getByRole('dialog').getByRole('button', { name: '登记', exact: true }).waitFor()
    await page.keyboard.press('Control+Enter')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page.waitForFunction(
      (before) => document.querySelector('tbody tr')?.textContent !== before,
      first.replaceAll(/\s+/g, ''),
    )
  })
})

test(
  'a clerk finds cases in which nothing happened for thirty days and keeps them for the team',
  { skip: noBrowser },
  async (t) => {
    // The invented cases were filed today by this machine's clock.
    await court().turnTo(Temporal.Now.plainDateISO('Asia/Shanghai').add({ days: 45 }).toString())
    const page = await at(t, 'shujiyuan', '/cases')
    await page.getByRole('tab', { name: /我的在办/ }).waitFor()
    await task(t, page, { number: 4, clicks: 4 }, async () => {
      await page.getByRole('tab', { name: /三十日无动作/ }).click()
      await page.getByRole('row').nth(1).waitFor()
      await page.getByRole('button', { name: '保存视图' }).click()
      const dialog = page.getByRole('dialog')
      assert.ok(await dialog.getByRole('radio', { name: /团队/ }).isChecked())
      await dialog.getByRole('textbox').fill('久未动的案件')
      await dialog.getByRole('button', { name: '保存视图' }).click()
      await page.getByRole('tab', { name: /久未动的案件/ }).waitFor()
    })
    await assertOpenToAll(page)
    const colleague = await at(t, 'faguan', '/cases')
    await colleague.getByRole('tab', { name: /久未动的案件/ }).click()
    await colleague.getByRole('row').nth(1).waitFor()
    await court().turnTo('2025-01-06')
  },
)

test(
  'a director gives a case to a handler and can say who could have had it and why',
  { skip: noBrowser },
  async (t) => {
    const page = await at(t, 'juzhang', '/desk')
    const rows = page.getByRole('row').filter({ hasText: '分案' })
    await rows.nth(1).waitFor()
    const before = await rows.count()
    await task(t, page, { number: 12, clicks: 2 }, async () => {
      await rows.first().getByRole('button', { name: '分案' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('row').filter({ hasText: '王某某' }).getByText(/%$/).waitFor()
      await dialog
        .getByText(/简案|繁案/)
        .first()
        .waitFor()
      await dialog.getByRole('button', { name: '确认分案' }).click()
      await dialog.waitFor({ state: 'hidden' })
      await page.waitForFunction(
        (rowsBefore) =>
          [...document.querySelectorAll('tbody tr')].filter((row) => row.textContent?.includes('分案')).length <
          rowsBefore,
        before,
      )
    })
  },
)

test('alike rows are done together, each as a command of its own', { skip: noBrowser }, async (t) => {
  const page = await at(t, 'shujiyuan', '/desk')
  await page.getByRole('row').nth(1).waitFor()
  await page.keyboard.press('b')
  const line = page
    .getByRole('row')
    .filter({ hasText: '发报告财产令' })
    .filter({ hasText: /同类 \d+件/ })
    .first()
  const alike = Number(/同类 (\d+)件/.exec(await line.innerText())?.[1])
  assert.ok(alike >= 3)
  const before = Number(/\d+/.exec(await page.getByRole('tab', { name: /今日必办/ }).innerText())?.[0])
  await line.getByRole('button', { name: '批量办理' }).click()
  await page.getByRole('button', { name: '逐件办理' }).click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await page.getByRole('tab', { name: new RegExp(`今日必办 ?${before - alike}$`) }).waitFor()
})

/** The list narrowed by its address, as one sends it to a colleague. */
const firstCase = `/cases?view=all&q=${encodeURIComponent('当事人或案号:执1')}`

test('a judge reads why a round cannot end and heals what is missing from the list', { skip: noBrowser }, async (t) => {
  const page = await at(t, 'faguan', firstCase)
  await page.getByRole('link', { name: /川1123执1号/ }).click()
  await page.getByRole('button', { name: /下一步/ }).waitFor()
  await page.goto(`${page.url().replace(/\?.*/, '')}/terminate`)
  await page.getByText(/还差 \d+/).waitFor()
  const missing = page.getByRole('button', { name: '补办 限制消费' })
  await missing.click()
  await page.getByRole('dialog').getByRole('button', { name: '登记', exact: true }).click()
  await missing.waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: '报请终本' }).click()
  await page.getByText('请填写').first().waitFor()
  await page.getByLabel('终本理由').fill('查无可供执行财产')
  await page.getByRole('button', { name: '报请终本' }).click()
  await page.getByText('暂不能终本').waitFor()
  await assertOpenToAll(page)
})

test(
  'two people change one case: both versions are shown, and nothing is overwritten unseen',
  { skip: noBrowser },
  async (t) => {
    const page = await at(t, 'faguan', firstCase)
    await page.getByRole('link', { name: /川1123执1号/ }).click()
    await page.getByRole('button', { name: /下一步/ }).waitFor()
    const caseId = /cases\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? ''
    await page.goto(`${court().address}/cases/${caseId}?act=cases.change-claim`)
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: '到位' }).fill('100')
    await dialog.getByRole('textbox', { name: '理由' }).fill('补录到账')
    const { running } = court()
    const sums = { claimFen: '889075', waivedFen: '0', unenforceableFen: '0', recoveredFen: '55500' }
    const changed = await execute(running.platform, almighty(running), {
      command: 'cases.change-claim',
      input: { caseId, ...sums, reason: '同事先改' },
    })
    assert.ok(!isRefusal(changed))
    await dialog.getByRole('button', { name: '改标的与到位' }).click()
    const conflict = page.getByRole('alertdialog')
    await conflict.getByText('555.00 元').waitFor()
    await assertOpenToAll(page)
    await conflict.getByRole('button', { name: '保留我的' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await page
      .locator('dt', { hasText: /^到位$/ })
      .locator('xpath=following-sibling::dd')
      .getByText('100.00')
      .waitFor()
  },
)

test('a number is shown for a purpose, and the page says who looked', { skip: noBrowser }, async (t) => {
  const page = await at(t, 'faguan', firstCase)
  await page.getByRole('link', { name: /川1123执1号/ }).click()
  await page.getByRole('tab', { name: /当事人/ }).click()
  await page.getByRole('row').filter({ hasText: '被执行人' }).getByRole('link').first().click()
  await page.getByRole('button', { name: '显示，留痕：证件号' }).click()
  await page.getByRole('button', { name: '查看', exact: true }).click()
  await page.getByText(/9900\d{13}[\dX]/).waitFor()
  await page.getByRole('region', { name: '谁看过完整号码' }).getByText('核对身份').waitFor()
  await assertOpenToAll(page)
})

test('a case is filed from a form that names every gap at its place', { skip: noBrowser }, async (t) => {
  const page = await at(t, 'lian', '/cases/file')
  await page.getByLabel('案由').waitFor()
  await page.keyboard.press('Control+Enter')
  await page
    .getByRole('alert')
    .getByRole('link', { name: /当事人 2 姓名或名称/ })
    .waitFor()
  await page.getByLabel('案由').fill('买卖合同纠纷')
  await page.getByLabel('依据文号').fill('（2024）川1123民初9999号')
  await page.getByLabel('作出机关').fill('犍为县人民法院')
  await page.getByLabel('姓名或名称').nth(0).fill('黛半夏')
  await page.getByLabel('姓名或名称').nth(1).fill('筠知秋')
  await page.getByLabel('证件号').nth(1).fill('990001198001010010')
  await page.getByLabel('金额').fill('3.2万')
  await page.getByLabel('判项原文').fill('被告于十日内支付货款。')
  await page.keyboard.press('Control+Enter')
  await page
    .getByText(/校验位不符/)
    .first()
    .waitFor()
  await page.getByLabel('证件号').nth(1).fill('')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('heading', { name: /川1123执61号/ }).waitFor()
  assert.match(
    await page
      .locator('dt', { hasText: /^标的$/ })
      .locator('xpath=following-sibling::dd')
      .innerText(),
    /^32,000\.00/,
  )
})

for (const scheme of ['light', 'dark'] as const) {
  test(`a case beside the list shuts nobody out, ${scheme}`, { skip: noBrowser }, async (t) => {
    const page = await at(t, 'juzhang', '/desk', scheme)
    const { address } = court()
    await page.goto(`${address}/cases?view=all`)
    await page.getByRole('row').nth(1).click()
    await page.getByRole('complementary', { name: '案件预览' }).getByText('最近经过').waitFor()
    await screenshot(page, `cases-${scheme}`)
    await assertOpenToAll(page)
  })
}
