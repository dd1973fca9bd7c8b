import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test, type TestContext } from 'node:test'
import type { Page } from 'playwright-core'
import { noBrowser, screenshot } from '#kernel/testing/browser.ts'
import { checkedPayouts, moneyCourt, rowsIn } from './money-of-the-court.ts'
import { assertOpenToAll, signedIn, task, type ServedCourt } from './served-court.ts'

let served: ServedCourt | undefined

before(async () => {
  if (noBrowser === false) served = await moneyCourt()
})
after(() => served?.close())

function court(): ServedCourt {
  if (!served) throw new Error('no court is served')
  return served
}
const at = (t: TestContext, who: string, path: string, scheme: 'light' | 'dark' = 'light') =>
  signedIn(t, court(), who, path, scheme)

const pane = (page: Page) => page.getByRole('complementary', { name: '到账明细' })
const claimButton = (page: Page) => pane(page).getByRole('button', { name: '认领', exact: true })
/** J until a line has somebody it may be of. */
async function toCandidates(page: Page): Promise<void> {
  for (let lines = 0; lines < 40; lines++) {
    await claimButton(page).waitFor()
    if ((await pane(page).getByRole('radio').count()) > 0) return
    const before = await pane(page).getByRole('heading', { level: 2 }).innerText()
    await page.keyboard.press('j')
    await pane(page).getByRole('heading', { level: 2 }).filter({ hasNotText: before }).waitFor()
  }
  assert.fail('no line has a candidate')
}
const waitingCount = async (page: Page): Promise<number> =>
  Number((await page.getByRole('tab', { name: /待复核/ }).innerText()).replaceAll(/\D/g, ''))

test('a money officer takes the statement in and claims five sums', { skip: noBrowser }, async (t) => {
  await court().turnTo('2024-12-31')
  const page = await at(t, 'ankuan', '/funds')
  await claimButton(page).waitFor()
  await task(t, page, { number: 8, clicks: 7 }, async () => {
    await page.getByRole('button', { name: '导入流水' }).click()
    const opens = page.waitForEvent('filechooser')
    await page.getByLabel('选文件').focus()
    await page.keyboard.press('Enter')
    await (
      await opens
    ).setFiles({
      name: '03-银行流水-2024.csv',
      mimeType: 'text/csv',
      buffer: readFileSync(new URL('../samples/2024/03-银行流水-2024.csv', import.meta.url)),
    })
    // The lines of September were on record already.
    await page.getByText(/已导入 2593 笔，新增 2380 笔/).waitFor({ timeout: 120_000 })
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    for (let claims = 0; claims < 5; claims++) {
      await toCandidates(page)
      await claimButton(page).click()
      await page.waitForFunction(
        (wanted) =>
          [...document.querySelectorAll('[role="tab"]')].some((tab) => tab.textContent?.trim() === `待复核${wanted}`),
        claims + 1,
      )
    }
  })
  assert.equal(await waitingCount(page), 5)
  await assertOpenToAll(page)
})

test('another person confirms what was claimed; whoever proposed it may not', { skip: noBrowser }, async (t) => {
  const proposer = await at(t, 'ankuan', '/funds?view=waiting')
  await pane(proposer).getByText('须由另一人复核').waitFor()
  assert.equal(await pane(proposer).getByRole('button', { name: '复核认领' }).count(), 0)
  const page = await at(t, 'bangongshi', '/funds?view=waiting')
  await pane(page).getByRole('button', { name: '复核认领' }).click()
  await page.getByRole('tooltip').getByRole('button', { name: '复核认领' }).click()
  await page.getByText('已复核，款项记入案件').waitFor()
  await page.getByRole('tab', { name: /^待复核\s*4$/ }).waitFor()
  await assertOpenToAll(page)
})

const slip = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')
type Proposal = {
  readonly parts: readonly { readonly caseNumber: string }[]
  readonly papers: readonly { readonly fileName: string }[]
}

