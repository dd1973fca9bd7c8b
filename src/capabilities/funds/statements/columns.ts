import { normalHeading } from '#capabilities/ledgers'
import { meantBy } from './meant.ts'

/** What a column of a statement may say. */
export const statementFields = [
  'day',
  'time',
  'incoming',
  'outgoing',
  'amount',
  'direction',
  'balance',
  'peerName',
  'peerAccount',
  'payerName',
  'payerAccount',
  'payeeName',
  'payeeAccount',
  'summary',
  'memo',
  'serial',
  'subAccount',
  'ownAccount',
  'currency',
] as const
export type StatementField = (typeof statementFields)[number]

/** Every heading by which banks name a column, the more telling ones first. Brackets and blanks do not count. */
const synonyms: Readonly<Record<StatementField, readonly string[]>> = {
  day: [
    '记账日期',
    '记帐日期',
    '入账日期',
    '入帐日期',
    '账务日期',
    '会计日期',
    '过账日期',
    '交易日期',
    '交易日',
    '发生日期',
    '业务日期',
    '日期',
    '交易日期时间',
    '交易时间',
    '入账时间',
    '记账时间',
    '发生时间',
    'transactiondate',
    'transdate',
    'bookingdate',
    'date',
    'tradedate',
  ],
  time: [
    '交易时间',
    '交易日期时间',
    '入账时间',
    '记账时间',
    '发生时间',
    '时间',
    '交易时刻',
    'transactiontime',
    'transtime',
    'time',
  ],
  incoming: [
    '记账金额收入',
    '收入金额',
    '收入',
    '贷方发生额收入',
    '贷方发生额',
    '贷方金额',
    '贷方',
    '贷',
    '存入金额',
    '存入',
    '转入金额',
    '入账金额',
    '来账金额',
    '收入金额元',
    '收入元',
    '贷方发生额元',
    '贷方金额元',
    '贷方发生额来账',
    '收方金额',
    '交易金额收入',
    'creditamount',
    'credit',
    'deposit',
    '收方发生额',
    '收款金额',
  ],
  outgoing: [
    '记账金额支出',
    '支出金额',
    '支出',
    '借方发生额支取',
    '借方发生额',
    '借方金额',
    '借方',
    '借',
    '支取金额',
    '取出',
    '转出金额',
    '支取',
    '往账金额',
    '支出金额元',
    '支出元',
    '借方发生额元',
    '借方金额元',
    '借方发生额往账',
    '付方金额',
    '交易金额支出',
    'debitamount',
    'debit',
    'withdrawal',
    '付方发生额',
    '付款金额',
  ],
  amount: [
    '交易金额',
    '发生额',
    '金额',
    '交易额',
    '发生金额',
    '交易金额元',
    '发生额元',
    '金额元',
    'tradeamount',
    'transamt',
    'transactionamount',
    'amount',
  ],
  direction: [
    '收支',
    '借贷标志',
    '借贷',
    '借贷方向',
    '收支标志',
    '收付标志',
    '收付',
    '借贷状态',
    '交易方向',
    '资金流向',
    '收支类型',
    '收支方向',
    '借贷标识',
    '交易类型',
    '往来账标志',
    '来往账标志',
    'dc',
    'dcflg',
    'dcflag',
    'drcr',
    'transactiontype',
    'debitcredit',
    '发生方向',
    '方向',
  ],
  balance: [
    '余额',
    '账户余额',
    '帐户余额',
    '本次余额',
    '联机余额',
    '交易后余额',
    '当前余额',
    '账面余额',
    '可用余额',
    '结余',
    '余额元',
    '账户余额元',
    '卡余额',
    '活存账户余额',
    'aftertransactionbalance',
    'balance',
  ],
  peerName: [
    '对方户名',
    '对方账户名称',
    '对方账户名',
    '对方帐户名称',
    '对方名称',
    '对方单位名称',
    '对方单位',
    '对方账号名称',
    '对手户名',
    '对手名称',
    '对手信息',
    '交易对方名称',
    '交易对方户名',
    '交易对方',
    '交易对手',
    '收付方名称',
    '收付款方名称',
    '收付款人名称',
    '对方姓名',
    '对方账号与户名',
    '对方信息',
    '对方户名账号',
    '收付款人',
    '对方',
    'counterpartyname',
    'counterparty',
    '往来户名',
    '往来单位',
    '收付方户名',
  ],
  peerAccount: [
    '对方账号',
    '对方帐号',
    '对方账户',
    '对方账户账号',
    '对手账号',
    '对方卡号',
    '对方卡号账号',
    '对方账号卡号',
    '收付方账号',
    '收付方帐号',
    '收付款方账号',
    '收付款人账号',
    '交易对方账号',
    '交易对方账户',
    '交易对手账号',
    'counterpartyaccount',
    '往来账号',
    '对方账户号码',
  ],
  payerName: [
    '付款人名称',
    '付款人户名',
    '付款方户名',
    '付款方名称',
    '付款人',
    '付款人姓名',
    'payersname',
    '付款账户名称',
    '付款户名',
  ],
  payerAccount: ['付款人账号', '付款人帐号', '付款方账号', '付款账号', '付款人账户', 'debitaccountno'],
  payeeName: [
    '收款人名称',
    '收款人户名',
    '收款方户名',
    '收款方名称',
    '收款人',
    '收款人姓名',
    'payeesname',
    'beneficiarysname',
    '收款账户名称',
    '收款户名',
  ],
  payeeAccount: [
    '收款人账号',
    '收款人帐号',
    '收款方账号',
    '收款账号',
    '收款人账户',
    'payeesaccountnumber',
    'creditaccountno',
    'beneficiaryaccountno',
  ],
  summary: [
    '摘要',
    '交易摘要',
    '业务摘要',
    '交易名称',
    '业务类型',
    '摘要说明',
    '交易渠道摘要',
    'reference',
    'abstract',
    '业务名称',
    '交易种类',
    '交易说明',
  ],
  memo: [
    '附言',
    '交易附言',
    '用途附言',
    '附言用途',
    '用途',
    '备注',
    '客户摘要',
    '交易用途',
    '交易备注',
    '转账附言',
    '汇款附言',
    '个性化信息',
    '交易地点附言',
    '客户附言',
    '资金用途',
    '备注附言',
    '附言备注',
    '摘要附言',
    '留言',
    '汇款用途',
    'purpose',
    'remark',
    'remarks',
    '其它摘要',
    '其他摘要',
    '交易详情',
    '附加信息',
    '补充信息',
  ],
  serial: [
    '流水号',
    '交易流水号',
    '流水编号',
    '交易流水',
    '账户明细编号交易流水号',
    '日志号',
    '核心流水号',
    '银行流水号',
    '交易序号',
    '交易编号',
    '交易参考号',
    '核心交易流水号',
    '账务流水号',
    '记账流水号',
    '主机流水号',
    '全局流水号',
    '业务参考号',
    '流水',
    '柜员流水号',
    'transactionreferencenumber',
    'referenceno',
    'serialno',
    'transactionid',
    '明细编号',
    '交易号',
    '回单编号',
    '交易凭证号',
  ],
  subAccount: [
    '子账号',
    '子帐号',
    '虚拟账号',
    '虚拟子账号',
    '分账号',
    '专用账号',
    '案件账号',
    '入账子账号',
    '收款子账号',
    '虚拟账户',
    '子账户',
  ],
  ownAccount: [
    '本方账号',
    '本方帐号',
    '账号',
    '帐号',
    '卡号',
    '账户',
    '本方卡号',
    '查询账号',
    '查询账号inquireraccountnumber',
    '我方账号',
  ],
  currency: ['币种', '币别', '货币', '交易币种', '记账币种', '交易货币', 'currency', 'tradecurrency'],
}

