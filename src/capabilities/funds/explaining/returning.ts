import type { DerivedFact, Reaction } from '#kernel/capability.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Occasion } from '#kernel/occasion.ts'
import { newId } from '#kernel/values/ids.ts'
import { claimMoney } from '../claims/store.ts'
import { caseReferences } from '../matching/case-reference.ts'
import { isWhole, notAfter, openLines, samePeer, type OpenLine } from './open-lines.ts'
import { recordPaid, type PaidByLine } from './record-paid.ts'

/** Money that the court held for somebody and that may go back to whom it came from. */
export type Held = {
  readonly claimId: string
  readonly kind: 'guarantee' | 'auction-deposit' | 'refundable' | 'fee'
  readonly caseNumber: string | null
  readonly on: string
  readonly at: string
  freeFen: bigint
  readonly peerName: string | null
  readonly peerAccount: string | null
}

const isCourtFees = /诉讼费|受理费|立案庭|申请费|上诉费/
const isMisdirected = /误转|误汇|误入|划转|转出|代转/
const isRemittance = /执行费|非税|上缴|缴库|国库/
const isTreasury = /财政|国库|非税/
const kinds: readonly (readonly [Held['kind'], RegExp])[] = [
  ['auction-deposit', /(?:退|返还|释放)[^。]{0,12}(?:保证金|竞买|竞拍)|(?:保证金|竞买)[^。]{0,6}退/],
  ['guarantee', /(?:退|返还|解除)[^。]{0,12}担保|担保[^。]{0,6}退/],
  ['refundable', /退款|多缴|多付|溢缴|退还/],
]

/** Which kinds of money a line out may give back, by its words. */
const kindsOf = ({ words }: OpenLine): readonly Held['kind'][] =>
  kinds.filter(([, form]) => form.test(words)).map(([kind]) => kind)

/** Both name a case by its number: then it must be the same. */
function sameCase({ words }: OpenLine, caseNumber: string | null): boolean {
  const named = caseReferences(words)
  if (named.length === 0 || caseNumber === null) return true
  return caseReferences(caseNumber).some((own) =>
    named.some(
      ({ typeCode, serial, year }) =>
        typeCode === own.typeCode && serial === own.serial && (year === null || year === own.year),
    ),
  )
}

/** Deposits, guarantees and overpayments that went back to the person who paid them. */
export function givenBack(lines: readonly OpenLine[], held: readonly Held[]): readonly PaidByLine[] {
  return lines.flatMap((line) => {
    if (line.amountFen > 0n || !isWhole(line)) return []
    const wanted = kindsOf(line)
    const source = held.find(
      (one) =>
        wanted.includes(one.kind) &&
        one.freeFen >= -line.amountFen &&
        samePeer(one, line) &&
        notAfter(one, line) &&
        sameCase(line, one.caseNumber),
    )
    if (!source) return []
    source.freeFen += line.amountFen
    return [
      paidFrom(line, source.kind === 'refundable' ? 'refund' : (source.kind as 'guarantee'), source.kind, [
        [source, -line.amountFen],
      ]),
    ]
  })
}

/** 执行费上缴: fees that came before go to the treasury together, oldest first. */
export function remitted(lines: readonly OpenLine[], held: readonly Held[]): readonly PaidByLine[] {
  return lines.flatMap((line) => {
    const tells =
      line.amountFen < 0n &&
      isWhole(line) &&
      isRemittance.test(line.words) &&
      isTreasury.test(`${line.peerName ?? ''}${line.words}`)
    if (!tells || /案款/.test(line.words)) return []
    const fees = held.filter((one) => one.kind === 'fee' && one.freeFen > 0n && notAfter(one, line))
    let rest = -line.amountFen
    const parts: (readonly [Held, bigint])[] = []
    for (const fee of fees) {
      const part = fee.freeFen < rest ? fee.freeFen : rest
      if (part > 0n) parts.push([fee, part])
      rest -= part
    }
    if (rest > 0n) return []
    for (const [fee, part] of parts) fee.freeFen -= part
    return [paidFrom(line, 'fee', 'fee', parts)]
  })
}

