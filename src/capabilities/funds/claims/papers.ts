import type { Tx } from '#kernel/database/transaction.ts'
import type { ClaimPaper } from './contract.ts'

/** Papers that somebody names and nobody sent. */
export async function absentPapers(tx: Tx, papers: readonly ClaimPaper[]): Promise<readonly ClaimPaper[]> {
  if (papers.length === 0) return []
  const kept = await tx.db
    .selectFrom('kernel_file')
    .select('file_id')
    .where(
      'file_id',
      'in',
      papers.map(({ fileId }) => fileId),
    )
    .execute()
  return papers.filter(({ fileId }) => !kept.some(({ file_id: id }) => id === fileId))
}

/** What showed whose the money is stays with every part of it. */
export async function keepPapers(
  { client }: Tx,
  claims: readonly { readonly claimId: string }[],
  papers: readonly ClaimPaper[],
): Promise<void> {
  if (papers.length === 0) return
  await client.query({
    name: 'funds_claim_papers',
    text: `insert into funds_claim_paper (claim_id, file_id, file_name)
           select k.id, p.file_id, p.file_name
           from unnest($1::uuid[]) as k (id), unnest($2::text[], $3::text[]) as p (file_id, file_name)
           on conflict do nothing`,
    values: [
      claims.map(({ claimId }) => claimId),
      papers.map(({ fileId }) => fileId),
      papers.map(({ fileName }) => fileName),
    ],
  })
}
