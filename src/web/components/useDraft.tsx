import { useState, type ReactNode } from 'react'
import type { z } from 'zod'
import { label } from '#kernel/values/labels.ts'
import { draftOf, dropDraft, keepDraft } from '../drafts.ts'
import { useKeys } from '../keys/useKeys.tsx'
import { useLabels } from '../language.ts'
import { useSession } from '../session.ts'
import { useAnnounce } from './Announcer.tsx'
import { Message } from './Message.tsx'

const labels = {
  save: label('存草稿', 'Save the draft'),
  saved: label(
    '草稿已存，再打开这张表会带出来；退出登录即清除。',
    'Saved; this form brings it back until you sign out.',
  ),
  notSaved: label('浏览器不让存草稿，请先办完再离开。', 'This browser keeps no drafts.'),
  brought: label('已带出上次没办完的草稿。', 'Your unfinished draft is back.'),
  without: label('不用草稿', 'Start afresh'),
}

type Drafted<Kept extends z.ZodType, Value> = {
  /** Which form of which record. */
  readonly form: string
  readonly schema: Kept
  /** The form as it is opened without a draft. */
  readonly fresh: () => Value
  readonly pack: (value: Value) => z.output<Kept>
  readonly unpack: (kept: z.output<Kept>) => Value
}

/**
 * What a form holds. `Alt S` keeps it; opened again by the same person, the form begins with it. `told` says that a draft
 * was brought back and how to do without it.
 */
export function useDraft<Kept extends z.ZodType, Value>({ form, schema, fresh, pack, unpack }: Drafted<Kept, Value>) {
  const t = useLabels(labels)
  const announce = useAnnounce()
  const key = `${useSession().actor.id} ${form}`
  const [kept, setKept] = useState(() => draftOf(key, schema))
  const [value, setValue] = useState(() => (kept === undefined ? fresh() : unpack(kept)))
  const keep = () => announce(keepDraft(key, pack(value)) ? t.saved : t.notSaved)
  useKeys('record', [{ keys: 'alt+s', title: labels.save, run: keep }])
  const without = () => {
    dropDraft(key)
    setKept(undefined)
    setValue(fresh())
  }
  const told: ReactNode = kept !== undefined && (
    <Message tone="info" role="status">
      {t.brought}{' '}
      <button type="button" className="dx-link" onClick={without}>
        {t.without}
      </button>
    </Message>
  )
  return { value, setValue, told, drop: () => dropDraft(key) }
}
