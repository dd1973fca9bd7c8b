import type { StatementField } from './columns.ts'

const whose = '(?:交易)?(?:对方|对手|往来|收付款?[方人])'
const sum = '(?:金额|数额|发生额|额)'

/** How banks build the names of their columns; asked only where a heading is none of the known ones. */
const forms: readonly (readonly [StatementField, RegExp])[] = [
  ['day', /^(?:交易|记[账帐]|入[账帐]|业务|发生|账务|会计|过账)(?:日|日期(?:及|和|与)?时间|年月日)$/],
  ['time', /日期(?:及|和|与)时间$/],
  ['balance', /^(?!期初|上期|昨日|起始).*(?:余额|结余)$/],
  ['direction', /^(?:收支|借贷|收付|来往账?|往来账|进出账?)(?:方向|标志|标识|类型|性质|状态)?$/],
  ['incoming', new RegExp(`^(?:贷方|收方|收入|存入|转入|来账|入账|进账)(?:收入)?${sum}$`)],
  ['outgoing', new RegExp(`^(?:借方|付方|支出|支取|转出|往账|出账)(?:支出|支取)?${sum}$`)],
  ['amount', new RegExp(`^(?:交易|发生|业务|记账)${sum}$`)],
  ['peerAccount', new RegExp(`^${whose}[^名]*(?:[账帐]号|[账帐]户号码?|卡号)$`)],
  ['peerName', new RegExp(`^${whose}(?:单位|[账帐]户|客户|户)?(?:名|名称|户名|姓名|全称)(?:[及与和][账帐]号)?$`)],
  ['memo', /附言|用途|备注/],
  ['summary', /摘要$/],
  ['serial', /(?:流水|日志|参考|业务编)(?:编?号|序号)?$/],
]

/** The fields that a heading names by the way it is built: 银行业务流水号, 交易后账户余额. */
export const meantBy = (heading: string): readonly StatementField[] =>
  forms.flatMap(([field, form]) => (form.test(heading) ? [field] : [])).slice(0, 2)
