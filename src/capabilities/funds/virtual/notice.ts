type Printed = {
  readonly number: string
  readonly debtor: string | null
  readonly bank: string
  readonly holder: string
  readonly caseNumber: string
}

/** What a notice to pay says of the account (款物管理规定 arts. 4–7): where, and that nowhere else counts. */
export const noticeText = ({ number, debtor, bank, holder, caseNumber }: Printed): string =>
  [
    `请将${debtor === null ? '' : `${debtor}应付的`}款项汇入本院案款专户：`,
    `户名：${holder}`,
    `开户行：${bank}`,
    `账号：${number}（${caseNumber}专用）`,
    '本账号只收本案案款。要求汇入其他账户或者交给个人的，可以拒绝付款，并向本院核实。',
  ].join('\n')
