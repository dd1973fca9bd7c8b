import { z } from 'zod'
import { setting } from '#capabilities/operations'
import { label } from '#kernel/values/labels.ts'

export const virtualPrefix = setting({
  key: 'funds.virtual-prefix',
  title: label('案款专用账号前缀', 'Prefix of case account numbers'),
  hint: label(
    '银行为本院案款专户约定的号段前缀，只填数字。不填则不自动编号。',
    'Digits agreed with the bank. Empty: no number is given by itself.',
  ),
  schema: z.string().regex(/^\d{0,26}$/),
  fallback: '',
})
export const virtualDigits = setting({
  key: 'funds.virtual-digits',
  title: label('案款专用账号序号位数', 'Digits after the prefix'),
  hint: label('前缀之后的序号位数，前面补零。', 'Padded with zeros.'),
  schema: z.int().min(4).max(10),
  fallback: 6,
})
export const virtualBank = setting({
  key: 'funds.virtual-bank',
  title: label('案款专户开户行', 'Bank of the case-money account'),
  hint: label('印在执行通知书上。', 'Printed on notices to pay.'),
  schema: z.string().max(80),
  fallback: '',
})
export const virtualHolder = setting({
  key: 'funds.virtual-holder',
  title: label('案款专户户名', 'Holder of the case-money account'),
  hint: label('印在执行通知书上。', 'Printed on notices to pay.'),
  schema: z.string().max(80),
  fallback: '',
})
export const virtualAtFiling = setting({
  key: 'funds.virtual-at-filing',
  title: label('立案即编专用账号', 'Number given at filing'),
  hint: label(
    '1：立案时即为案件编号；0：首次到款或者办案人员需要时编号。',
    '1: at filing; 0: with the first money, or on demand.',
  ),
  schema: z.int().min(0).max(1),
  fallback: 0,
})
export const virtualPerDebtor = setting({
  key: 'funds.virtual-per-debtor',
  title: label('一案一人一账号', 'A number for each debtor'),
  hint: label('1：立案编号时每名被执行人另编一个；0：一案一个。', '1: each debtor of a case gets one as well.'),
  schema: z.int().min(0).max(1),
  fallback: 0,
})
export const virtualSettings = [
  virtualPrefix,
  virtualDigits,
  virtualBank,
  virtualHolder,
  virtualAtFiling,
  virtualPerDebtor,
] as const
