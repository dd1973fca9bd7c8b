/** Where a rule or figure comes from; printed beside every result. */
export type Citation = { readonly instrument: string; readonly number: string | null; readonly article: string }

const localRule = '地方规定或本院制度(设置项)'

/** 《民事诉讼法(2023年修正)》第85条, as printed under a calculation; an instrument named inside another stands in 〈〉. */
export function formatCitation({ instrument, article }: Citation): string {
  if (instrument === localRule) return article === '-' ? '本院制度或地方规定' : `本院制度或地方规定（${article}）`
  const title = `《${instrument.replaceAll('《', '〈').replaceAll('》', '〉')}》`
  if (article === '-' || article === '全文') return title
  const item = /^(\d+)\((\d+)\)$/.exec(article)
  if (item) return `${title}第${item[1]}条第(${item[2]})项`
  return /[\d)]$/.test(article) ? `${title}第${article.replaceAll(', ', '、')}条` : `${title}${article}`
}
