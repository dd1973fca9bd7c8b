import { verifyChain } from '#kernel/journal/verify.ts'
import { court } from './court.ts'
import { size } from './importing.ts'
import { inTurns, result, seconds, type Result } from './measure.ts'
import { settle, withOwner, type Bench } from './server.ts'

/** The whole chain verified, against reading the same rows through the driver. */
export async function benchJournal(bench: Bench, empty: string, count: number, runs: number): Promise<Result> {
  const url = await bench.database(empty)
  try {
    await write(url, count)
    return await withOwner(url, async (client) => {
      let entries = 0
      let broken = false
      const verify = async () => {
        const report = await verifyChain(client, court)
        entries = report.entries
        broken = report.broken !== null
      }
      const read = async () => {
        let after = '0'
        for (;;) {
          const { rows } = await client.query<{ seq: string }>({
            name: 'bench_read',
            text: 'select * from kernel_journal where court_id = $1 and seq > $2 order by seq limit 10000',
            values: [court, after],
          })
          after = rows.at(-1)?.seq ?? after
          if (rows.length < 10_000) return
        }
      }
      await verify()
      await read()
      const took = await inTurns(
        runs,
        () => seconds(verify),
        () => seconds(read),
      )
      return result({
        name: 'journal verification',
        size: size(count),
        unit: '/s',
        ours: entries / took.ours,
        bare: entries / took.bare,
        goal: { atLeast: 0.5 },
        beside: { entries, s: took.ours, whole: broken ? 'no' : 'yes' },
      })
    })
  } finally {
    await bench.drop(url)
  }
}

/** Entries as filings leave them, appended by the same function that commands use. */
async function write(url: string, count: number): Promise<void> {
  await withOwner(url, async (client) => {
    for (let done = 0; done < count; done += 5_000) {
      await client.query(
        `select journal_append(jsonb_agg(jsonb_build_object(
           'recordedAt', '2025-01-06T01:02:03.456Z', 'occurredOn', '2025-01-06', 'actor', '019a0000-0000-7000-8000-000000000001',
           'command', 'cases.file-case', 'type', 'cases.case-filed', 'subjects', jsonb_build_array('case:' || gen),
           'text', '{"recordedAt":"2025-01-06T01:02:03.456Z","occurredOn":"2025-01-06","actor":"019a0000-0000-7000-8000-000000000001",'
             || '"command":"cases.file-case","type":"cases.case-filed","subjects":["case:' || gen || '"],"posts":["书记员"],"seed":"' || gen
             || '","fact":{"type":"cases.case-filed","caseId":"' || gen || '","cause":"民间借贷纠纷","basisNumber":"（2024）川1123民初3000号",'
             || '"claimItems":[{"kind":"principal","amountFen":"100000","quoted":"偿还借款。"}],"parties":["某某","某某"]}}')))
         from (select gen_random_uuid()::text as gen from generate_series(1, $1)) many`,
        [Math.min(5_000, count - done)],
      )
    }
  })
  await settle(url)
}