const byName: ReadonlyMap<string, readonly { readonly field: StatementField; readonly rank: number }[]> = new Map(
  [
    ...Map.groupBy(
      statementFields.flatMap((field) =>
        synonyms[field].map((name, rank) => ({ field, rank, name: normalHeading(name) })),
      ),
      ({ name }) => name,
    ),
  ].map(([name, found]) => [name, found]),
)

const aside = /[（(【[〔][^（()）】\]〕]*[)）】\]〕]/g

/** 交易金额[ Trade Amount ]: what is in brackets may be a translation, or tell two columns apart. */
const formsOf = (heading: string): readonly string[] => {
  const plain = heading.normalize('NFKC')
  const inside = [...plain.matchAll(/[[(]([^\])]*)[\])]/g)].map(([, text = '']) => normalHeading(text))
  return [normalHeading(plain), normalHeading(plain.replace(aside, '')), ...inside].filter((form) => form !== '')
}

export type ColumnMap = Readonly<Partial<Record<StatementField, number>>>

/** Behind every name that is known. */
const lastRank = 1_000

/** The first wording of a heading that any field knows, else what its parts say. */
const meaningsOf = (heading: string) =>
  formsOf(heading)
    .map((form) => byName.get(form))
    .find((found) => found) ??
  formsOf(heading)
    .map((form) => meantBy(form).map((field) => ({ field, rank: lastRank, name: form })))
    .find((found) => found.length > 0) ??
  []

/**
 * Which column is which: each field takes the column that bears its most telling name. One column may say both day and
 * time; all others mean one thing. `taught` goes by heading and wins.
 */
export function columnsOf(
  headings: readonly string[],
  taught: Readonly<Partial<Record<StatementField, string>>> = {},
): ColumnMap {
  const offers = headings.flatMap((heading, index) => meaningsOf(heading).map((one) => ({ ...one, index })))
  const map: Partial<Record<StatementField, number>> = {}
  for (const field of statementFields) {
    const said = taught[field]
    if (said !== undefined) {
      const index = headings.findIndex((heading) => normalHeading(heading) === normalHeading(said))
      if (index >= 0) map[field] = index
      continue
    }
    const best = offers
      .filter((offer) => offer.field === field)
      .toSorted((a, b) => a.rank - b.rank || a.index - b.index)[0]
    if (best) map[field] = best.index
  }
  // Where amounts come in two columns, a third one of bare amounts is another currency's, and a type is no direction.
  if (map.incoming !== undefined && map.outgoing !== undefined) {
    delete map.amount
    delete map.direction
  } else {
    delete map.incoming
    delete map.outgoing
  }
  return map
}

/** A row of headings that tells a statement: a day, money, and something else of a bank's. */
export function tellsStatement({
  day,
  incoming,
  amount,
  balance,
  serial,
  peerName,
  payerName,
  direction,
}: ColumnMap): boolean {
  const money = incoming !== undefined || amount !== undefined
  const others = [balance, serial, peerName ?? payerName, direction, incoming].filter((one) => one !== undefined).length
  return day !== undefined && money && others >= 2
}
