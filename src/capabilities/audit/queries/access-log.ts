import { query } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { AccessFilter, AccessRow } from '../contract.ts'
import { accessRows } from './journal-rows.ts'

/** 谁看了谁: every act that showed personal data, with its purpose. */
export const accessLog = query({
  name: 'audit.access-log',
  title: label('查看记录', 'Access log'),
  may: 'audit.read',
  input: AccessFilter,
  row: AccessRow,
  rows: (db, { actorId, subject, days }, { now }) =>
    accessRows(db)
      .$if(actorId !== undefined, (q) => q.where('j.actor_id', '=', actorId ?? ''))
      .$if(days !== undefined, (q) =>
        q.where('j.recorded_at', '>', now.subtract({ hours: 24 * (days ?? 0) }).toString()),
      )
      .$if(subject !== undefined, (q) => q.where('j.stream', '=', subject ?? '')),
  scope: {},
  orders: [['-seq']],
  columns: {
    seq: label('号', 'No.'),
    recordedAt: label('时间', 'When'),
    actor: label('谁看', 'Who'),
    posts: label('岗位', 'Post'),
    subject: label('看了谁', 'Whom'),
    act: label('看了什么', 'What'),
    purpose: label('用途', 'Purpose'),
  },
})