test('one sum is shared out between two cases, with the slip that shows it', { skip: noBrowser }, async (t) => {
  const page = await at(t, 'ankuan', '/funds')
  await claimButton(page).waitFor()
  const two = await rowsIn<{ number: string }>(
    court(),
    `select case_number as number from cases_fact_source where type_code = '执' order by case_number limit 2`,
  )
  await task(t, page, { number: 9, clicks: 5 }, async () => {
    await page.getByRole('row').nth(2).click()
    await claimButton(page).waitFor()
    await pane(page)
      .getByRole('button', { name: /一笔拆多案/ })
      .click()
    await pane(page)
      .getByLabel('案号 1')
      .fill(two[0]?.number ?? '')
    await pane(page)
      .getByLabel('案号 2')
      .fill(two[1]?.number ?? '')
    await pane(page).getByLabel('金额(元) 2').fill('100')
    await pane(page).getByText('余 0.00 元').waitFor()
    const rest = await pane(page).getByLabel('金额(元) 1').inputValue()
    await pane(page).getByLabel('金额(元) 1').fill('1')
    await pane(page)
      .getByText(/还差 .* 元没有分到案件/)
      .waitFor()
    await pane(page).getByLabel('金额(元) 1').fill(rest)
    await pane(page).getByText('余 0.00 元').waitFor()
    const opens = page.waitForEvent('filechooser')
    await pane(page).locator('label', { hasText: '传凭证' }).click()
    await (await opens).setFiles({ name: '电子回单.pdf', mimeType: 'application/pdf', buffer: slip })
    await pane(page).getByText('电子回单.pdf').waitFor()
    await pane(page).getByLabel('说明').fill('付款人来电说明，两案各付一部分')
    await claimButton(page).click()
    await page.getByText(/已提出认领 .* 元，待另一人复核/).waitFor()
  })
  const [last] = await rowsIn<{ line: string; proposal: Proposal }>(
    court(),
    `select split_part(subject, ':', 2) as line, proposal from kernel_approval where matter = 'funds.claim' order by proposed_at desc limit 1`,
  )
  assert.deepEqual(
    last?.proposal.parts.map(({ caseNumber }) => caseNumber),
    two.map(({ number }) => number),
  )
  assert.deepEqual(
    last?.proposal.papers.map(({ fileName }) => fileName),
    ['电子回单.pdf'],
  )
  // Whoever is to confirm opens the slip itself.
  const other = await at(t, 'bangongshi', `/funds?view=waiting&open=${last?.line}`)
  const href = await pane(other).getByRole('link', { name: '电子回单.pdf' }).getAttribute('href')
  const opened = await other.request.get(`${court().address}${href}`)
  assert.equal(opened.status(), 200)
  assert.deepEqual(await opened.body(), slip)
})

test('who it is stays unknown: U records what was tried, by keyboard alone', { skip: noBrowser }, async (t) => {
  const page = await at(t, 'ankuan', '/funds?view=unknown')
  await claimButton(page).waitFor()
  await pane(page).getByText('经办岗位').waitFor()
  await page.keyboard.press('u')
  const asked = page.getByRole('dialog', { name: '登记查找经过' })
  await asked.getByRole('textbox', { name: /结果/ }).fill('付款人电话停机，待查付款银行')
  await screenshot(page, 'funds-unknown-try')
  await assertOpenToAll(page)
  await page.keyboard.press('Control+Enter')
  await asked.waitFor({ state: 'hidden' })
  await pane(page).getByText('付款人电话停机，待查付款银行').waitFor()
  await screenshot(page, 'funds-unknown')
  await assertOpenToAll(page)
})

