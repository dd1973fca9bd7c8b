import { headingForms } from './heading.ts'

/** Words that courts use for one another in headings; each row: how it is compared, and what it is written as. */
const alike: readonly (readonly [string, RegExp])[] = [
  ['', /实际|本案|有关|相关|法律(?=文书)|(?<=.)的(?=.)|^已(?=[^经])/g],
  ['证件号', /(?:公民)?身份证(?:件|号)?(?:号码?)?|证(?:件|照)号码?|证件资料/g],
  ['电话', /(?:联系|手机|联络)?电话(?:号码)?|联系方式|手机(?:号码?)?/g],
  ['日', /日期|时间|年月日|日子|时点/g],
  ['原因', /事由|理由|缘由/g],
  ['单位', /部门|机关|机构/g],
  ['类型', /类别|种类|性质/g],
  ['标的', /标的(?:金额|数额|额|款)/g],
  ['额', /金额|数额|款额|款项|额度/g],
  ['情况', /状态|状况|情形/g],
  ['结果', /结论/g],
  ['方式', /途径|路径|形式|渠道/g],
  ['号', /编号|号码|字号/g],
  ['是否', /有无|是不是/g],
  ['承办人', /(?:承办|经办|主办|执行)(?:法官|人员|人)|承办人姓名/g],
  ['起始', /开始/g],
  ['届满', /到期|期满/g],
  ['限制消费', /限制高消费|限高|限消/g],
  ['纳入', /列入/g],
  ['发布', /公告|公布/g],
  ['核查', /核实|查核/g],
  ['处置', /处理|处警/g],
  ['化解', /解决/g],
  ['反馈', /报送|上报/g],
  ['等级', /级别|程度/g],
  ['牵头', /责任|主责/g],
  ['期次', /期数|批次/g],
  ['联络', /联系/g],
  ['悬赏', /赏金|奖金|奖励/g],
  ['比例', /比率/g],
  ['到账', /入账|到款|收款/g],
  ['缴款', /交款|缴纳|交纳/g],
  ['删除', /屏蔽|撤下|撤销/g],
  ['时长', /小时数|时间长度/g],
  ['天数', /日数|期限天/g],
  ['人', /人员/g],
  ['审批', /批准/g],
  ['移送', /移交/g],
  ['放弃', /减免|核减/g],
]
/** 送达执行通知书日期 is 执行通知书送达日期. */
const servedFirst = /^送达(.+)日$/
const nameAtEnd = /(?<=..)(?:姓名|名称|名字|姓名名称)$/

const known = new Map<string, string>()
const knownAtMost = 5_000

function worded(form: string): string {
  let text = form.replace(nameAtEnd, '').replaceAll('%', '')
  for (const [plain, words] of alike) text = text.replace(words, plain)
  return text.replace(servedFirst, '$1送达日')
}

/**
 * A heading in the plainest words that mean the same: 来电时刻 stays itself, 送拘时间 and 送拘日期 are both 送拘日. Two
 * headings of one wording are taken for one only where the cells agree.
 */
export function wordingOf(heading: string): string {
  const found = known.get(heading)
  if (found !== undefined) return found
  if (known.size >= knownAtMost) known.clear()
  const wording = worded(headingForms(heading).at(-1) ?? '')
  known.set(heading, wording)
  return wording
}
