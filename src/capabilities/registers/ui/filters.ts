import type { z } from 'zod'
import { EntryFilter } from '../contract.ts'
import type { Register, View } from '../declaration.ts'
import { label } from '#kernel/values/labels.ts'
import { plainText } from '#kernel/values/text.ts'

export const viewsOf = ({ views = [] }: Register): readonly View[] => [
  { id: 'all', title: label('全部', 'All'), filter: {} },
  ...views,
  { id: 'marked', title: label('有提示', 'Marked'), filter: { marked: true } },
  { id: 'withdrawn', title: label('已撤销', 'Withdrawn'), filter: { withdrawn: true } },
]

type Search = Readonly<Record<string, unknown>>
type Filter = z.output<ReturnType<typeof EntryFilter>>

/** What the address narrows the list by; what it does not understand it leaves out. */
export function narrowingIn(register: Register, search: Search): Search {
  const { shape } = EntryFilter(register)
  return Object.fromEntries(
    Object.entries(search).filter(
      ([name, value]) => name in shape && (shape[name] as z.ZodType).safeParse(value).success,
    ),
  )
}

export const filterOf = (register: Register, view: View, narrowing: Search): Filter =>
  EntryFilter(register).parse({ ...view.filter, ...narrowing })

/** A narrowing in words: 送拘日期 2024-01-01 起. */
export function wordsOf(
  register: Register,
  narrowing: Search,
): readonly { readonly name: string; readonly text: string }[] {
  const day = register.fields[plainText(narrowing['day'] ?? register.day)]?.title.zh ?? ''
  const titles = (names: string) =>
    names
      .split(',')
      .map((name) => register.fields[name]?.title.zh ?? name)
      .join('、')
  const say = (name: string, value: string): string => {
    switch (name) {
      case 'from':
        return `${day} ${value} 起`
      case 'to':
        return `${day} ${value} 止`
      case 'within':
        return `${day} ${value} 天内`
      case 'past':
        return value === '0' ? `${day} 今天` : `${day} 近 ${value} 天`
      case 'has':
        return `有${titles(value)}`
      case 'lacks':
        return `无${titles(value)}`
      case 'caseId':
        return '本案'
      case 'partyId':
        return '此人'
      case 'mine':
        return '我的'
      default:
        return `${register.fields[name]?.title.zh ?? name} ${value === 'true' ? '是' : value === 'false' ? '否' : value}`
    }
  }
  return Object.entries(narrowing)
    .filter(([name]) => name !== 'day' && name !== 'text')
    .map(([name, value]) => ({ name, text: say(name, String(value)) }))
}
