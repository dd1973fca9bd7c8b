import { layout, type RecordOf } from '#capabilities/ledgers'
import { label } from '#kernel/values/labels.ts'
import { formatYuan } from '#kernel/values/money.ts'

/** 执行案款: one row for each sum received, with what was paid of it. */
export const receiptLayout = layout({
  kind: 'case-money',
  title: label('执行案款台账', 'Ledger of case money'),
  hints: ['执行案款', '案款收支', '案款台账', '执行款'],
  key: 'receiptNumber',
  after: ['first-enforcement', 'resumed-enforcement'],
  columns: [
    {
      field: 'receiptNumber',
      title: '收款编号',
      type: 'text',
      required: true,
      synonyms: ['收据编号', '收款单号', '到款编号', '案款编号', '收款登记号', '收据号', '收款序号'],
    },
    {
      field: 'arrivedOn',
      title: '到账日期',
      type: 'date',
      required: true,
      synonyms: ['到款日期', '收款日期', '到帐日期', '入账日期', '缴款日期'],
    },
    {
      field: 'caseNumber',
      title: '案号',
      type: 'case-number',
      required: true,
      synonyms: ['执行案号', '案件编号', '案件号'],
    },
    { field: 'handler', title: '承办人', type: 'text', synonyms: ['承办法官', '执行法官', '经办人'] },
    { field: 'payer', title: '缴款人', type: 'text', synonyms: ['付款人', '交款人', '缴款单位', '付款方', '对方户名'] },
    {
      field: 'channel',
      title: '到账方式',
      type: 'text',
      synonyms: ['缴款方式', '收款方式', '付款方式', '到款方式', '履行方式'],
    },
    {
      field: 'gross',
      title: '到账金额',
      type: 'money',
      required: true,
      synonyms: ['到款金额', '收款金额', '缴款金额', '到帐金额', '实收金额'],
    },
    {
      field: 'amount',
      title: '其中：案款',
      type: 'money',
      emptyIsZero: true,
      synonyms: ['案款', '案款金额', '执行款', '应发案款'],
    },
    {
      field: 'fee',
      title: '其中：执行费',
      type: 'money',
      emptyIsZero: true,
      synonyms: ['执行费', '申请执行费', '执行费金额'],
    },
    {
      field: 'refund',
      title: '其中：应退多缴款',
      type: 'money',
      emptyIsZero: true,
      synonyms: ['应退多缴金额', '应退多缴款', '应退款', '多缴款', '应退金额', '退款金额'],
    },
    {
      field: 'serial',
      title: '银行流水号',
      type: 'text',
      synonyms: ['到账流水号', '收款流水号', '入账流水号', '流水号'],
    },
    { field: 'claimedOn', title: '认领日期', type: 'date', synonyms: ['认款日期', '确认日期'] },
    { field: 'paidOn', title: '发放日期', type: 'date', synonyms: ['付款日期', '发款日期', '支付日期'] },
    {
      field: 'paid',
      title: '发放金额',
      type: 'money',
      emptyIsZero: true,
      synonyms: ['已发放金额', '付款金额', '发款金额', '支付金额'],
    },
    { field: 'payees', title: '领款人', type: 'list', names: true, synonyms: ['收款人', '领取人', '受款人'] },
    {
      field: 'paySerials',
      title: '发放流水号',
      type: 'list',
      synonyms: ['发放银行流水号', '付款流水号', '支付流水号', '出账流水号', '发款流水号'],
    },
    {
      field: 'deferral',
      title: '延缓发放审批',
      type: 'text',
      prose: true,
      synonyms: ['暂缓发放原因', '延缓发放', '延期发放审批', '暂缓发放', '延缓发放原因', '延缓审批'],
    },
    { field: 'remark', title: '备注', type: 'text', prose: true, synonyms: ['备注说明', '说明'] },
  ],
  checks: [
    {
      code: 'E_MONEY_PARTS',
      severity: 'error',
      field: 'gross',
      find: ({ gross, amount, fee, refund }) => {
        const parts = (amount ?? 0n) + (fee ?? 0n) + (refund ?? 0n)
        return gross === null || parts === gross
          ? undefined
          : `案款、执行费、应退款合计 ${formatYuan(parts)}，到账金额 ${formatYuan(gross)}；请核对后更正。`
      },
    },
    {
      code: 'W_PAID_ABOVE_RECEIVED',
      severity: 'warning',
      field: 'paid',
      find: ({ paid, amount }) =>
        (paid ?? 0n) > (amount ?? 0n) ? '发放金额大于案款；发放部分不记账，请核对。' : undefined,
    },
  ],
  marks: () => ['key'],
})
export type ReceiptRecord = RecordOf<typeof receiptLayout>

/** 不明款: what the court thought unknown on that day. Nothing is made of it; it is held against the pool. */
export const unknownLayout = layout({
  kind: 'unknown-money',
  title: label('不明案款登记', 'Register of unknown money'),
  hints: ['不明款', '不明案款', '待认领'],
  key: 'serial',
  columns: [
    {
      field: 'arrivedOn',
      title: '到账日期',
      type: 'date',
      required: true,
      synonyms: ['到款日期', '收款日期', '入账日期'],
    },
    {
      field: 'amount',
      title: '金额',
      type: 'money',
      required: true,
      synonyms: ['款项金额', '到账金额', '不明款金额', '到款金额'],
    },
    { field: 'payer', title: '付款人', type: 'text', synonyms: ['缴款人', '对方户名', '汇款人'] },
    {
      field: 'serial',
      title: '银行流水号',
      type: 'text',
      required: true,
      synonyms: ['银行流水', '流水号', '交易流水号'],
    },
    { field: 'memo', title: '附言', type: 'text', prose: true, synonyms: ['摘要附言', '用途', '摘要', '备注'] },
    {
      field: 'state',
      title: '状态',
      type: 'text',
      required: true,
      synonyms: ['目前状态', '认领状态', '处理状态', '认领情况'],
    },
  ],
  marks: () => ['key'],
})
export type UnknownRecord = RecordOf<typeof unknownLayout>
