import assert from 'node:assert/strict'
import { after, before, test, type TestContext } from 'node:test'
import type { Page } from 'playwright-core'
import { noBrowser, screenshot } from '#kernel/testing/browser.ts'
import { caseWithFreshMoney, confirmedAccount, done, explainDay, moneyCourt, rowsIn } from './money-of-the-court.ts'
import { assertOpenToAll, signedIn, type ServedCourt } from './served-court.ts'

let served: ServedCourt | undefined

before(async () => {
  if (noBrowser !== false) return
  served = await moneyCourt()
  await served.turnTo('2024-12-31')
})
after(() => served?.close())

function court(): ServedCourt {
  if (!served) throw new Error('no court is served')
  return served
}
const at = (t: TestContext, who: string, path: string, scheme: 'light' | 'dark' = 'light') =>
  signedIn(t, court(), who, path, scheme)
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name })
const gone = (page: Page, name: string) => dialog(page, name).waitFor({ state: 'hidden' })

type Share = { readonly creditor: string; readonly awarded: string; readonly proposed: string }
const sharesOf = (caseNumber: string) =>
  rowsIn<Share>(
    court(),
    `select s.creditor, s.awarded_fen::text as awarded, s.proposed_fen::text as proposed
     from funds_plan p join funds_plan_share s on s.plan_id = p.plan_id
     where p.case_number = $1 and p.revised_by is null order by s.position`,
    [caseNumber],
  )

test(
  'a plan is drawn, served on each, waits out the time to object, and is paid by its shares through the whole chain',
  { skip: noBrowser },
  async (t) => {
    const { caseId, caseNumber, applicant, freeFen } = await caseWithFreshMoney(court(), 'faguan', 0)
    const other = '妣某丙'
    const judge = await at(t, 'faguan', `/funds/cases/${caseId}/plan`)
    await judge.getByText('本案还没有分配方案').waitFor()
    await judge.getByRole('button', { name: '制作方案' }).click()
    const draw = dialog(judge, '制作分配方案')
    await draw.getByLabel('债权人 1').waitFor()
    assert.equal(
      await draw.getByLabel('债权人 1').inputValue(),
      applicant,
      'whom the register knows is not typed again',
    )
    await draw.getByLabel('债权(元) 1').fill('6000000')
    await draw.getByRole('button', { name: '加债权人' }).click()
    const rows = await draw.getByRole('textbox', { name: /^债权人 \d+$/ }).count()
    await draw.getByLabel(`债权人 ${rows}`).fill(other)
    await draw.getByLabel(`依据 ${rows}`).fill('（2024）川1123民初9号')
    await draw.getByLabel(`债权(元) ${rows}`).fill('3000000')
    await draw.getByText('余额 0.00 元').waitFor()
    await screenshot(judge, 'funds-plan-draw')
    await assertOpenToAll(judge)
    await judge.keyboard.press('Control+Enter')
    await gone(judge, '制作分配方案')
    const shares = await sharesOf(caseNumber)
    assert.equal(
      shares.reduce((sum, { awarded }) => sum + BigInt(awarded), 0n),
      freeFen,
      'to the fen',
    )
    assert.ok(shares.some(({ creditor, awarded }) => creditor === other && BigInt(awarded) > 0n))

    await judge.getByText('送达中').waitFor()
    for (let people = 0; people < 12; people++) {
      if ((await judge.getByRole('button', { name: '登记送达 S' }).count()) === 0) break
      const waiting = await judge.getByRole('button', { name: /^登记送达 [^S]/ }).count()
      await judge.keyboard.press('s')
      await dialog(judge, '登记方案送达').getByLabel('送达日期').waitFor()
      await judge.keyboard.press('Control+Enter')
      await gone(judge, '登记方案送达')
      await judge.waitForFunction(
        (before) => [...document.querySelectorAll('button[aria-label^="登记送达 "]')].length < before,
        waiting,
      )
    }
    await judge.getByText('异议期内').waitFor()
    assert.equal(
      await judge.getByRole('button', { name: /^申请发放/ }).count(),
      0,
      'nothing is paid while they may object',
    )
    await screenshot(judge, 'funds-plan-open')
    await assertOpenToAll(judge)

    await court().turnTo('2025-01-21')
    const payeeAccountId = await confirmedAccount(court(), other, '6222000099990001')
    await judge.reload()
    await judge.getByText('可以发放').waitFor()
    await judge.getByRole('button', { name: `申请发放 ${other}` }).click()
    const propose = dialog(judge, '申请发放')
    await propose.getByRole('radio').first().check()
    await judge.keyboard.press('Control+Enter')
    await gone(judge, '申请发放')
    const [payout] = await rowsIn<{ id: string; account: string; fen: string }>(
      court(),
      `select payout_id as id, payee_account_id as account, amount_fen::text as fen from funds_payout
       where case_number = $1 and payee_role = 'creditor'`,
      [caseNumber],
    )
    assert.ok(payout)
    assert.equal(payout.account, payeeAccountId)
    assert.equal(payout.fen, (await sharesOf(caseNumber)).find(({ creditor }) => creditor === other)?.awarded)

    const step = async (who: string, act: string) => {
      const page = await at(t, who, `/funds/payouts/${payout.id}`)
      await page.getByRole('button', { name: act, exact: true }).click()
      await page.getByRole('tooltip').getByRole('button', { name: act, exact: true }).click()
      await page.getByRole('button', { name: act, exact: true }).first().waitFor({ state: 'hidden' })
      return page
    }
    await step('ankuan', '核对通过')
    await step('juzhang', '批准')
    const [second] = await rowsIn<{ needed: number }>(
      court(),
      'select cardinality(second_because) as needed from funds_payout where payout_id = $1',
      [payout.id],
    )
    assert.ok((second?.needed ?? 0) > 0, 'another than the applicant takes the leader too')
    await step('yuanzhang', '批准')
    const [bank] = await rowsIn<{ id: string }>(court(), 'select bank_account_id as id from funds_bank_account')
    await explainDay(court(), 'bangongshi', '2025-01-20')
    await done(court(), 'bangongshi', 'funds.make-order', { bankAccountId: bank?.id, payoutIds: [payout.id] })
    await done(court(), 'bangongshi', 'funds.record-outcome', {
      payoutId: payout.id,
      outcome: 'paid',
      occurredOn: '2025-01-21',
    })
    await judge.goto(`${court().address}/funds/payouts/${payout.id}`)
    await judge.getByText('已发放', { exact: true }).waitFor()
    const download = judge.waitForEvent('download')
    await judge.getByRole('link', { name: '发放凭证 PDF' }).click()
    assert.match((await download).suggestedFilename(), /^发放凭证.*\.pdf$/)
    await judge.goto(`${court().address}/funds/cases/${caseId}/plan`)
    await judge.getByRole('table', { name: '分配明细' }).waitFor()
    await judge.emulateMedia({ media: 'print' })
    await screenshot(judge, 'funds-plan-print')
  },
)

