import { z } from 'zod'
import { label, type Label } from '#kernel/values/labels.ts'
import { FenText, PlainDateText } from '#kernel/values/wire.ts'

const Words = z.string().trim().min(2).max(300)
const Name = z.string().trim().min(1).max(80)

/** Who gets the money, as the law sees it: whose approval it takes and what may stop it follow from this. */
export const payeeRoles = {
  applicant: label('申请执行人', 'Applicant'),
  agent: label('特别授权代理人', 'Agent with special authority'),
  creditor: label('参与分配债权人', 'Creditor in a plan'),
  payer: label('缴款人', 'Payer'),
  debtor: label('被执行人', 'Debtor'),
  third: label('第三人', 'Third person'),
  administrator: label('破产管理人', 'Administrator in bankruptcy'),
  informant: label('举报人', 'Informant'),
  treasury: label('国库', 'Treasury'),
  court: label('本院账内', 'Inside the court'),
} as const satisfies Record<string, Label>
export type PayeeRole = keyof typeof payeeRoles
export const payeeRoleCodes = Object.keys(payeeRoles) as [PayeeRole, ...PayeeRole[]]

export const payoutStates = {
  proposed: label('待核对', 'Proposed'),
  checked: label('待批准', 'Checked'),
  approved: label('待付款', 'Approved'),
  refused: label('已退回', 'Refused'),
  ordered: label('已交银行', 'Ordered'),
  paid: label('已发放', 'Paid'),
  bounced: label('已退汇', 'Returned by the bank'),
  cancelled: label('已撤回', 'Cancelled'),
} as const satisfies Record<string, Label>
export type PayoutState = keyof typeof payoutStates
export const payoutStateCodes = Object.keys(payoutStates) as [PayoutState, ...PayoutState[]]

export const payoutKinds = {
  case: label('案款发放', 'Payout'),
  fee: label('执行费', 'Fee'),
  guarantee: label('退还保证金', 'Guarantee returned'),
  'auction-deposit': label('退还拍卖保证金', 'Auction deposit returned'),
  fine: label('罚款上缴', 'Fine handed over'),
  bounty: label('悬赏金', 'Bounty'),
  refund: label('退款', 'Refund'),
  deposit: label('提存', 'Put aside'),
  estate: label('移交管理人', 'Handed to the administrator'),
  treasury: label('上缴国库', 'Handed to the treasury'),
} as const satisfies Record<string, Label>
export type PayoutKind = keyof typeof payoutKinds
export const payoutKindCodes = Object.keys(payoutKinds) as [PayoutKind, ...PayoutKind[]]

export const ProposePayee = z.object({
  payee: Name,
  partyId: z.uuid().optional(),
  holder: Name,
  holderIs: z.enum(['payee', 'agent']).default('payee'),
  /** Needed for an agent: the paper, its day, and that it names the taking of money. */
  authority: Words.optional(),
  bank: z.string().trim().min(2).max(80),
  accountNumber: z
    .string()
    .trim()
    .regex(/^[\d\s-]{8,40}$/, { error: '应为数字账号' }),
  reason: Words.optional(),
})
export type ProposePayee = z.output<typeof ProposePayee>
export const ConfirmPayee = z.object({ callBackNote: Words })
export const Because = z.object({ reason: Words })

/** Without an amount, all that is free. */
const Amount = FenText.optional()

export const ProposePayout = z.object({
  payeeAccountId: z.uuid(),
  payeeRole: z.enum(['applicant', 'agent', 'creditor', 'third', 'administrator', 'debtor']).default('applicant'),
  amountFen: Amount,
  shareId: z.uuid().optional(),
  follows: z.uuid().optional(),
  purpose: Words.optional(),
})
/** With a share, what a distribution plan gives to the court as its fee. */
export const ProposeFee = z.object({ amountFen: Amount, shareId: z.uuid().optional() })
export const ProposeBounty = z.object({
  amountFen: FenText,
  recoveredFen: FenText,
  applicantShareFen: FenText,
  /** Parts per million of what the clue brought, or a fixed sum. */
  ratePpm: z.int().min(1).max(1_000_000).optional(),
  fixedFen: FenText.optional(),
})
export const depositGrounds = ['无正当理由拒绝受领', '下落不明', '死亡未确定继承人', '无法联系', '其他'] as const
export const ProposeDeposit = z.object({
  amountFen: Amount,
  payee: Name,
  ground: z.enum(depositGrounds),
  reason: Words,
})
export const outlaySources = [
  'refundable',
  'guarantee',
  'auction-deposit',
  'fee',
  'fine',
  'bounty',
  'deposited',
] as const
export type OutlaySource = (typeof outlaySources)[number]
export const ProposeOutlay = z.object({
  from: z.enum(outlaySources),
  caseNumber: z.string().trim().max(60).optional(),
  partyId: z.uuid().optional(),
  payeeAccountId: z.uuid(),
  payeeRole: z.enum(payeeRoleCodes).exclude(['court', 'administrator', 'creditor']),
  amountFen: Amount,
  purpose: Words,
  /** Whom one tried to reach before the money goes to the treasury. */
  attemptedPayee: Name.optional(),
})
export const RecordAttempt = z.object({
  payee: Name,
  payeePartyId: z.uuid().optional(),
  occurredOn: PlainDateText,
  how: z.enum(['电话', '短信', '邮寄', '上门', '公告', '其他']),
  outcome: Words,
})

