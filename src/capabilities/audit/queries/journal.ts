import { query } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { JournalFilter, JournalRow } from '../contract.ts'
import { journalRows, startOf } from './journal-rows.ts'

/** The journal in words, newest first. */
export const journal = query({
  name: 'audit.journal',
  title: label('审计轨迹', 'Audit trail'),
  may: 'audit.read',
  input: JournalFilter,
  row: JournalRow,
  rows: (db, { actorId, command, subject, from, to }) =>
    journalRows(db)
      .$if(actorId !== undefined, (q) => q.where('j.actor_id', '=', actorId ?? ''))
      .$if(command !== undefined, (q) => q.where('j.command', '=', command ?? ''))
      .$if(from !== undefined, (q) => q.where('j.recorded_at', '>=', from ? startOf(from) : ''))
      .$if(to !== undefined, (q) => q.where('j.recorded_at', '<', to ? startOf(to.add({ days: 1 })) : ''))
      .$if(subject !== undefined, (q) =>
        q.where(({ exists, selectFrom }) =>
          exists(
            selectFrom('kernel_subject as o')
              .select('o.seq')
              .whereRef('o.court_id', '=', 'j.court_id')
              .whereRef('o.seq', '=', 'j.seq')
              .where('o.subject', '=', subject ?? ''),
          ),
        ),
      ),
  scope: {},
  orders: [['-seq']],
  columns: {
    seq: label('号', 'No.'),
    recordedAt: label('时间', 'Recorded'),
    actor: label('人', 'Who'),
    posts: label('岗位', 'Post'),
    act: label('动作', 'Act'),
    subject: label('对象', 'Object'),
    change: label('改动', 'Change'),
    occurredOn: label('发生日期', 'Happened on'),
    hash: label('哈希', 'Hash'),
  },
})
