import { courtCalendar } from '#capabilities/deadlines'
import { caseRecord } from '#capabilities/cases'
import type { Tx } from '#kernel/database/transaction.ts'
import { fileBytes } from '#kernel/files/store.ts'
import type { Occasion } from '#kernel/occasion.ts'
import { download, reading, recordReading } from '#kernel/query.ts'
import { xlsxType } from '#kernel/sheets/table-sheet.ts'
import { label } from '#kernel/values/labels.ts'
import { z } from 'zod'
import { PayeeAccountRow, PayoutCard, PlanView, ReleaseList } from '../contract.ts'
import { objectionStates } from '../commands/plans.ts'
import { holdOnPayout } from '../hold-sources.ts'
import { plansOfCase, planToday } from '../plan-store.ts'
import { noSuchOrder } from '../problems.ts'
import { liveControls, listedOf, outstandingOf } from '../releases.ts'
import { payoutRecord, type Payout } from '../store.ts'
import { waitsFor } from './lists.ts'

type AccountRow = z.input<typeof PayeeAccountRow>

/** The accounts of a payee, the newest first: every change, by whom, and what the call-back said. */
async function accountsOf({ client }: Tx, payee: string, now: Temporal.Instant): Promise<readonly AccountRow[]> {
  const { rows } = await client.query<AccountRow>(
    `select a.payee_account_id as "payeeAccountId", a.payee, a.holder, a.holder_is as "holderIs", a.authority, a.bank,
            a.number_masked as "numberMasked",
            case when a.refused_because is not null then 'refused' when a.replaced_by is not null then 'replaced'
                 when a.confirmed_at is null then 'proposed' when a.usable_from > $2::timestamptz then 'cooling'
                 else 'usable' end as state,
            a.usable_from as "usableFrom", a.call_back_note as "callBackNote", p.name as "proposedBy",
            a.proposed_at as "proposedAt", c.name as "confirmedBy", coalesce(a.refused_because, a.reason) as reason
     from funds_payee_account a
     left join identity_staff_name p on p.court_id = a.court_id and p.staff_id::text = a.proposed_by
     left join identity_staff_name c on c.court_id = a.court_id and c.staff_id::text = a.confirmed_by
     where a.payee = $1 order by a.proposed_at desc, a.payee_account_id desc limit 100`,
    [payee, now.toString()],
  )
  return rows
}

export const payeeAccounts = reading({
  name: 'funds.payee-accounts',
  title: label('收款账户', 'Payee accounts'),
  may: 'funds.read',
  reach: 'anyone',
  input: z.object({ payee: z.string().trim().min(1).max(80) }),
  output: z.object({ accounts: z.array(PayeeAccountRow) }),
  read: async (tx, { payee }, { now }) => ({ accounts: [...(await accountsOf(tx, payee, now))] }),
})

type Step = { readonly step: string; readonly by: string; readonly at: string }

async function chainOf({ client }: Tx, payoutId: string): Promise<readonly Step[]> {
  const { rows } = await client.query<Step>(
    `select s.step, coalesce(n.name, s.by) as by, s.at::text as at from funds_payout o,
       lateral (values (1, '申请', o.proposed_by, o.proposed_at), (2, '核对', o.checked_by, o.checked_at),
                       (3, '批准', o.approved_by, o.approved_at), (4, '院领导批准', o.second_approved_by, o.second_approved_at),
                       (5, '制单付款', o.ordered_by, o.ordered_at), (6, '终止', o.ended_by, o.ended_at)) as s (n, step, by, at)
     left join identity_staff_name n on n.staff_id::text = s.by
     where o.payout_id = $1 and s.by is not null order by s.n`,
    [payoutId],
  )
  return rows
}

async function partsOf({ client }: Tx, payoutId: string) {
  const { rows } = await client.query<{ claimId: string; amountFen: string; arrivedOn: string; payer: string | null }>(
    `select p.claim_id as "claimId", p.amount_fen as "amountFen", k.arrived_on as "arrivedOn", k.payer
     from funds_payout_part p join funds_claim k on k.court_id = p.court_id and k.claim_id = p.claim_id
     where p.payout_id = $1 order by k.arrived_on, k.claim_id`,
    [payoutId],
  )
  return rows
}

/** One payout as whoever decides must see it: receipts, chain, what stops it, every change of the payee's account. */
export const payoutCard = recordReading({
  name: 'funds.payout',
  title: label('发放审批单', 'A payout'),
  may: 'funds.read',
  record: payoutRecord,
  input: z.object({}),
  output: PayoutCard,
  read: (tx, payout, _input, occasion) => cardOf(tx, payout, occasion),
})