const paidFrom = (
  line: OpenLine,
  kind: PaidByLine['kind'],
  fromKind: Held['kind'],
  parts: readonly (readonly [Held, bigint])[],
): PaidByLine => ({
  payoutId: newId(),
  kind,
  fromKind,
  manner: 'statement',
  bankLineId: line.bankLineId,
  on: line.on,
  payee: line.peerName ?? '流水未写明',
  purpose: `银行流水：${line.words}`,
  parts: parts.map(([{ claimId, caseNumber }, amountFen]) => ({ claimId, caseNumber, amountFen })),
})

/** Court fees that came to the wrong account and were passed on: the same amount, oldest first. */
export function passedOn(lines: readonly OpenLine[]): readonly { readonly came: OpenLine; readonly went: OpenLine }[] {
  const used = new Set<OpenLine>()
  return lines.flatMap((went) => {
    if (went.amountFen > 0n || !isWhole(went) || !isMisdirected.test(went.words)) return []
    const toFees = isCourtFees.test(`${went.peerName ?? ''}${went.words}`)
    const came = lines.find(
      (line) =>
        !used.has(line) &&
        line.amountFen === -went.amountFen &&
        isWhole(line) &&
        notAfter(line, went) &&
        toFees &&
        isCourtFees.test(line.words),
    )
    if (!came) return []
    used.add(came)
    return [{ came, went }]
  })
}

async function heldMoney({ client }: Tx): Promise<Held[]> {
  const { rows } = await client.query<Omit<Held, 'freeFen'> & { freeFen: string }>({
    name: 'funds_held_money',
    text: `select k.claim_id as "claimId", k.kind, k.case_number as "caseNumber", k.arrived_on::text as "on",
                  coalesce(l.happened_at, '') as at, (k.amount_fen - k.paid_fen - k.reserved_fen)::text as "freeFen",
                  coalesce(l.peer_name, k.payer) as "peerName", l.peer_account_masked as "peerAccount"
           from funds_claim k left join funds_bank_line l on l.court_id = k.court_id and l.bank_line_id = k.bank_line_id
           where k.kind in ('guarantee', 'auction-deposit', 'refundable', 'fee') and k.undone_at is null and k.entry_id is not null
             and k.paid_fen + k.reserved_fen < k.amount_fen
           order by k.arrived_on, l.happened_at, l.statement_row, k.claim_id for update of k`,
  })
  return rows.map((row) => ({ ...row, freeFen: BigInt(row.freeFen) }))
}

/** Explains what left by what it was: each with the words of the line and the money it came out of. */
export async function explainLines(tx: Tx, occasion: Occasion): Promise<void> {
  const lines = await openLines(tx)
  if (!lines.some(({ amountFen }) => amountFen < 0n)) return
  const passed = passedOn(lines)
  const claims = passed.map(({ came }) => ({
    claimId: newId(),
    line: { ...came, unclaimedFen: came.openFen, summary: null, memo: came.words },
    kind: 'refundable' as const,
    caseNumber: null,
    partyId: null,
    amountFen: came.amountFen,
    manner: 'certain' as const,
    reasons: ['误转的诉讼费，已转出'],
  }))
  await claimMoney(tx, claims, occasion)
  const held = await heldMoney(tx)
  const left = lines.filter((line) => !passed.some(({ came, went }) => came === line || went === line))
  const paidOn = passed.map(({ went }, i) =>
    paidFrom(went, 'refund', 'refundable', [
      [held.find(({ claimId }) => claimId === claims[i]?.claimId) ?? missing(), -went.amountFen],
    ]),
  )
  for (const one of paidOn)
    for (const { claimId, amountFen } of one.parts)
      for (const own of held) if (own.claimId === claimId) own.freeFen -= amountFen
  await recordPaid(tx, [...paidOn, ...givenBack(left, held), ...remitted(left, held)], occasion)
}

const missing = (): never => {
  throw new Error('a claim was made and is not there')
}

export const explainReaction: Reaction = {
  on: ['funds.statement-imported', 'funds.receipt-imported', 'funds.receipt-revised'],
  react: async (tx, _facts, occasion): Promise<readonly DerivedFact[]> => {
    await explainLines(tx, occasion)
    return []
  },
}
