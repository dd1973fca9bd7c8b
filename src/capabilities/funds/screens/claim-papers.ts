import { z } from 'zod'
import type { Tx } from '#kernel/database/transaction.ts'
import { fileBytes } from '#kernel/files/store.ts'
import { mayTouch } from '#kernel/occasion.ts'
import { outsideScope } from '#kernel/pipeline/problems.ts'
import { isRefusal, type Refusal } from '#kernel/problem.ts'
import { download, type Download } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { ClaimPaper } from '../claims/contract.ts'
import { noSuchPaper, noSuchProposal } from '../claims/problems.ts'
import { claimMatter } from '../claims/proposal.ts'
import { claimRecord } from '../commands/claims.ts'

const { fileId } = ClaimPaper.shape
const shown = ['application/pdf', 'image/png', 'image/jpeg']
const mediaTypes = [...shown, 'application/octet-stream']

/** The bytes as they were sent; what a browser would run instead of show leaves as bytes alone. */
async function paperOf(tx: Tx, { fileId: id, fileName }: z.output<typeof ClaimPaper>): Promise<Download> {
  const { media_type: sent } = await tx.db
    .selectFrom('kernel_file')
    .select('media_type')
    .where('file_id', '=', id)
    .executeTakeFirstOrThrow()
  const mediaType = shown.includes(sent) ? sent : 'application/octet-stream'
  return { bytes: await fileBytes(tx, id), mediaType, fileName }
}

const title = label('认领凭证', 'Papers of a claim')

/** 认领凭证: what showed whose the money is, for whoever may see the claim. */
export const claimPaper = download({
  name: 'funds.claim-paper',
  title,
  may: 'funds.read',
  reach: 'anyone',
  input: z.object({ claimId: z.uuid(), fileId }),
  mediaTypes,
  read: async (tx, { claimId, fileId: id }, { actor }): Promise<Download | Refusal> => {
    const claim = await claimRecord.load(tx, claimId, false)
    if (isRefusal(claim)) return claim
    if (!mayTouch(actor, 'funds.read', claimRecord.belongs(claim))) return outsideScope(title)
    const { rows } = await tx.client.query<{ fileId: string; fileName: string }>(
      `select file_id as "fileId", file_name as "fileName" from funds_claim_paper where claim_id = $1 and file_id = $2`,
      [claimId, id],
    )
    return rows[0] ? paperOf(tx, rows[0]) : noSuchPaper()
  },
})

/** The same before the claim stands: the second person looks at it first. */
export const proposalPaper = download({
  name: 'funds.proposal-paper',
  title: label('待复核认领的凭证', 'Papers of a claim to confirm'),
  may: 'funds.claim',
  input: z.object({ approvalId: z.uuid(), fileId }),
  mediaTypes,
  read: async (tx, { approvalId, fileId: id }): Promise<Download | Refusal> => {
    const proposal = await claimMatter.find(tx, approvalId, false)
    if (!proposal) return noSuchProposal()
    const paper = proposal.papers.find((one) => one.fileId === id)
    return paper ? paperOf(tx, paper) : noSuchPaper()
  },
})
