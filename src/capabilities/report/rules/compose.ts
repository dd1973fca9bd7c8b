import type { Mark } from '../contract.ts'
import { figureTitle } from '../catalogue.ts'
import { typedNumbers } from './typed-numbers.ts'

/** A figure as far as a sentence needs it. */
export type Standing = {
  readonly printed: string | null
  readonly imported: boolean
  readonly differs: boolean
  readonly changed: boolean
  /** Why nobody should believe it. */
  readonly doubt: string | null
}
export type Words = { readonly text: string; readonly figure: string | null; readonly mark: Mark | null }

export const notOnRecord = '〔尚无记录〕'
/** Marks room that a person has not filled in yet. */
const blank = '待填'
const slot = /\{(F\d{2}|year|next)\}/

/** The figures a sentence names, each once. */
export const figuresIn = (body: string): readonly string[] => [
  ...new Set([...body.matchAll(/\{(F\d{2})\}/g)].map(([, id = '']) => id)),
]

/** A sentence with its figures in place. One without records says so where the number would stand. */
export function wordsOf(body: string, year: number, figures: ReadonlyMap<string, Standing>): readonly Words[] {
  return body
    .split(slot)
    .map((piece, i): Words => {
      if (i % 2 === 0) return { text: piece, figure: null, mark: piece.includes(blank) ? 'unsupported' : null }
      if (piece === 'year') return { text: String(year), figure: null, mark: null }
      if (piece === 'next') return { text: String(year + 1), figure: null, mark: null }
      const standing = figures.get(piece)
      return { text: standing?.printed ?? notOnRecord, figure: piece, mark: markOf(standing) }
    })
    .filter(({ text }) => text !== '')
}

function markOf(standing: Standing | undefined): Mark | null {
  if (!standing || standing.printed === null) return 'unsupported'
  if (standing.doubt !== null) return 'doubtful'
  if (standing.changed) return 'changed'
  if (standing.differs) return 'differs'
  return standing.imported ? 'imported' : null
}

/** What a sentence claims without anything behind it, in words for the person who must settle it. */
export function lacksOf(body: string, figures: ReadonlyMap<string, Standing>): readonly string[] {
  const missing = figuresIn(body).filter((id) => (figures.get(id)?.printed ?? null) === null)
  return [
    ...missing.map((id) => `${figureTitle(id).zh}：尚无记录支持`),
    ...figuresIn(body).flatMap((id) => {
      const { printed = null, doubt = null } = figures.get(id) ?? {}
      return printed === null || doubt === null ? [] : [`${figureTitle(id).zh} ${printed}：${doubt}`]
    }),
    ...typedNumbers(body).map((number) => `${number}：手写数字，未绑定`),
    ...(body.includes(blank) ? ['待填：案例与成效'] : []),
  ]
}
