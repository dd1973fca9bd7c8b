import type { Tx } from '#kernel/database/transaction.ts'
import type { Registry } from '#kernel/registry.ts'
import { label, type Label } from '#kernel/values/labels.ts'

type Word = { readonly code: string; readonly zh: string; readonly en: string; readonly reveals: boolean }

/** Actors that are no person, whatever room they work for. */
const actors: Readonly<Record<string, Label>> = {
  'actor:operator': label('运行维护', 'Operator'),
  'actor:door': label('登录入口', 'Door'),
  'actor:import': label('导入', 'Import'),
  'actor:sweep': label('定时巡查', 'Nightly sweep'),
  'actor:demo': label('演示数据', 'Demo'),
  'actor:anonymous': label('未登录', 'Not signed in'),
}

export function wordsOf(registry: Registry): readonly Word[] {
  const personal = new Set(
    registry
      .gather('permissions')
      .flatMap((listed) => Object.entries(listed).filter(([, { personalData }]) => personalData === true))
      .map(([permission]) => permission),
  )
  const commands = [...registry.commands.values()].map(({ name, title, may }) => ({
    code: name,
    ...title,
    reveals: personal.has(may),
  }))
  const named = [actors, ...registry.gather('words')].flatMap((listed) =>
    Object.entries(listed).map(([code, title]) => ({ code, ...title, reveals: false })),
  )
  return [...new Map([...named, ...commands].map((word) => [word.code, word])).values()]
}

/** Brings the words up to this version. Words of acts that no longer exist stay. */
export async function syncWords(tx: Tx): Promise<void> {
  await tx.db
    .insertInto('audit_word')
    .values([...wordsOf(tx.platform.registry)])
    .onConflict((conflict) =>
      conflict.columns(['court_id', 'code']).doUpdateSet((eb) => ({
        zh: eb.ref('excluded.zh'),
        en: eb.ref('excluded.en'),
        reveals: eb.ref('excluded.reveals'),
      })),
    )
    .execute()
}