test('the same is done by keyboard alone', { skip: noBrowser }, async (t) => {
  const page = await at(t, 'ankuan', '/funds')
  await claimButton(page).waitFor()
  const before = await waitingCount(page)
  await page.keyboard.press('j')
  await toCandidates(page)
  await page.keyboard.press('1')
  await pane(page).getByRole('radio').first().and(page.locator(':checked')).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('tab', { name: new RegExp(`^待复核\\s*${before + 1}$`) }).waitFor()
})

test('what must leave within thirty days is listed and printed', { skip: noBrowser }, async (t) => {
  const page = await at(t, 'ankuan', '/funds')
  await claimButton(page).waitFor()
  await page.evaluate('window.print = () => { window.printed = (window.printed ?? 0) + 1 }')
  await task(t, page, { number: 10, clicks: 3 }, async () => {
    await page.getByRole('link', { name: /^超期/ }).first().click()
    await page.getByRole('tab', { name: /三十日内要发/ }).click()
    await page.getByRole('tab', { selected: true, name: /三十日内要发/ }).waitFor()
    await page.getByRole('row').nth(1).waitFor()
    await page.getByRole('button', { name: '打印' }).click()
  })
  assert.equal(await page.evaluate('window.printed'), 1)
  await assertOpenToAll(page)
})

test(
  'a director approves with a fresh proof, and sees which one is not his to approve',
  { skip: noBrowser },
  async (t) => {
    await checkedPayouts(court())
    const page = await at(t, 'juzhang', '/funds/payouts')
    await page.getByRole('row').nth(2).waitFor()
    await rowsIn(court(), `update identity_session set proved_at = proved_at - interval '1 hour'`)
    await page.waitForTimeout(6000) // who a session is, the door remembers for some seconds
    const password = court().running.people.find(({ loginName }) => loginName === 'juzhang')?.password ?? ''
    await task(t, page, { number: 11, clicks: 4 }, async () => {
      await page.getByRole('row').nth(1).click()
      const drawer = page.getByRole('complementary', { name: '发放审批' })
      await drawer.getByRole('button', { name: '批准', exact: true }).click()
      await page.getByRole('tooltip').getByRole('button', { name: '批准', exact: true }).click()
      const proof = page.getByRole('dialog', { name: '再次验证身份' })
      await proof.getByLabel('密码').fill(password)
      await page.keyboard.press('Enter')
      await page.getByRole('tab', { name: /^待批准\s*1$/ }).waitFor()
      await page.keyboard.press(']')
      await page.getByText('不可由你办').waitFor()
    })
    await assertOpenToAll(page)
  },
)

test(
  'an auditor draws a sample that another draws again, and every balance follows from its postings',
  { skip: noBrowser },
  async (t) => {
    const drawn = async (page: Page): Promise<readonly string[]> => {
      await page.getByRole('table', { name: '抽到的发放' }).waitFor()
      return page.getByRole('row').allInnerTexts()
    }
    const asked = '/funds/audit?from=2024-01-01&to=2024-12-31&seed=某年某月'
    const page = await at(t, 'ducha', asked)
    const first = await drawn(page)
    assert.ok(first.length > 1)
    assert.deepEqual(await drawn(await at(t, 'ducha', asked)), first)
    await page.getByLabel('种子').fill('另一个种子')
    await page.keyboard.press('Enter')
    await page.waitForFunction(
      (before) => document.querySelector('tbody tr')?.textContent !== before,
      first[1]?.replaceAll(/\s/g, ''),
    )
    await screenshot(page, 'funds-audit-sample')
    await assertOpenToAll(page)
    await page.keyboard.press('2')
    await page.getByRole('table', { name: '不明款' }).waitFor()
    await assertOpenToAll(page)
    await page.keyboard.press('3')
    // All accounts together hold nothing: what the bank holds is owed to somebody.
    await page.getByRole('cell', { name: '0.00', exact: true }).waitFor()
    await screenshot(page, 'funds-audit-postings')
    await assertOpenToAll(page)
  },
)