export const MakeOrder = z.object({
  bankAccountId: z.uuid(),
  payoutIds: z.array(z.uuid()).min(1).max(2000),
})
export const TakeAnswer = z.object({ orderId: z.uuid(), fileId: z.string().regex(/^[\da-f]{64}$/) })
export const RecordOutcome = z.object({
  outcome: z.enum(['paid', 'returned']),
  occurredOn: PlainDateText,
  reason: Words.optional(),
  /** The line of the statement that shows it. */
  bankLineId: z.uuid().optional(),
})

export const deferralGrounds = [
  '需要制作分配方案',
  '款项被另案冻结或保全',
  '已通知申请执行人未领取',
  '案件中止或暂缓执行',
  '其他正当事由',
] as const
export const ProposeDeferral = z.object({
  claimIds: z.array(z.uuid()).min(1).max(200).optional(),
  ground: z.enum(deferralGrounds),
  reason: Words,
  untilOn: PlainDateText.optional(),
})
export const EndDeferral = z.object({ endedOn: PlainDateText })

export const PlaceHold = z.object({
  claimIds: z.array(z.uuid()).max(200).default([]),
  ground: z.enum(['objection', 'suit', 'preserved-elsewhere', 'higher-court', 'security']),
  objectionNumber: z.string().trim().max(60).optional(),
  reason: Words,
})

export const PlanClaim = z.object({
  kind: z.enum(['cost', 'claim']).default('claim'),
  creditor: Name,
  partyId: z.uuid().optional(),
  ownCaseNumber: z.string().trim().max(60).optional(),
  /** The title or paper the claim rests on. */
  basis: z.string().trim().min(1).max(200),
  tier: z.int().min(1).max(20).default(1),
  claimFen: FenText,
  tierCapFen: FenText.optional(),
  excessTier: z.int().min(1).max(20).optional(),
})
export const DrawPlan = z.object({
  fundFen: Amount,
  method: z.enum(['proportional', 'sequence']).default('proportional'),
  claims: z.array(PlanClaim).min(1).max(500),
})
export const ServePlan = z.object({ person: Name, servedOn: PlainDateText })
export const ObjectToPlan = z.object({
  objector: Name,
  raisedOn: PlainDateText,
  reason: Words,
  disputed: z
    .array(z.object({ shareId: z.uuid(), disputedFen: FenText }))
    .min(1)
    .max(500),
})
export const AdvanceObjection = z.object({
  step: z.enum(['told', 'opposed', 'objector-told', 'sued', 'decided', 'withdrawn']),
  occurredOn: PlainDateText,
  by: Name.optional(),
  outcome: z.enum(['upheld', 'dismissed']).optional(),
})

export const ConfirmRelease = z.object({ itemId: z.uuid(), receipt: Words, releasedOn: PlainDateText })

const Nullable = z.string().nullable()
export const PayoutRow = z.object({
  payoutId: z.uuid(),
  kind: z.enum(payoutKindCodes),
  state: z.enum(payoutStateCodes),
  caseNumber: Nullable,
  caseId: Nullable,
  payee: z.string(),
  payeeRole: z.string(),
  accountMasked: Nullable,
  amountFen: FenText,
  proposedBy: Nullable,
  proposedAt: z.string(),
  /** What is waited for next: 核对, 批准. */
  waitsFor: Nullable,
  secondBecause: z.array(z.string()),
  paidOn: PlainDateText.nullable(),
  payoutNumber: Nullable,
  endedBecause: Nullable,
  handlerId: Nullable,
  clerkId: Nullable,
  teamId: Nullable,
})
export const PayoutFilter = z.object({
  state: z.enum(payoutStateCodes).optional(),
  caseNumber: z.string().max(60).optional(),
  payoutId: z.uuid().optional(),
  orderId: z.uuid().optional(),
  kind: z.enum(payoutKindCodes).optional(),
  from: PlainDateText.optional(),
  to: PlainDateText.optional(),
})

