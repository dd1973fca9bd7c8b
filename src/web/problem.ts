import { z } from 'zod'
import { label, type Label } from '#kernel/values/labels.ts'
import { currentLanguage } from './language.ts'

const Text = z
  .union([z.string(), z.object({ zh: z.string(), en: z.string() })])
  .transform((text) => (typeof text === 'string' ? text : text[currentLanguage()]))

const Remedy = z.object({ title: Text, command: z.string().optional(), href: z.string().optional() })

/** RFC 9457 as the server writes it. */
export const ProblemDocument = z.object({
  type: z.string(),
  status: z.number(),
  title: Text,
  detail: Text,
  rule: z.string().optional(),
  citation: z.string().optional(),
  remedy: Remedy.optional().catch(undefined),
  pointers: z.array(z.object({ pointer: z.string(), detail: z.string() })).default([]),
  parameters: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  trace: z.string().optional(),
})
export type ProblemDocument = z.output<typeof ProblemDocument>
export type Remedy = z.output<typeof Remedy>

/** A refusal or a failure on its way to the person, thrown by everything that talks to the server. */
export class Problem extends Error {
  readonly document: ProblemDocument
  constructor(document: ProblemDocument) {
    super(document.detail)
    this.name = 'Problem'
    this.document = document
  }
  get status(): number {
    return this.document.status
  }
  /** The server was not reached: the same may be tried again as it is. */
  get isUnreachable(): boolean {
    return this.document.type === unreachableType
  }
  /** Somebody else changed the record since it was read. */
  get isStale(): boolean {
    return this.document.type === '/problems/kernel/stale-version' || this.status === 412
  }
}

const unreachableType = '/problems/web/unreachable'

const own = (name: string, status: number, title: Label, detail: Label) => {
  const language = currentLanguage()
  return new Problem(
    ProblemDocument.parse({
      type: `/problems/web/${name}`,
      status,
      title: title[language],
      detail: detail[language],
    }),
  )
}

export const unreachable = () =>
  own(
    'unreachable',
    0,
    label('网络已断开', 'Not connected'),
    label(
      '网络已断开。已填内容还在，恢复后可以再试。',
      'The server cannot be reached. What you filled in is still here.',
    ),
  )

export const unreadable = (status: number) =>
  own(
    'unreadable',
    status,
    label('没有读出来', 'Could not be read'),
    label(
      `服务器的回答没有读出来（${status}），没有改动任何记录。请重试。`,
      `The answer could not be read (${status}).`,
    ),
  )

/** Whatever was thrown, as something a person can be shown. */
export function asProblem(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown
  // What broke is in the browser's console, in the words of the programme; the reader gets his own.
  return own(
    'page-fault',
    500,
    label('这一块没有显示出来', 'This part could not be shown'),
    label('这一块没有显示出来，其他内容不受影响。', 'This part could not be shown; the rest is not affected.'),
  )
}
