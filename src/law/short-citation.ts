import { formatCitation, type Citation } from './citation.ts'

/**
 * How a court speaks of an instrument: 民诉解释, not 关于适用《民事诉讼法》的解释(2022年修正). Ordered: a longer name first
 * where one contains another. The full title stands in the tooltip, under every calculation and on every paper.
 */
const spoken: readonly (readonly [RegExp, string])[] = [
  [/^关于适用.民事诉讼法.执行程序若干问题的解释/, '执行程序解释'],
  [/^关于适用.民事诉讼法.的解释/, '民诉解释'],
  [/^关于适用.刑事诉讼法.的解释/, '刑诉解释'],
  [/^民事诉讼法/, '民诉法'],
  [/^关于人民法院执行工作若干问题的规定/, '执行工作规定'],
  [/^关于民事执行中财产调查/, '财产调查规定'],
  [/^关于网络司法拍卖/, '网拍规定'],
  [/^关于公布失信被执行人名单信息/, '失信规定'],
  [/^关于办理财产保全案件/, '财产保全规定'],
  [/^关于民事执行中拍卖、变卖财产/, '拍卖规定'],
  [/^关于办理执行异议和复议案件/, '异议复议规定'],
  [/^关于计算迟延履行期间的债务利息/, '迟延利息解释'],
  [/^关于严格规范终结本次执行程序/, '终本规定'],
  [/^关于确定财产处置参考价/, '参考价规定'],
  [/^关于人民法院办理执行案件若干期限/, '执行期限规定'],
  [/^关于严格执行案件审理期限制度/, '审限规定'],
  [/^关于执行款物管理工作/, '执行款物规定'],
  [/^关于民事执行中查封、扣押、冻结财产/, '查扣冻规定'],
  [/^关于办理拒不执行判决、裁定刑事案件/, '拒执解释'],
  [/^关于限制被执行人高消费/, '限消规定'],
  [/^关于执行案件移送破产审查/, '执转破意见'],
  [/^关于执行和解/, '执行和解规定'],
  [/^关于执行担保/, '执行担保规定'],
  [/^关于委托执行/, '委托执行规定'],
  [/^关于执行案件立案、结案/, '立结案意见'],
  [/^关于在执行工作中进一步强化善意文明/, '善意文明意见'],
  [/^关于人民法院强制执行股权/, '股权执行规定'],
  [/^关于民事执行中变更、追加当事人/, '变更追加规定'],
  [/^关于网络查询、冻结被执行人存款/, '网络查控规定'],
  [/^诉讼费用交纳办法/, '诉讼费办法'],
]

/** A title without 关于, its year of amendment and 若干问题的, for what nobody has a shorter name for. */
const stripped = (title: string): string =>
  title.replace(/[(（]\d{4}年\S{0,2}[)）]|[(（]试行[)）]/g, '').replace(/^关于/, '')

const spokenName = (title: string): string => spoken.find(([full]) => full.test(title))?.[1] ?? stripped(title)

/** 民诉解释§480: the mark of a rule on a screen. */
export const shortCitation = (citation: Citation): string => shortMark(formatCitation(citation))

/** The same made of what `formatCitation` printed: 《…》第480条 in a sentence becomes 民诉解释§480. */
export const shortMark = (printed: string): string =>
  printed.replaceAll(
    /《([^》]+)》(?:第([\d、,()（）\-－—~至 ]+)条(?:第\((\d+)\)项)?)?/g,
    (_, title: string, article, item) => {
      const name = title.startsWith('最高人民法院') ? spokenName(title.slice(6)) : spokenName(title)
      if (typeof article !== 'string') return name
      return `${name}§${article}${typeof item === 'string' ? `(${item})` : ''}`
    },
  )
