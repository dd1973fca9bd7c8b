import { openClient } from '#kernel/database/connect.ts'
import { verifyChain, type ChainReport } from '#kernel/journal/verify.ts'
import type { Platform } from '#kernel/platform.ts'
import { sealReports, type SealReport } from './seals.ts'

export type CourtReport = {
  readonly court: string
  readonly chain: ChainReport
  readonly seals: readonly SealReport[]
  /** The chain is whole, and no seal was forged or contradicts it. A seal of another key is named and breaks nothing. */
  readonly ok: boolean
  /** What to tell a person. */
  readonly sentence: string
}

/** Reads the whole chain of a court and every seal on it. */
export async function verifyCourt({ url, dataDir }: Platform, court: string): Promise<CourtReport> {
  const client = await openClient(url)
  try {
    await client.query("select set_config('app.court', $1, false)", [court])
    const chain = await verifyChain(client, court)
    const seals = await sealReports(client, court, dataDir)
    const bad = seals.find(({ judgement }) => ['forged', 'journal-differs', 'missing'].includes(judgement))
    return { court, chain, seals, ok: chain.broken === null && bad === undefined, sentence: sentenceFor(chain, bad) }
  } finally {
    await client.end()
  }
}

const grouped = (n: number | string): string => Number(n).toLocaleString('en-US')

function sentenceFor({ entries, broken }: ChainReport, bad: SealReport | undefined): string {
  if (broken) return brokenSentence(broken)
  if (bad) {
    const why = { forged: '签名不符', missing: '已被取走' }[bad.judgement as string] ?? '与轨迹不符'
    return `${bad.day} 的链摘要${why}（第${grouped(bad.seq)}条）。请通知审计管理员与纪检。`
  }
  return `校验通过：${grouped(entries)}条记录首尾相连，未见改动。`
}

export const brokenSentence = ({ seq, expected, found, why }: NonNullable<ChainReport['broken']>): string =>
  `断在第${grouped(seq)}条（${why}），应为 ${short(expected)} 实为 ${short(found)}；此后记录暂不可信，请通知审计管理员与纪检。`

const short = (hash: string): string => (hash.length > 16 ? `${hash.slice(0, 16)}…` : hash)
