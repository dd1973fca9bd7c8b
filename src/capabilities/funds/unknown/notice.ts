import { formatYuan } from '#kernel/values/money.ts'

type Noticed = { readonly on: string; readonly openFen: bigint; readonly untilOn: string }

/** 认领公告: names day and sum and nobody, so that only whoever paid it can say the rest. */
export const noticeText = ({ on, openFen, untilOn }: Noticed): string =>
  `本院执行款专户于 ${on} 收到一笔款项 ${formatYuan(openFen)} 元，尚不能确定所属案件。请付款人或者案件当事人于 ${untilOn} 前持付款凭证到本院认领；逾期将依照规定处理。`
