import { sql } from 'kysely'
import { z } from 'zod'
import { query, reading } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { ChainState, SealRow } from '../contract.ts'
import { keyIdOf, publicSealKey, signatureOf } from '../seal-key.ts'
import { judge, type Seal } from '../seals.ts'

/** The signed heads, newest first. */
export const seals = query({
  name: 'audit.seals',
  title: label('链摘要', 'Sealed heads'),
  may: 'audit.read',
  input: z.object({}),
  row: SealRow,
  rows: (db) =>
    db
      .selectFrom('kernel_chain_seal')
      .select([
        'day',
        'seq',
        sql<string>`encode(hash, 'hex')`.as('hash'),
        'sealed_at as sealedAt',
        sql<string>`encode(substr(signature, 1, 8), 'hex')`.as('keyId'),
        sql<string>`encode(substr(signature, 9), 'base64')`.as('signature'),
      ]),
  scope: {},
  orders: [['-day']],
  columns: {
    day: label('日期', 'Day'),
    seq: label('末条', 'Last entry'),
    hash: label('摘要', 'Hash'),
    sealedAt: label('封存时间', 'Sealed at'),
    keyId: label('密钥', 'Key'),
    signature: label('签名', 'Signature'),
  },
})

/** Where the chain stands, and whether its last seal still fits. */
export const chain = reading({
  name: 'audit.chain',
  title: label('链状态', 'State of the chain'),
  may: 'audit.read',
  input: z.object({}),
  output: ChainState,
  read: async (tx) => {
    const head = await tx.db.selectFrom('kernel_chain').select(['seq', 'hash']).executeTakeFirst()
    const { rows } = await tx.client.query<Seal>(
      `select s.day, s.seq, s.hash, s.signature, s.sealed_at, j.hash as standing
       from kernel_chain_seal s
       left join kernel_journal j on j.court_id = s.court_id and j.seq = s.seq
       where s.court_id = current_court() order by s.day desc limit 1`,
    )
    const [seal] = rows
    return {
      head: head?.seq ?? '0',
      hash: head?.hash.toString('hex') ?? '',
      lastSeal: seal
        ? {
            day: seal.day,
            seq: seal.seq,
            hash: seal.hash.toString('hex'),
            sealedAt: seal.sealed_at,
            keyId: keyIdOf(seal.signature),
            signature: signatureOf(seal.signature),
          }
        : null,
      publicKey: publicSealKey(tx.platform.dataDir),
      sealHolds: seal ? judge(seal, tx.court, tx.platform.dataDir) === 'good' : null,
    }
  },
})