test(
  'a debt paid in full: every control is listed by one act, and the case closes when each has its receipt',
  { skip: noBrowser },
  async (t) => {
    const { caseId, caseNumber } = await caseWithFreshMoney(court(), 'faguan', 1)
    await rowsIn(court(), 'update cases_case set recovered_fen = claim_fen - waived_fen where case_id = $1', [caseId])
    for (const [table, more, said] of [
      ['measures_consumption_limit', 'limited_on', `'2024-12-25'`],
      ['measures_dishonest_listing', 'listed_on', `'2024-12-26'`],
      ['property_seizure', 'starts_on, ends_on, asset', `'2024-12-26', '2027-12-25', '轿车一辆'`],
    ] as const)
      await rowsIn(
        court(),
        `insert into ${table} (entry_id, ledger_key, case_number, person, recorded_by, recorded_at, ${more})
         values (gen_random_uuid(), gen_random_uuid(), $1, '岢某乙', 'test', now(), ${said})`,
        [caseNumber],
      )
    const close = () =>
      done(court(), 'faguan', 'cases.close-case', { caseId, manner: 'performed', occurredOn: '2025-01-21' })
    await assert.rejects(close, /还有 3 项没有解除回执/)
    const page = await at(t, 'faguan', `/funds/cases/${caseId}`)
    await page.getByText(/3 项还没有回执/).waitFor()
    await page.getByRole('button', { name: /案款事项/ }).waitFor()
    await page.keyboard.press('.')
    await page.getByRole('menuitem', { name: '列出解控清单' }).click()
    const list = dialog(page, '解控清单')
    await list.getByRole('table', { name: '解控清单' }).waitFor()
    await screenshot(page, 'funds-releases-list')
    await assertOpenToAll(page)
    await page.keyboard.press('Control+Enter')
    await gone(page, '解控清单')
    for (let left = 3; left > 0; left--) {
      await page.getByText(new RegExp(`^${left} 项还没有回执`)).waitFor()
      await page
        .getByRole('button', { name: /^登记回执/ })
        .first()
        .click()
      await dialog(page, '登记解除回执').getByRole('textbox', { name: '回执' }).fill(`某局（2024）${left}号回执`)
      await page.keyboard.press('Control+Enter')
      await gone(page, '登记解除回执')
      if (left > 1) await assert.rejects(close, /没有解除回执/)
    }
    await page.getByText('全部解除，可以按执行完毕结案。').waitFor()
    await screenshot(page, 'funds-releases-done')
    await assertOpenToAll(page)
    await close()
  },
)
