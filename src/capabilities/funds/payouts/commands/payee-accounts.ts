import { settingValue } from '#capabilities/operations'
import { command, recordCommand } from '#kernel/command.ts'
import type { Fact, Subject } from '#kernel/fact.ts'
import type { Refusal } from '#kernel/problem.ts'
import { newId } from '#kernel/values/ids.ts'
import { label } from '#kernel/values/labels.ts'
import { Because, ConfirmPayee, ProposePayee } from '../contract.ts'
import { payeeAccountRecord, standingAccount } from '../payee-account.ts'
import { authorityNeeded, confirmedByProposer, payeeAccountDecided } from '../problems.ts'
import { coolingHours } from '../settings.ts'

/** The number itself is kept out of the journal in plain: `bankAccount` is sealed for the person named beside it. */
export type PayeeProposed = Fact & {
  readonly type: 'funds.payee-proposed'
  readonly payeeAccountId: string
  readonly payee: string
  readonly partyId: string | null
  readonly holder: string
  readonly holderIs: 'payee' | 'agent'
  readonly authority: string | null
  readonly bank: string
  readonly bankAccount: string
  readonly replaces: string | null
  readonly reason: string | null
}
export type PayeeConfirmed = Fact & {
  readonly type: 'funds.payee-confirmed'
  readonly payeeAccountId: string
  readonly replaces: string | null
  readonly callBackNote: string
  readonly usableFrom: Temporal.Instant
}
export type PayeeRefused = Fact & {
  readonly type: 'funds.payee-refused'
  readonly payeeAccountId: string
  readonly reason: string
}

const ofAccount = ({ payeeAccountId }: { readonly payeeAccountId: string }): readonly [Subject] => [
  `payee-account:${payeeAccountId}`,
]
const masked = (number: string): string => `${number.slice(0, 4)}…${number.slice(-4)}`

/** 登记收款账户: the first, or one in place of that in use. It pays nothing until another person has called back. */
export const proposePayee = command({
  name: 'funds.propose-payee',
  title: label('登记收款账户', 'Record a payee account'),
  may: 'funds.keep-payees',
  cites: ['funds.payee'],
  input: ProposePayee,
  load: async (tx, { payee, partyId }, { actor }) => ({
    standing: await standingAccount(tx, { payee, partyId: partyId ?? null }),
    by: actor.id,
  }),
  // Whoever may for own cases records any account; it pays nobody before a second person has called back.
  belongs: ({ by }) => ({ own: [by], team: null }),
  decide: ({ standing }, input): PayeeProposed | Refusal => {
    const { payee, partyId, holder, holderIs, authority, bank, accountNumber, reason } = input
    const other = holderIs === 'agent' || holder !== payee
    if (other && authority === undefined) return authorityNeeded()
    return {
      type: 'funds.payee-proposed',
      payeeAccountId: newId(),
      payee,
      partyId: partyId ?? null,
      holder,
      holderIs: other ? 'agent' : 'payee',
      authority: authority ?? null,
      bank,
      bankAccount: accountNumber.replaceAll(/[\s-]/g, ''),
      replaces: standing?.payeeAccountId ?? null,
      reason: reason ?? null,
    }
  },
  save: async (tx, facts, { actor, now }) => {
    for (const fact of facts) {
      await tx.client.query(
        `insert into funds_payee_account (payee_account_id, party_id, payee, holder, holder_is, authority, bank,
           number_sealed, number_index, number_masked, replaces, reason, proposed_by, proposed_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14::timestamptz)`,
        [
          fact.payeeAccountId,
          fact.partyId,
          fact.payee,
          fact.holder,
          fact.holderIs,
          fact.authority,
          fact.bank,
          tx.platform.cipher.seal(tx.court, `payee:${fact.payeeAccountId}`, fact.bankAccount),
          tx.platform.cipher.blindIndex(tx.court, 'bank-account', fact.bankAccount),
          masked(fact.bankAccount),
          fact.replaces,
          fact.reason,
          actor.id,
          now.toString(),
        ],
      )
    }
  },
  subjects: (fact) => ofAccount(fact),
  answer: ({ payeeAccountId }) => ({ payeeAccountId }),
})

/** 复核收款账户: a second person called the payee at the known number. A changed account waits out the cooling time. */
export const confirmPayee = recordCommand(payeeAccountRecord, {
  name: 'funds.confirm-payee',
  title: label('复核收款账户', 'Confirm a payee account'),
  may: 'funds.confirm-payees',
  cites: ['funds.payee'],
  input: ConfirmPayee,
  load: async (tx, account) => ({
    account,
    hours: await settingValue(tx, coolingHours),
    standing: await standingAccount(tx, account),
  }),
  gate: ({ account }, { actor }) => {
    if (account.confirmedAt !== null || account.refusedBecause !== null || account.replacedBy !== null)
      return payeeAccountDecided()
    return account.proposedBy === actor.id ? confirmedByProposer() : undefined
  },
  decide: ({ account, hours, standing }, { callBackNote }, { now }): PayeeConfirmed => ({
    type: 'funds.payee-confirmed',
    payeeAccountId: account.payeeAccountId,
    // Another change may have come into use since this one was proposed.
    replaces: standing?.payeeAccountId ?? null,
    callBackNote,
    usableFrom: standing ? now.add({ hours }) : now,
  }),
  save: async ({ client }, facts, { actor, now }) => {
    for (const { payeeAccountId, replaces, callBackNote, usableFrom } of facts) {
      await client.query(
        `update funds_payee_account set confirmed_by = $2, confirmed_at = $3::timestamptz, usable_from = $4::timestamptz,
           call_back_note = $5, replaces = $6, version = version + 1 where payee_account_id = $1`,
        [payeeAccountId, actor.id, now.toString(), usableFrom.toString(), callBackNote, replaces],
      )
      await client.query(
        'update funds_payee_account set replaced_by = $2, version = version + 1 where payee_account_id = $1',
        [replaces, payeeAccountId],
      )
    }
  },
  subjects: (fact) => ofAccount(fact),
  onConstraint: { funds_payee_two_people: confirmedByProposer },
})

export const refusePayee = recordCommand(payeeAccountRecord, {
  name: 'funds.refuse-payee',
  title: label('退回收款账户', 'Refuse a payee account'),
  may: 'funds.confirm-payees',
  cites: [],
  input: Because,
  load: async (_tx, account) => account,
  gate: ({ confirmedAt, refusedBecause }) =>
    confirmedAt !== null || refusedBecause !== null ? payeeAccountDecided() : undefined,
  decide: ({ payeeAccountId }, { reason }): PayeeRefused => ({ type: 'funds.payee-refused', payeeAccountId, reason }),
  save: async ({ client }, facts, { actor }) => {
    for (const { payeeAccountId, reason } of facts)
      await client.query(
        'update funds_payee_account set refused_because = $2, refused_by = $3, version = version + 1 where payee_account_id = $1',
        [payeeAccountId, reason, actor.id],
      )
  },
  subjects: (fact) => ofAccount(fact),
})
