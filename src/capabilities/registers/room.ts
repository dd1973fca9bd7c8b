import type { RecordNames } from '#capabilities/operations'
import { capability, type Capability } from '#kernel/capability.ts'
import { label, type Label } from '#kernel/values/labels.ts'
import { dayIn } from './check.ts'
import { correctEntry, takeStep, withdrawAnEntry } from './commands/change.ts'
import { recordEntry } from './commands/record.ts'
import { sectionsOf } from './debtor-section.ts'
import type { Register } from './declaration.ts'
import { intakeOf } from './intake.ts'
import type { Keeping } from './keeping.ts'
import { listOf } from './list.ts'
import { readPermission, recordPermission } from './reach.ts'
import { followNeighbours } from './follow-cases.ts'
import { findEntries } from './store.ts'
import { timelineOf, toldOf } from './timeline.ts'

declare module '#kernel/capability.ts' {
  interface Contributions {
    readonly registers?: readonly Keeping[]
  }
}

export type RegisterRoom = Omit<Capability, 'name' | 'title' | 'migrations'> & {
  readonly name: string
  readonly title: Label
  readonly migrations: URL
  readonly registers: readonly [Keeping, ...Keeping[]]
}

/** A room that keeps registers: what each declares becomes commands, lists, ledgers, timeline and the view of a person. */
export function registerRoom({ registers: kept, ...room }: RegisterRoom): Capability {
  const registers = kept.map(({ register }) => register)
  const [first] = kept
  return capability({
    ...room,
    permissions: {
      [readPermission(first.register)]: {
        title: label(`查看${room.title.zh}`, `Read: ${room.title.en}`),
        personalData: true,
      },
      [recordPermission(first.register)]: { title: label(`登记${room.title.zh}`, `Record: ${room.title.en}`) },
      ...room.permissions,
    },
    commands: [...kept.flatMap(commandsOf), ...(room.commands ?? [])],
    queries: [...registers.map(listOf), ...(room.queries ?? [])],
    ledgers: [...kept.map(({ register, checks }) => intakeOf(register, checks)), ...(room.ledgers ?? [])],
    reactions: [...kept.flatMap(followNeighbours), ...(room.reactions ?? [])],
    timeline: [timelineOf(registers), ...(room.timeline ?? [])],
    debtorSections: [...sectionsOf(registers), ...(room.debtorSections ?? [])],
    recordNames: {
      ...Object.fromEntries(registers.map((register) => [register.name, namesOf(register)])),
      ...room.recordNames,
    },
    registers: kept,
  })
}

const commandsOf = (keeping: Keeping) => [
  recordEntry(keeping),
  ...(keeping.register.steps ?? []).map((step) => takeStep(keeping, step)),
  correctEntry(keeping),
  withdrawAnEntry(keeping),
]

/** 拘留 张三，拘留天数 15（2024-05-06）: an entry where only its id is known. */
const namesOf =
  (register: Register): RecordNames =>
  async (tx, ids) => {
    const entries = await findEntries(tx, register, { by: 'entry_id', values: ids.filter((id) => isId.test(id)) })
    return new Map(
      entries.map(({ entryId, record }) => {
        const [told, on] = [toldOf(register, record), dayIn(record, register.day)]
        return [entryId, `${register.title.zh}${told === null ? '' : ` ${told}`}${on === null ? '' : `（${on}）`}`]
      }),
    )
  }

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
