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
  readonly judgement: SealJudgement | 'journal-differs' | 'missing'
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
  const told = await sealsTold(client, court)
  const kept = rows.map((seal) => ({ day: seal.day, seq: seal.seq, judgement: asTold(seal, told, court, dataDir) }))
  const gone = told.filter(({ day }) => !rows.some((seal) => seal.day === day))
  return [...kept, ...gone.map(({ day, seq }) => ({ day, seq, judgement: 'missing' as const }))]
}

type Told = { readonly day: string; readonly seq: string; readonly seal: string }

/** The seals that the journal says were set: one taken away or exchanged contradicts it. */
async function sealsTold(client: ClientBase, court: string): Promise<readonly Told[]> {
  const { rows } = await client.query<Told>(
    `select fact ->> 'day' as day, fact ->> 'seq' as seq, fact ->> 'seal' as seal
     from (select text::json -> 'fact' as fact from kernel_journal where court_id = $1 and type = 'audit.head-sealed') told`,
    [court],
  )
  return rows
}

function asTold(seal: Seal, told: readonly Told[], court: string, dataDir: string): SealReport['judgement'] {
  const judgement = judge(seal, court, dataDir)
  if (judgement === 'forged' || judgement === 'journal-differs') return judgement
  const entry = told.find(({ day }) => day === seal.day)
  return entry?.seal === seal.signature.toString('hex') ? judgement : 'journal-differs'
}

export function judge(seal: Seal, court: string, dataDir: string): SealReport['judgement'] {
  const { day, seq, hash, signature, sealed_at: sealedAt, standing } = seal
  const judgement = judgeSeal(dataDir, { court, day, seq, hash, sealedAt }, signature)
  if (judgement === 'forged') return judgement
  const stands = seq === '0' || (standing !== null && standing.equals(hash))
  return stands ? judgement : 'journal-differs'
}