for (const scheme of ['light', 'dark'] as const) {
  test(`no money screen shuts anybody out, ${scheme}`, { skip: noBrowser }, async (t) => {
    const page = await at(t, 'ankuan', '/funds', scheme)
    const [paying] = await rowsIn<{ caseId: string; payoutId: string }>(
      court(),
      `select c.case_id as "caseId", o.payout_id as "payoutId" from funds_payout o
       join cases_fact_source c on c.case_number = o.case_number
       where o.kind = 'case' and o.state in ('checked', 'approved') order by o.state limit 1`,
    )
    const look = async (name: string) => {
      await page.waitForLoadState('networkidle')
      await screenshot(page, `funds-${name}-${scheme}`)
      await assertOpenToAll(page)
    }
    const open = async (path: string) => {
      await page.goto(`${court().address}${path}`)
      await page.getByRole('heading', { level: 1 }).waitFor()
    }
    await claimButton(page).waitFor()
    await look('desk')
    await open(`/funds/payouts?view=all&open=${paying?.payoutId}`)
    await page.getByRole('complementary').getByText('审批经过').waitFor()
    await look('payouts')
    await open(`/funds/payouts/${paying?.payoutId}`)
    await look('payout')
    await open('/funds/due')
    await look('due')
    await open('/funds/due?view=asked')
    await look('deferrals')
    await open('/funds/payees')
    await page.getByRole('row').nth(1).click()
    await page.getByText('历次账户').waitFor()
    await look('payees')
    await open('/funds/reconcile?day=2024-09-30')
    await look('day')
    await open('/funds/reconcile?view=month&day=2024-09-30')
    await look('month')
    await open(`/funds/cases/${paying?.caseId}`)
    await look('case')
    await open(`/cases/${paying?.caseId}?tab=funds`)
    await page.getByRole('heading', { name: '案款在哪里' }).waitFor()
    await look('cockpit')
    await open('/funds')
    await page.getByRole('button', { name: '导入流水' }).click()
    const buffer = Buffer.from('甲,乙,丙,丁\n2024-12-30,转入,"1,200.00",某某某\n2024-12-30,转入,"300.50",某某甲\n')
    await page.getByLabel('选文件').setInputFiles({ name: '村镇银行.csv', mimeType: 'text/csv', buffer })
    await page.getByRole('button', { name: '对列' }).click()
    await page.getByRole('button', { name: '记住并导入' }).waitFor()
    await look('teach')
  })
}

test(
  'the president finds money that is stuck and gives it to whoever is responsible',
  { skip: noBrowser },
  async (t) => {
    await court().turnTo('2024-12-31')
    const page = await at(t, 'yuanzhang', '/board')
    await task(t, page, { number: 17, clicks: 4 }, async () => {
      const stuck = page
        .getByRole('listitem')
        .filter({ hasText: /案款 .* 元，通知第\d+天未发放/ })
        .first()
      await stuck.getByRole('button', { name: '批办' }).click()
      const form = page.getByRole('dialog', { name: '批办' })
      // What it is about and whose case it is are there; only the day is typed.
      assert.match(await form.getByLabel('批办内容').inputValue(), /案款 .* 元/)
      await form.getByText(/^\p{Script=Han}{2,4}　/u).waitFor()
      await form.getByLabel('完成期限').fill('2025-01-10')
      await page.keyboard.press('Control+Enter')
      await form.waitFor({ state: 'hidden' })
      await page
        .getByRole('region', { name: /批办未回/ })
        .getByText(/案款 .* 元/)
        .waitFor()
    })
    await assertOpenToAll(page)
    const [given] = await rowsIn<{ owner: string | null; handler: string | null }>(
      court(),
      `select i.owner::text as owner, c.handler_id::text as handler
       from supervision_instruction i join cases_fact_source c on c.case_number = i.case_number`,
    )
    assert.ok(given?.owner)
    assert.equal(given.owner, given.handler)
  },
)
