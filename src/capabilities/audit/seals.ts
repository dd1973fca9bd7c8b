import type { ClientBase } from 'pg'
import { judgeSeal, type SealJudgement } from './seal-key.ts'

export type Seal = {
  readonly day: string
  readonly seq: string
  readonly hash: Buffer
  readonly signature: Buffer
  readonly sealed_at: string
  /** The hash that the journal has at that number now. */
  readonly standing: Buffer | null
}

export type SealReport = {
  readonly day: string
  readonly seq: string
  readonly judgement: SealJudgement | 'journal-differs'
}

/** Every seal of a court against its key and against the journal as it stands. */
export async function sealReports(client: ClientBase, court: string, dataDir: string): Promise<readonly SealReport[]> {
  const { rows } = await client.query<Seal>(
    `select s.day, s.seq, s.hash, s.signature, s.sealed_at, j.hash as standing
     from kernel_chain_seal s
     left join kernel_journal j on j.court_id = s.court_id and j.seq = s.seq
     where s.court_id = $1 order by s.day`,
    [court],
  )
  return rows.map((seal) => ({ day: seal.day, seq: seal.seq, judgement: judge(seal, court, dataDir) }))
}

export function judge(seal: Seal, court: string, dataDir: string): SealReport['judgement'] {
  const { day, seq, hash, signature, sealed_at: sealedAt, standing } = seal
  const judgement = judgeSeal(dataDir, { court, day, seq, hash, sealedAt }, signature)
  if (judgement === 'forged') return judgement
  const stands = seq === '0' || (standing !== null && standing.equals(hash))
  return stands ? judgement : 'journal-differs'
}
