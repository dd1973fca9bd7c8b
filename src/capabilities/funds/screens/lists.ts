import { sql, type RawBuilder } from 'kysely'
import { query, reading } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { z } from 'zod'
import { BankAccounts, DeferralFilter, DeferralRow, PayeeFilter, PayeeRow } from './contract.ts'

const all = sql<boolean>`true`

const stateOfDeferral = sql`case when d.refused_because is not null then 'refused' when d.ended_on is not null then 'ended'
  when d.approved_by is not null then 'standing' when d.reviewed_by is not null then 'reviewed' else 'asked' end`

/** 延缓发放: what was asked, who has agreed, until when. An approved one stays among the overdue. */
export const deferrals = query({
  name: 'funds.deferrals',
  title: label('延缓发放', 'Deferrals'),
  may: 'funds.read',
  input: DeferralFilter,
  row: DeferralRow,
  scope: { own: ['handlerId', 'clerkId'], team: 'teamId' },
  orders: [
    ['-recordedAt', 'deferralId'],
    ['arrivedOn', 'deferralId'],
    ['-leftFen', 'deferralId'],
  ],
  sums: ['leftFen'],
  columns: {
    caseNumber: label('案号', 'Case'),
    leftFen: label('未发放（元）', 'Not paid out (yuan)'),
    arrivedOn: label('到账日期', 'Arrived'),
    ground: label('事由', 'Ground'),
    reason: label('说明', 'Reason'),
    fromOn: label('自', 'From'),
    untilOn: label('至', 'Until'),
    state: label('状态', 'State'),
    recordedBy: label('申请人', 'Asked by'),
    reviewedBy: label('局长', 'Director'),
    approvedBy: label('院领导', 'Leader'),
  },
  rows: (db, { state, open, caseNumber }) =>
    db
      .selectFrom(
        sql<z.input<typeof DeferralRow>>`(
          select d.deferral_id as "deferralId", ${stateOfDeferral} as state, k.case_number as "caseNumber",
                 c.case_id as "caseId", d.ground, d.reason, k.amount_fen - k.paid_fen as "leftFen",
                 k.arrived_on as "arrivedOn", d.from_on as "fromOn", d.until_on as "untilOn",
                 a.name as "recordedBy", d.recorded_at as "recordedAt", r.name as "reviewedBy", p.name as "approvedBy",
                 c.handler_id as "handlerId", c.clerk_id as "clerkId", c.team_id as "teamId"
          from funds_deferral d
          join funds_claim k on k.court_id = d.court_id and k.claim_id = d.claim_id
          left join cases_fact_source c on c.court_id = k.court_id and c.case_number = k.case_number
          left join identity_staff_name a on a.court_id = d.court_id and a.staff_id::text = d.recorded_by
          left join identity_staff_name r on r.court_id = d.court_id and r.staff_id::text = d.reviewed_by
          left join identity_staff_name p on p.court_id = d.court_id and p.staff_id::text = d.approved_by)`.as(
          'listed',
        ),
      )
      .selectAll()
      .where(state === undefined ? all : sql<boolean>`state = ${state}`)
      .where(open ? sql<boolean>`state in ('asked', 'reviewed', 'standing')` : all)
      .where(caseNumber === undefined ? all : sql<boolean>`"caseNumber" = ${caseNumber}`),
})

const stateOfPayee = (
  now: Temporal.Instant,
): RawBuilder<string> => sql`case when a.refused_because is not null then 'refused'
  when a.replaced_by is not null then 'replaced' when a.confirmed_at is null then 'proposed'
  when a.usable_from > ${now.toString()}::timestamptz then 'cooling' else 'usable' end`

/** 收款账户: where people are paid, what waits for the call-back of a second person, and every change. */
export const payees = query({
  name: 'funds.payees',
  title: label('收款账户', 'Payee accounts'),
  may: 'funds.keep-payees',
  input: PayeeFilter,
  row: PayeeRow,
  scope: { own: ['proposerId'] },
  orders: [
    ['-proposedAt', 'payeeAccountId'],
    ['payee', 'payeeAccountId'],
  ],
  columns: {
    payee: label('收款人', 'Payee'),
    holder: label('户名', 'Holder'),
    bank: label('开户行', 'Bank'),
    numberMasked: label('账号', 'Number'),
    state: label('状态', 'State'),
    proposedBy: label('登记人', 'Recorded by'),
    proposedAt: label('登记时间', 'Recorded at'),
    confirmedBy: label('复核人', 'Confirmed by'),
  },
  rows: (db, { state, text }, { now }) =>
    db
      .selectFrom(
        sql<z.input<typeof PayeeRow>>`(
          select a.payee_account_id as "payeeAccountId", a.payee, a.holder, a.holder_is as "holderIs", a.bank,
                 a.number_masked as "numberMasked", ${stateOfPayee(now)} as state, p.name as "proposedBy",
                 a.proposed_at as "proposedAt", c.name as "confirmedBy", a.usable_from as "usableFrom",
                 a.proposed_by as "proposerId"
          from funds_payee_account a
          left join identity_staff_name p on p.court_id = a.court_id and p.staff_id::text = a.proposed_by
          left join identity_staff_name c on c.court_id = a.court_id and c.staff_id::text = a.confirmed_by)`.as(
          'listed',
        ),
      )
      .selectAll()
      .where(state === undefined ? all : sql<boolean>`state = ${state}`)
      .where(text === undefined ? all : sql<boolean>`strpos(payee || holder, ${text}) > 0`),
})

/** The court's own accounts at banks, from which it pays and whose statements it reads. */
export const bankAccounts = reading({
  name: 'funds.bank-accounts',
  title: label('本院银行账户', 'Bank accounts of the court'),
  may: 'funds.read',
  reach: 'anyone',
  input: z.object({}),
  output: BankAccounts,
  read: async (tx) => {
    const { rows } = await tx.client.query<z.output<typeof BankAccounts>['accounts'][number]>(
      `select bank_account_id as "bankAccountId", bank, title, number_masked as "numberMasked"
       from funds_bank_account order by bank, number_masked limit 100`,
    )
    return { accounts: rows }
  },
})
