import type { ChainReport } from '#kernel/journal/verify.ts'
import { refuse } from '#kernel/problem.ts'
import { label } from '#kernel/values/labels.ts'
import { brokenSentence } from './verify-court.ts'

export const chainBroken = (broken: NonNullable<ChainReport['broken']>) =>
  refuse({
    type: '/problems/audit/chain-broken',
    status: 409,
    title: label('链校验没有通过', 'The chain is broken'),
    detail: label(brokenSentence(broken), `Broken at entry ${broken.seq}; what follows cannot be trusted.`),
    parameters: { seq: broken.seq, expected: broken.expected, found: broken.found },
  })

export const sealedToday = (day: string) =>
  refuse({
    type: '/problems/audit/sealed-today',
    status: 409,
    title: label('今日已封存', 'Sealed today'),
    detail: label(`${day} 的链摘要已经签名封存。明日再封。`, `The head of ${day} is sealed already.`),
  })
