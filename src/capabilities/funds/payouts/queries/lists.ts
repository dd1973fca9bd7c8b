import { sql, type RawBuilder } from 'kysely'
import { query } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { z } from 'zod'
import { DueFilter, DueRow, OrderRow, PayoutFilter, PayoutRow } from '../contract.ts'
import '../tables.ts'

/** What the payout `o` waits for, in the words of the chain; null only when nothing is awaited any more. */
export const waitsFor = `case
  when o.state = 'proposed' then '案款管理专员核对'
  when o.state = 'checked' and o.approved_by is null then '执行局局长批准'
  when o.state = 'checked' then '院领导批准'
  when o.state = 'approved' then '财务付款'
  when o.state = 'ordered' then '银行回单'
  when o.state = 'bounced' and not exists (
    select from funds_payout f where f.court_id = o.court_id and f.follows = o.payout_id
      and f.state not in ('refused', 'cancelled')) then '核实账户后重新申请' end`

export const payouts = query({
  name: 'funds.payouts',
  title: label('案款发放', 'Payouts'),
  may: 'funds.read',
  input: PayoutFilter,
  row: PayoutRow,
  rows: (db, { state, caseNumber, payoutId, orderId, kind, from, to }) =>
    db
      .selectFrom('funds_payout as o')
      .leftJoin(
        sql<{
          case_number: string
          case_id: string
          handler_id: string | null
          clerk_id: string | null
          team_id: string | null
        }>`cases_fact_source`.as('c'),
        (on) => on.onRef('c.case_number', '=', 'o.case_number'),
      )
      .leftJoin('funds_payee_account as a', 'a.payee_account_id', 'o.payee_account_id')
      .leftJoin('identity_staff_name as s', (on) => on.on(sql<boolean>`s.staff_id::text = o.proposed_by`))
      .select([
        'o.payout_id as payoutId',
        'o.kind',
        'o.state',
        'o.case_number as caseNumber',
        'c.case_id as caseId',
        'o.payee',
        'o.payee_role as payeeRole',
        'a.number_masked as accountMasked',
        'o.amount_fen as amountFen',
        's.name as proposedBy',
        'o.proposed_at as proposedAt',
        sql<string | null>`${sql.raw(waitsFor)}`.as('waitsFor'),
        'o.second_because as secondBecause',
        'o.paid_on as paidOn',
        'o.payout_number as payoutNumber',
        'o.ended_because as endedBecause',
        'c.handler_id as handlerId',
        'c.clerk_id as clerkId',
        'c.team_id as teamId',
      ])
      .$if(state !== undefined, (q) => q.where('o.state', '=', state ?? 'proposed'))
      .$if(kind !== undefined, (q) => q.where('o.kind', '=', kind ?? 'case'))
      .$if(caseNumber !== undefined, (q) => q.where('o.case_number', '=', caseNumber ?? ''))
      .$if(payoutId !== undefined, (q) => q.where('o.payout_id', '=', payoutId ?? ''))
      .$if(orderId !== undefined, (q) => q.where('o.ordered_in', '=', orderId ?? ''))
      .$if(from !== undefined, (q) => q.where('o.paid_on', '>=', from?.toString() ?? ''))
      .$if(to !== undefined, (q) => q.where('o.paid_on', '<=', to?.toString() ?? '')),
  scope: { own: ['handlerId', 'clerkId'], team: 'teamId' },
  orders: [
    ['-proposedAt', 'payoutId'],
    ['proposedAt', 'payoutId'],
    ['-amountFen', 'payoutId'],
  ],
  sums: ['amountFen'],
  columns: {
    caseNumber: label('案号', 'Case'),
    kind: label('类别', 'Kind'),
    payee: label('收款人', 'Payee'),
    accountMasked: label('收款账户', 'Account'),
    amountFen: label('金额', 'Amount'),
    state: label('状态', 'State'),
    waitsFor: label('等待', 'Waits for'),
    proposedBy: label('申请人', 'Proposed by'),
    paidOn: label('发放日期', 'Paid on'),
    payoutNumber: label('业务编号', 'Number'),
  },
})

const shown = (show: z.output<typeof DueFilter>['show'], on: RawBuilder<string>): RawBuilder<boolean> =>
  ({
    lawful: sql<boolean>`k.lawful_due_on < ${on}`,
    own: sql<boolean>`(k.lawful_due_on < ${on} or k.own_due_on < ${on})`,
    deferred: sql<boolean>`k.deferred`,
    // A deferred receipt stays on the list.
    listed: sql<boolean>`(k.lawful_due_on < ${on} or k.own_due_on < ${on} or k.was_deferred)`,
    all: sql<boolean>`true`,
  })[show]

