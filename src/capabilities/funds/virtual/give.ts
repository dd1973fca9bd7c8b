import { caseIdsOf, caseRecord, type Case } from '#capabilities/cases'
import { settingValue } from '#capabilities/operations'
import type { DerivedFact, Reaction } from '#kernel/capability.ts'
import { recordCommand } from '#kernel/command.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Fact, Subject } from '#kernel/fact.ts'
import type { Occasion } from '#kernel/occasion.ts'
import type { Refusal } from '#kernel/problem.ts'
import { label } from '#kernel/values/labels.ts'
import type { MoneyClaimed } from '../claims/facts.ts'
import { peopleOf } from '../payouts/received.ts'
import { GiveVirtualAccount } from './contract.ts'
import { digitsOf } from './numbers.ts'
import { alreadyGiven, notADebtorOfTheCase, numberTaken, prefixNotSet, seriesUsedUp } from './problems.ts'
import { virtualAtFiling, virtualPerDebtor } from './settings.ts'
import {
  accountsOfCases,
  agreementOf,
  isAgreed,
  keepNumbers,
  namesBank,
  nextOf,
  type Agreement,
  type NewNumber,
} from './store.ts'

export type VirtualAccountsGiven = Fact & {
  readonly type: 'funds.virtual-account-given'
  readonly caseId: string
  readonly given: readonly NewNumber[]
}

const tailOf = (number: string, { prefix, digits }: Agreement): string =>
  prefix !== '' && number.startsWith(prefix) ? number.slice(prefix.length) : number.slice(-digits)

/** 编制专用账号: the next number under the court's prefix, or the one the bank gave; kept for good. */
export const giveVirtualAccount = recordCommand(caseRecord, {
  name: 'funds.give-virtual-account',
  title: label('编制案款专用账号', 'Give a case account number'),
  may: 'funds.propose',
  cites: ['funds.account'],
  input: GiveVirtualAccount,
  load: async (tx, record: Case) => ({
    record,
    agreement: await agreementOf(tx),
    standing: await accountsOfCases(tx, [record.caseNumber]),
    debtors: (await peopleOf(tx, [record.caseNumber])).filter(({ role }) => role === 'debtor'),
  }),
  consult: async (tx, { number }, { agreement }) => ({
    next: number === undefined && isAgreed(agreement) ? await nextOf(tx, agreement) : null,
  }),
  decide: (
    { record, agreement, standing, debtors },
    { partyId = null, number },
    _occasion,
    { next },
  ): VirtualAccountsGiven | Refusal => {
    const own = standing.find((one) => one.partyId === partyId)
    if (own) return alreadyGiven(own.number)
    const debtor = partyId === null ? null : debtors.find((one) => one.partyId === partyId)
    if (debtor === undefined) return notADebtorOfTheCase()
    if (number === undefined ? !isAgreed(agreement) : !namesBank(agreement)) return prefixNotSet()
    const wanted = number === undefined ? next : digitsOf(number)
    if (wanted === null) return seriesUsedUp()
    const { bank, holder } = agreement
    return {
      type: 'funds.virtual-account-given',
      caseId: record.caseId,
      given: [
        {
          number: wanted,
          tail: tailOf(wanted, agreement),
          caseNumber: record.caseNumber,
          partyId,
          debtor: debtor?.name ?? null,
          bank,
          holder,
        },
      ],
    }
  },
  save: async (tx, facts, occasion) => {
    for (const { given } of facts) await keepNumbers(tx, given, occasion)
  },
  subjects: ({ caseId }): readonly [Subject] => [`case:${caseId}`],
  answer: ({ given }) => ({ number: given[0]?.number ?? '' }),
  onConstraint: { funds_virtual_account_pkey: numberTaken, funds_virtual_account_digits: numberTaken },
})

type Filed = { readonly caseId: string; readonly caseNumber: string }

/** Cases that keep money of their own and have no number yet. */
async function withoutNumber({ client }: Tx, by: 'case_id' | 'case_number', keys: readonly string[]) {
  const { rows } = await client.query<Filed>(
    `select c.case_id as "caseId", c.case_number as "caseNumber" from cases_fact_source c
     where c.${by}::text = any($1::text[]) and c.type_code in ('执', '执恢', '执保')
       and not exists (select from funds_virtual_account v where v.court_id = c.court_id and v.case_number = c.case_number)
     order by c.case_number`,
    [keys],
  )
  return rows
}

/** Numbers for these cases, and for each debtor where the court wants it. None when the series is used up. */
async function give(
  tx: Tx,
  filed: readonly Filed[],
  agreement: Agreement,
  occasion: Occasion,
): Promise<readonly DerivedFact[]> {
  const perDebtor = (await settingValue(tx, virtualPerDebtor)) === 1
  const people = perDebtor
    ? await peopleOf(
        tx,
        filed.map(({ caseNumber }) => caseNumber),
      )
    : []
  const facts: DerivedFact[] = []
  for (const { caseId, caseNumber } of filed) {
    const debtors = people.flatMap((one) =>
      one.role === 'debtor' && one.caseNumber === caseNumber && one.partyId !== null ? [one] : [],
    )
    const given: NewNumber[] = []
    for (const { partyId, name } of [{ partyId: null, name: null }, ...debtors]) {
      const number = await nextOf(tx, agreement)
      if (number === null) break
      const { bank, holder } = agreement
      given.push({ number, tail: tailOf(number, agreement), caseNumber, partyId, debtor: name, bank, holder })
    }
    if (given.length === 0) break
    await keepNumbers(tx, given, occasion)
    const fact: VirtualAccountsGiven = { type: 'funds.virtual-account-given', caseId, given }
    facts.push({ fact, subjects: [`case:${caseId}`] })
  }
  return facts
}

/** 立案即编号, where the court has chosen so. */
export const filingReaction: Reaction = {
  on: ['cases.case-filed'],
  react: async (tx, facts, occasion) => {
    if ((await settingValue(tx, virtualAtFiling)) !== 1) return []
    const agreement = await agreementOf(tx)
    if (!isAgreed(agreement)) return []
    return give(tx, await withoutNumber(tx, 'case_id', caseIdsOf(facts)), agreement, occasion)
  },
}

/** With the first money of a case its number is needed: the next payment goes to it. */
export const firstMoneyReaction: Reaction = {
  on: ['funds.money-claimed'],
  react: async (tx, facts, occasion) => {
    const agreement = await agreementOf(tx)
    if (!isAgreed(agreement)) return []
    const numbers = facts.flatMap((fact) =>
      (fact as MoneyClaimed).claims.flatMap(({ kind, caseNumber }) => (kind === 'case' ? (caseNumber ?? []) : [])),
    )
    return numbers.length === 0
      ? []
      : give(tx, await withoutNumber(tx, 'case_number', [...new Set(numbers)]), agreement, occasion)
  },
}