async function cardOf(tx: Tx, payout: Payout, { today, now }: Occasion): Promise<z.input<typeof PayoutCard>> {
  const [extra] = (
    await tx.client.query<
      Record<'purpose' | 'endedBecause' | 'masked' | 'waitsFor', string | null> & {
        proposedAt: string
        workings: string[]
      }
    >(
      `select o.purpose, o.ended_because as "endedBecause", o.proposed_at as "proposedAt", o.workings, a.number_masked as masked,
              ${waitsFor} as "waitsFor"
       from funds_payout o left join funds_payee_account a on a.payee_account_id = o.payee_account_id where o.payout_id = $1`,
      [payout.payoutId],
    )
  ).rows
  const chain = await chainOf(tx, payout.payoutId)
  const hold = await holdOnPayout(tx, payout, today)
  return {
    payoutId: payout.payoutId,
    kind: payout.kind,
    state: payout.state,
    caseNumber: payout.caseNumber,
    caseId: payout.caseId,
    payee: payout.payee,
    payeeRole: payout.payeeRole,
    accountMasked: extra?.masked ?? null,
    amountFen: payout.amountFen.toString(),
    proposedBy: chain[0]?.by ?? null,
    proposedAt: extra?.proposedAt ?? '',
    waitsFor: extra?.waitsFor ?? null,
    secondBecause: [...payout.secondBecause],
    paidOn: payout.paidOn,
    payoutNumber: payout.payoutNumber,
    endedBecause: extra?.endedBecause ?? null,
    handlerId: payout.handlerId,
    clerkId: payout.clerkId,
    teamId: payout.teamId,
    purpose: extra?.purpose ?? null,
    workings: extra?.workings ?? [],
    parts: await partsOf(tx, payout.payoutId),
    chain: [...chain],
    holds: hold ? [{ rule: hold.rule, text: hold.text }] : [],
    accounts: [...(await accountsOf(tx, payout.payee, now))],
  }
}

/** The file as it went to the bank, byte for byte. */
export const orderFile = download({
  name: 'funds.payment-order-file',
  title: label('付款单文件', 'Payment order file'),
  may: 'funds.pay',
  input: z.object({ orderId: z.uuid(), format: z.enum(['csv', 'xlsx']).default('csv') }),
  mediaTypes: ['text/csv', xlsxType],
  read: async (tx, { orderId, format }) => {
    const { rows } = await tx.client.query<{ number: string; csv: string; xlsx: string }>(
      'select order_number as number, csv_file as csv, xlsx_file as xlsx from funds_payment_order where order_id = $1',
      [orderId],
    )
    const [order] = rows
    if (!order) return noSuchOrder()
    const bytes = await fileBytes(tx, format === 'csv' ? order.csv : order.xlsx)
    return { bytes, mediaType: format === 'csv' ? 'text/csv' : xlsxType, fileName: `付款单${order.number}.${format}` }
  },
})

export const plansReading = recordReading({
  name: 'funds.plans',
  title: label('分配方案', 'Distribution plans'),
  may: 'funds.read',
  record: caseRecord,
  input: z.object({}),
  output: PlanView,
  read: async (tx, { caseNumber }, _input, { today }) => {
    const calendar = await courtCalendar(tx)
    const plans: z.input<typeof PlanView>['plans'] = []
    for (const plan of await plansOfCase(tx, caseNumber)) {
      const { standing, windowEndsOn, shares, services, objections } = await planToday(tx, plan, today, calendar)
      const { planId, planNumber, debtor, drawnOn, version, workings, citations } = plan
      plans.push({
        planId,
        planNumber,
        debtor,
        drawnOn,
        version,
        standing,
        fundFen: plan.fundFen.toString(),
        surplusFen: plan.surplusFen.toString(),
        windowEndsOn: windowEndsOn?.toString() ?? null,
        workings: [...workings],
        citations: [...citations],
        shares: shares.map(({ claimFen, awardedFen, disputedFen, proposedFen, payableFen, ...share }) => ({
          ...share,
          claimFen: claimFen.toString(),
          awardedFen: awardedFen.toString(),
          disputedFen: disputedFen.toString(),
          proposedFen: proposedFen.toString(),
          payableFen: payableFen.toString(),
        })),
        services: services.map((one) => ({ ...one, windowEndsOn: one.windowEndsOn?.toString() ?? null })),
        objections: objections.map(({ objectionId, objector, raisedOn, reason, standing: stands, version: at }) => ({
          objectionId,
          objector,
          raisedOn,
          reason,
          state: stands.state,
          standing: objectionStates[stands.state],
          nextBy: stands.until?.toString() ?? null,
          version: at,
        })),
      })
    }
    return { plans }
  },
})

export const releases = recordReading({
  name: 'funds.releases',
  title: label('解控清单', 'Release checklist'),
  may: 'funds.read',
  record: caseRecord,
  input: z.object({}),
  output: ReleaseList,
  read: async (tx, record, _input, { today }) => {
    const kinds = new Map(tx.platform.registry.gather('releases').map(({ kind, title }) => [kind, title.zh]))
    const listed = await listedOf(tx, record.caseNumber)
    const live = await liveControls(tx, [record.caseNumber], today)
    const unlisted = live.filter(({ kind, id }) => !listed.some((one) => one.kind === kind && one.sourceId === id))
    return {
      caseNumber: record.caseNumber,
      paidInFull: (await outstandingOf(tx, record)) === 0n,
      items: [
        ...listed.map(({ itemId, kind, title, detail, sinceOn, href, receipt, releasedOn }) => ({
          itemId,
          kind,
          title,
          detail,
          sinceOn,
          href,
          receipt,
          releasedOn,
          kindTitle: kinds.get(kind) ?? kind,
          state: receipt === null ? ('waiting' as const) : ('released' as const),
        })),
        ...unlisted.map(({ kind, kindTitle, title, detail, sinceOn, href }) => ({
          itemId: null,
          kind,
          kindTitle,
          title,
          detail,
          sinceOn,
          href,
          state: 'unlisted' as const,
          receipt: null,
          releasedOn: null,
        })),
      ],
    }
  },
})