/**
 * 发放期限: money that is claimed and not paid, with both clocks side by side and the days since it came; it stays on the
 * list while it is deferred.
 */
export const payoutsDue = query({
  name: 'funds.payouts-due',
  title: label('待发放案款', 'Money to pay out'),
  may: 'funds.read',
  input: DueFilter,
  row: DueRow,
  rows: (db, { asOf, show, caseNumber, kind }, { today }) => {
    const on = sql<string>`${(asOf ?? today).toString()}::date`
    return db
      .selectFrom('funds_claim_clock as k')
      .leftJoin(
        sql<{
          case_number: string
          case_id: string
          handler_id: string | null
          clerk_id: string | null
          team_id: string | null
        }>`cases_fact_source`.as('c'),
        (join) => join.onRef('c.case_number', '=', 'k.case_number'),
      )
      .leftJoin('identity_staff_name as h', (join) => join.on(sql<boolean>`h.staff_id = c.handler_id`))
      .select([
        'k.claim_id as claimId',
        'k.case_number as caseNumber',
        'c.case_id as caseId',
        'k.payer',
        'k.amount_fen as amountFen',
        sql<string>`k.amount_fen - k.paid_fen`.as('leftFen'),
        'k.arrived_on as arrivedOn',
        'k.known_on as knownOn',
        'k.lawful_due_on as lawfulDueOn',
        'k.own_due_on as ownDueOn',
        sql<number>`${on} - k.arrived_on`.as('daysHeld'),
        sql<
          'lawful' | 'own' | 'none'
        >`case when k.lawful_due_on < ${on} then 'lawful' when k.own_due_on < ${on} then 'own' else 'none' end`.as(
          'ranOut',
        ),
        'k.deferred',
        'k.ground',
        'k.reserved_fen as inChainFen',
        'c.handler_id as handlerId',
        'h.name as handlerName',
        'c.clerk_id as clerkId',
        'c.team_id as teamId',
      ])
      .where(sql<boolean>`k.paid_fen < k.amount_fen and k.known_on <= ${on}`)
      .where('k.kind', '=', kind)
      .where(shown(show, on))
      .$if(caseNumber !== undefined, (q) => q.where('k.case_number', '=', caseNumber ?? ''))
  },
  scope: { own: ['handlerId', 'clerkId'], team: 'teamId' },
  orders: [
    ['lawfulDueOn', 'claimId'],
    ['-daysHeld', 'claimId'],
    ['-leftFen', 'claimId'],
  ],
  sums: ['leftFen'],
  columns: {
    caseNumber: label('案号', 'Case'),
    payer: label('缴款人', 'Payer'),
    amountFen: label('到账金额', 'Received'),
    leftFen: label('未发放', 'Not paid out'),
    arrivedOn: label('到账日期', 'Arrived'),
    knownOn: label('通知日期', 'Notice'),
    daysHeld: label('到账天数', 'Days held'),
    lawfulDueOn: label('法定期限', 'Lawful day'),
    ownDueOn: label('本院期限', 'Own day'),
    ranOut: label('已过期限', 'Ran out'),
    deferred: label('延缓', 'Deferred'),
    ground: label('延缓事由', 'Ground'),
    handlerName: label('承办人', 'Handler'),
  },
})

export const paymentOrders = query({
  name: 'funds.payment-orders',
  title: label('付款单', 'Payment orders'),
  may: 'funds.pay',
  input: z.object({}),
  row: OrderRow,
  rows: (db) =>
    db
      .selectFrom('funds_payment_order as q')
      .leftJoin('identity_staff_name as s', (on) => on.on(sql<boolean>`s.staff_id::text = q.made_by`))
      .select([
        'q.order_id as orderId',
        'q.order_number as orderNumber',
        'q.made_on as madeOn',
        'q.payouts',
        'q.total_fen as totalFen',
        ...(['paid', 'bounced', 'ordered'] as const).map((state, i) =>
          sql<number>`(select count(*)::int from funds_payout o where o.ordered_in = q.order_id and o.state = ${state})`.as(
            (['paid', 'returned', 'waiting'] as const)[i] ?? 'paid',
          ),
        ),
        's.name as madeBy',
        'q.csv_file as sha256',
      ]),
  scope: {},
  orders: [['-orderNumber', 'orderId']],
  sums: ['totalFen'],
  columns: {
    orderNumber: label('付款单号', 'Number'),
    madeOn: label('日期', 'Made on'),
    payouts: label('笔数', 'Transfers'),
    totalFen: label('合计', 'Total'),
    paid: label('已付', 'Paid'),
    returned: label('退汇', 'Returned'),
    waiting: label('待回单', 'Waiting'),
    madeBy: label('制单人', 'Made by'),
    sha256: label('文件摘要', 'SHA-256'),
  },
})
