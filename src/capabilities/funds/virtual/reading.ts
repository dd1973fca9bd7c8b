import { caseRecord } from '#capabilities/cases'
import { recordReading } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { z } from 'zod'
import { VirtualAccounts } from './contract.ts'
import { noticeText } from './notice.ts'
import { accountsOfCases, agreementOf, isAgreed } from './store.ts'

/** 案款专用账号: the numbers of a case and the words a notice to pay prints for each. */
export const virtualAccounts = recordReading({
  name: 'funds.virtual-accounts',
  title: label('案款专用账号', 'Case account numbers'),
  may: 'funds.read',
  record: caseRecord,
  input: z.object({}),
  output: VirtualAccounts,
  read: async (tx, { caseNumber }) => {
    const given = await accountsOfCases(tx, [caseNumber])
    return {
      caseNumber,
      accounts: given.map((one) => ({
        number: one.number,
        debtor: one.debtor,
        bank: one.bank,
        holder: one.holder,
        givenOn: one.givenOn,
        notice: noticeText(one),
      })),
      lacking: isAgreed(await agreementOf(tx)) ? null : '本院还没有设置案款专用账号的前缀、户名和开户行',
    }
  },
})
