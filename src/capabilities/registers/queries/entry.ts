import type { Tx } from '#kernel/database/transaction.ts'
import { mayTouch, type Occasion } from '#kernel/occasion.ts'
import { outsideScope } from '#kernel/pipeline/problems.ts'
import { isRefusal } from '#kernel/problem.ts'
import { reading } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { AskEntry, EntryHistory } from '../contract.ts'
import { tableOf, type Register } from '../declaration.ts'
import { entryKind, type Entry } from '../entry-kind.ts'
import { noSuchRegister } from '../problems.ts'
import { readPermission } from '../reach.ts'

/** What lies behind one entry: who recorded it, what a sheet said beside it, and what may be done with it now. */
export const entry = reading({
  name: 'registers.entry',
  title: label('台账记录', 'Register entry'),
  may: 'registers.open',
  reach: 'anyone',
  input: AskEntry,
  output: EntryHistory,
  read: async (tx, { register: name, entryId }, occasion) => {
    const keeping = tx.platform.registry.gather('registers').find(({ register }) => register.name === name)
    if (!keeping) return noSuchRegister()
    const { register } = keeping
    const kind = entryKind(register)
    const record = await kind.load(tx, entryId, false)
    if (isRefusal(record)) return record
    if (!mayTouch(occasion.actor, readPermission(register), kind.belongs(record))) return outsideScope(register.title)
    return { ...(await originOf(tx, register, entryId)), entryId, acts: await actsOn(tx, register, record, occasion) }
  },
})

type Origin = {
  readonly recordedBy: string | null
  readonly recordedAt: string
  readonly batchId: string | null
  readonly extra: Record<string, string>
}

async function originOf(tx: Tx, register: Register, entryId: string): Promise<Origin> {
  const { rows } = await tx.client.query<Origin>(
    `select s.name as "recordedBy", e.recorded_at as "recordedAt", e.batch_id as "batchId", e.extra
     from ${tableOf(register)} e
     left join identity_staff_name s on s.court_id = e.court_id and s.staff_id::text = e.recorded_by
     where e.entry_id = $1`,
    [entryId],
  )
  return rows[0] ?? { recordedBy: null, recordedAt: '', batchId: null, extra: {} }
}

/** Every command on this noun, asked on this entry. */
async function actsOn(tx: Tx, register: Register, record: Entry, occasion: Occasion) {
  const kind = entryKind(register)
  const acts = []
  for (const command of tx.platform.registry.commands.values()) {
    if (command.record?.kind !== register.name) continue
    const verdict = await command.offer(tx, record.entryId, occasion)
    if (verdict === null) continue
    const refused = isRefusal(verdict)
      ? verdict
      : mayTouch(occasion.actor, command.may, kind.belongs(record))
        ? null
        : outsideScope(command.title)
    acts.push({
      command: command.name,
      title: command.title,
      allowed: refused === null,
      because: refused?.problem.detail.zh ?? null,
    })
  }
  return acts
}