export const DueRow = z.object({
  claimId: z.uuid(),
  caseNumber: Nullable,
  caseId: Nullable,
  payer: Nullable,
  amountFen: FenText,
  leftFen: FenText,
  arrivedOn: PlainDateText,
  knownOn: PlainDateText,
  lawfulDueOn: PlainDateText,
  ownDueOn: PlainDateText.nullable(),
  /** Days since arrival, so that a late claim cannot hide. */
  daysHeld: z.int(),
  /** Which clock ran out: lawful 法定, own 本院, none. */
  ranOut: z.enum(['lawful', 'own', 'none']),
  deferred: z.boolean(),
  ground: Nullable,
  inChainFen: FenText,
  handlerId: Nullable,
  handlerName: Nullable,
  clerkId: Nullable,
  teamId: Nullable,
})
export const DueFilter = z.object({
  asOf: PlainDateText.optional(),
  /** lawful: beyond the lawful day without a deferral; own: beyond either; deferred: with one; all: whatever waits. */
  show: z.enum(['lawful', 'own', 'deferred', 'listed', 'all']).default('listed'),
  caseNumber: z.string().max(60).optional(),
  /** Money for the applicant, or money that goes back. */
  kind: z.enum(['case', 'refundable']).default('case'),
})

export const WhereIsMoney = z.object({
  caseNumber: z.string(),
  sums: z.object({ arrived: FenText, approving: FenText, ordered: FenText, paid: FenText, aside: FenText }),
  lines: z.array(
    z.object({
      claimId: z.uuid(),
      state: z.enum(['arrived', 'approving', 'ordered', 'paid', 'aside']),
      amountFen: FenText,
      arrivedOn: PlainDateText,
      /** Since when it is in this state. */
      since: PlainDateText,
      /** By which post it is held, never by whom. */
      heldBy: z.string(),
      dueOn: PlainDateText.nullable(),
      why: Nullable,
      payee: Nullable,
    }),
  ),
})

export const PayeeAccountRow = z.object({
  payeeAccountId: z.uuid(),
  payee: z.string(),
  holder: z.string(),
  holderIs: z.string(),
  authority: Nullable,
  bank: z.string(),
  numberMasked: z.string(),
  state: z.enum(['proposed', 'cooling', 'usable', 'replaced', 'refused']),
  usableFrom: Nullable,
  callBackNote: Nullable,
  proposedBy: Nullable,
  proposedAt: z.string(),
  confirmedBy: Nullable,
  reason: Nullable,
})

export const PayoutCard = PayoutRow.extend({
  purpose: Nullable,
  workings: z.array(z.string()),
  parts: z.array(z.object({ claimId: z.uuid(), amountFen: FenText, arrivedOn: PlainDateText, payer: Nullable })),
  chain: z.array(z.object({ step: z.string(), by: z.string(), at: z.string() })),
  holds: z.array(z.object({ rule: z.string(), text: z.string() })),
  /** How often the payee's account was changed, newest first. */
  accounts: z.array(PayeeAccountRow),
})

export const OrderRow = z.object({
  orderId: z.uuid(),
  orderNumber: z.string(),
  madeOn: PlainDateText,
  payouts: z.int(),
  totalFen: FenText,
  paid: z.int(),
  returned: z.int(),
  waiting: z.int(),
  madeBy: Nullable,
  sha256: z.string(),
})

export const PlanView = z.object({
  plans: z.array(
    z.object({
      planId: z.uuid(),
      planNumber: z.string(),
      debtor: z.string(),
      fundFen: FenText,
      surplusFen: FenText,
      drawnOn: PlainDateText,
      standing: z.enum(['serving', 'open', 'disputed', 'standing', 'to-revise', 'revised', 'withdrawn']),
      windowEndsOn: PlainDateText.nullable(),
      version: z.int(),
      workings: z.array(z.string()),
      citations: z.array(z.string()),
      shares: z.array(
        z.object({
          shareId: z.uuid(),
          kind: z.string(),
          creditor: z.string(),
          ownCaseNumber: Nullable,
          basis: z.string(),
          tier: z.int(),
          claimFen: FenText,
          awardedFen: FenText,
          disputedFen: FenText,
          proposedFen: FenText,
          payableFen: FenText,
        }),
      ),
      services: z.array(
        z.object({
          person: z.string(),
          role: z.string(),
          servedOn: PlainDateText.nullable(),
          windowEndsOn: PlainDateText.nullable(),
        }),
      ),
      objections: z.array(
        z.object({
          objectionId: z.uuid(),
          objector: z.string(),
          raisedOn: PlainDateText,
          reason: z.string(),
          state: z.string(),
          standing: z.string(),
          nextBy: PlainDateText.nullable(),
          version: z.int(),
        }),
      ),
    }),
  ),
})

export const ReleaseList = z.object({
  caseNumber: z.string(),
  paidInFull: z.boolean(),
  items: z.array(
    z.object({
      itemId: Nullable,
      kind: z.string(),
      kindTitle: z.string(),
      title: z.string(),
      detail: z.string(),
      sinceOn: PlainDateText.nullable(),
      href: Nullable,
      state: z.enum(['unlisted', 'waiting', 'released']),
      receipt: Nullable,
      releasedOn: PlainDateText.nullable(),
    }),
  ),
})

/** Payouts handed to the bank that a line out may show. */
export const LinePayouts = z.object({
  payouts: z.array(
    z.object({
      payoutId: z.uuid(),
      payoutNumber: z.string(),
      caseNumber: z.string().nullable(),
      payee: z.string(),
      orderedOn: PlainDateText,
    }),
  ),
})
