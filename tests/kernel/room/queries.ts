import { z } from 'zod'
import { download, query, reading, recordReading } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { claimRecord } from './commands.ts'

const ClaimRow = z.object({
  claimId: z.uuid(),
  number: z.int(),
  title: z.string(),
  amountFen: z.string().regex(/^-?\d+$/),
  filedOn: z.string(),
  handlerId: z.string(),
  teamId: z.string().nullable(),
  unit: z.string().nullable(),
})

export const claims = query({
  name: 'trial.claims',
  title: label('事项', 'Claims'),
  may: 'trial.read',
  input: z.object({ titleHas: z.string().max(40).optional() }),
  row: ClaimRow,
  rows: (db, { titleHas }) =>
    db
      .selectFrom('trial_claim')
      .select([
        'claim_id as claimId',
        'number',
        'title',
        'amount_fen as amountFen',
        'filed_on as filedOn',
        'handler_id as handlerId',
        'team_id as teamId',
        'unit',
      ])
      .$if(titleHas !== undefined, (q) => q.where('title', 'like', `%${titleHas}%`)),
  scope: { own: ['handlerId'], team: 'teamId', unit: 'unit' },
  orders: [
    ['filedOn', '-amountFen', 'claimId'],
    ['number', 'claimId'],
  ],
  sums: ['amountFen'],
  columns: {
    number: label('序号', 'No.'),
    title: label('名称', 'Title'),
    amountFen: label('金额', 'Amount'),
    filedOn: label('立案日期', 'Filed'),
  },
})

export const claim = recordReading({
  name: 'trial.claim',
  title: label('事项', 'Claim'),
  may: 'trial.read',
  record: claimRecord,
  input: z.object({}),
  output: z.object({ amountFen: z.string(), version: z.int() }),
  read: async (_tx, { amount, version }) => ({ amountFen: amount.toString(), version }),
})

export const claimCount = reading({
  name: 'trial.count',
  title: label('事项数', 'Number of claims'),
  may: 'trial.read',
  input: z.object({}),
  output: z.object({ count: z.int() }),
  read: async (tx) => {
    const found = await tx.client.query<{ count: number }>('select count(*)::int as count from trial_claim')
    return { count: found.rows[0]?.count ?? 0 }
  },
})

export const claimText = download({
  name: 'trial.text',
  title: label('事项清单文本', 'Claims as text'),
  may: 'trial.read',
  input: z.object({}),
  mediaTypes: ['text/plain'],
  read: async () => ({ bytes: Buffer.from('事项'), mediaType: 'text/plain', fileName: '事项.txt' }),
})
