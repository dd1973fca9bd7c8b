import { inSimplified } from './simplified.ts'

export const nameKey = (name: string): string => inSimplified(name.normalize('NFKC')).replaceAll(/[\s·・•]/g, '')

/** A name of the register that stands in a text. */
export type NameInText = {
  readonly name: string
  /** Nothing beside it could make it part of a longer name or of another word: 代张三付, not 张三丰 or 和平路. */
  readonly standsAlone: boolean
}

/** What may stand before a name, and what after it, without being part of one. */
const before =
  /(?:^|[\d\p{P}\p{S}A-Za-z]|代为?|替|付给?|给|为|还|由|帮|与|和|及|诉|收到?|人|方|款|号|欠|申请|被告|原告|案|法院|执行|名下?|支付|偿还|履行|转账?|汇|缴|交|退)$/u
const after =
  /^(?:$|[\d\p{P}\p{S}A-Za-z]|执|案|款|付|还|的|等|代|支|偿|欠|履|法院|交|缴|转|汇|先生|女士|同志|与|和|及|诉|申请|名下|民间|借|赔|结|分期|首|尾|第|本金|利息|货款|工资|罚|余)/u

/** Looks at each place of a text only for names that begin with its two characters; the longest at a place is meant. */
export function finderOf(names: Iterable<string>): (text: string) => readonly NameInText[] {
  const known = new Set(names)
  const lengths = new Map(
    [...Map.groupBy(known, (name) => name.slice(0, 2))].map(([start, own]) => [
      start,
      [...new Set(own.map(({ length }) => length))].toSorted((a, b) => b - a),
    ]),
  )
  return (text) => {
    const found = new Map<string, NameInText>()
    let end = 0
    for (let at = 0; at + 1 < text.length; at++) {
      const long = lengths.get(text.slice(at, at + 2))?.find((length) => known.has(text.slice(at, at + length)))
      // 张三 inside 张三丰 is nobody else.
      if (long === undefined || at + long <= end) continue
      end = at + long
      const name = text.slice(at, end)
      const standsAlone = before.test(text.slice(0, at)) && after.test(text.slice(end))
      if (standsAlone || !found.has(name)) found.set(name, { name, standsAlone })
    }
    return [...found.values()]
  }
}

const region = /^(?:[\u4e00-\u9fff]{2,3}(?:省|自治区))?(?:[\u4e00-\u9fff]{2,4}?市)?(?:[\u4e00-\u9fff]{2,4}?[县区])?/
const form =
  /(?:股份有限|有限责任|集团有限|有限)?公司(?:[\u4e00-\u9fff]{2,8}?(?:分公司|支行|分行|营业部))?$|(?:专业)?合作社$|合伙企业(?:[(（]有限合伙[)）])?$|(?:分公司|支公司|支行|分行)$/
const shortest = 4

/** 虚岭县青鹭建材有限公司 and 青鹭建材公司 have 青鹭建材 in common; null for a name that is no firm's. */
export function firmKey(name: string): string | null {
  const plain = nameKey(name)
  if (!form.test(plain)) return null
  const bare = plain.replace(form, '')
  const local = bare.replace(region, '')
  const core = local.length >= shortest ? local : bare
  return core.length >= shortest ? core : null
}
