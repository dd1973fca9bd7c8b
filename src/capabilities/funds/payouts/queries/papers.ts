import { caseRecord } from '#capabilities/cases'
import { courtCalendar } from '#capabilities/deadlines'
import { nameOfCourt } from '#capabilities/indicators'
import type { Tx } from '#kernel/database/transaction.ts'
import { mayTouch } from '#kernel/occasion.ts'
import { outsideScope } from '#kernel/pipeline/problems.ts'
import { isRefusal } from '#kernel/problem.ts'
import { download } from '#kernel/query.ts'
import { day } from '#kernel/values/dates.ts'
import { label } from '#kernel/values/labels.ts'
import { z } from 'zod'
import { payoutKinds, payoutStates, type PayoutKind } from '../contract.ts'
import { paperFile, paperTypes, planPaper, receiptPaper, statementPaper } from '../papers.ts'
import { planRecord, planToday } from '../plan-store.ts'
import { notInState } from '../problems.ts'
import { payoutRecord } from '../store.ts'

const Format = z.enum(['docx', 'pdf']).default('docx')
const mediaTypes = Object.values(paperTypes)
const may = 'funds.read'

type Part = {
  readonly arrivedOn: string
  readonly payer: string | null
  readonly fen: string
  readonly masked: string | null
}

/** 发放凭证: only of what the bank has paid. */
export const payoutPaper = download({
  name: 'funds.payout-receipt',
  title: label('发放凭证', 'Receipt of a payout'),
  may,
  reach: 'anyone',
  input: z.object({ payoutId: z.uuid(), format: Format }),
  mediaTypes,
  read: async (tx, { payoutId, format }, { actor }) => {
    const payout = await payoutRecord.load(tx, payoutId, false)
    if (isRefusal(payout)) return payout
    if (!mayTouch(actor, may, payoutRecord.belongs(payout)))
      return outsideScope(label('发放凭证', 'Receipt of a payout'))
    if (payout.state !== 'paid' || payout.paidOn === null) return notInState('已发放', payoutStates[payout.state].zh)
    const { rows } = await tx.client.query<Part>(
      `select k.arrived_on as "arrivedOn", k.payer, p.amount_fen as fen, a.number_masked as masked
       from funds_payout o
       left join funds_payout_part p on p.payout_id = o.payout_id
       left join funds_claim k on k.claim_id = p.claim_id
       left join funds_payee_account a on a.payee_account_id = o.payee_account_id
       where o.payout_id = $1 order by k.arrived_on, k.claim_id`,
      [payoutId],
    )
    const paper = receiptPaper({
      court: await nameOfCourt(tx),
      number: payout.payoutNumber ?? '账内结转',
      caseNumber: payout.caseNumber ?? '—',
      payee: payout.payee,
      account: rows[0]?.masked ?? '—',
      amountFen: payout.amountFen,
      paidOn: day(payout.paidOn),
      kind: payoutKinds[payout.kind].zh,
      parts: rows.flatMap(({ arrivedOn, payer, fen }) =>
        fen === null ? [] : [{ arrivedOn, payer: payer ?? '—', amountFen: BigInt(fen) }],
      ),
    })
    return paperFile(tx, paper, `发放凭证${payout.payoutNumber ?? ''}`, format)
  },
})

type Moved = { readonly on: string; readonly kind: string; readonly who: string | null; readonly fen: string }

async function movedIn({ client }: Tx, caseNumber: string) {
  const { rows } = await client.query<Moved>(
    `select arrived_on as "on", kind, payer as who, amount_fen as fen from funds_claim
     where case_number = $1 and undone_at is null order by arrived_on, claim_id limit 2000`,
    [caseNumber],
  )
  return rows.map(({ on, kind, who, fen }) => ({
    on,
    kind: claimWords[kind] ?? kind,
    payer: who ?? '—',
    amountFen: BigInt(fen),
  }))
}

const claimWords: Readonly<Record<string, string>> = {
  case: '案款',
  fee: '执行费',
  guarantee: '保证金',
  'auction-deposit': '拍卖保证金',
  fine: '罚款',
  bounty: '悬赏金',
  refundable: '待退款',
  interest: '利息',
  direct: '自行履行',
  'in-kind': '以物抵债',
}

async function movedOut({ client }: Tx, caseNumber: string) {
  const { rows } = await client.query<Moved & { readonly kind: PayoutKind }>(
    `select paid_on as "on", kind, payee as who, amount_fen as fen from funds_payout
     where case_number = $1 and state = 'paid' order by paid_on, payout_id limit 2000`,
    [caseNumber],
  )
  return rows.map(({ on, kind, who, fen }) => ({
    on,
    kind: payoutKinds[kind].zh,
    payee: who ?? '—',
    amountFen: BigInt(fen),
  }))
}

export const caseStatement = download({
  name: 'funds.case-statement',
  title: label('案款收支清单', 'Statement of a case’s money'),
  may,
  reach: 'anyone',
  input: z.object({ caseId: z.uuid(), format: Format }),
  mediaTypes,
  read: async (tx, { caseId, format }, { actor, today }) => {
    const record = await caseRecord.load(tx, caseId, false)
    if (isRefusal(record)) return record
    if (!mayTouch(actor, may, caseRecord.belongs(record))) return outsideScope(label('案款收支清单', 'Statement'))
    const { rows } = await tx.client.query<{ left: string }>(
      `select coalesce(sum(balance_fen), 0)::text as left from funds_account where case_number = $1`,
      [record.caseNumber],
    )
    const paper = statementPaper({
      court: await nameOfCourt(tx),
      caseNumber: record.caseNumber,
      on: today,
      received: await movedIn(tx, record.caseNumber),
      paid: await movedOut(tx, record.caseNumber),
      leftFen: BigInt(rows[0]?.left ?? 0),
    })
    return paperFile(tx, paper, `案款收支清单${record.caseNumber}`, format)
  },
})

export const planDocument = download({
  name: 'funds.plan-document',
  title: label('分配方案文书', 'Distribution plan on paper'),
  may,
  reach: 'anyone',
  input: z.object({ planId: z.uuid(), format: Format }),
  mediaTypes,
  read: async (tx, { planId, format }, { actor, today }) => {
    const plan = await planRecord.load(tx, planId, false)
    if (isRefusal(plan)) return plan
    if (!mayTouch(actor, may, planRecord.belongs(plan))) return outsideScope(label('分配方案', 'Distribution plan'))
    const { shares } = await planToday(tx, plan, today, await courtCalendar(tx))
    const paper = planPaper({
      ...plan,
      court: await nameOfCourt(tx),
      number: plan.planNumber,
      drawnOn: day(plan.drawnOn),
      shares: shares.map((share) => ({ ...share, tier: share.kind === 'cost' ? '费用' : `第${share.tier}顺位` })),
    })
    return paperFile(tx, paper, `分配方案${plan.planNumber}`, format)
  },
})
