import { Button } from 'antd'
import { label } from '#kernel/values/labels.ts'
import { useLabels } from '../language.ts'
import { DiffTable } from './DiffTable.tsx'
import { Message } from './Message.tsx'
import './states.css'

/** The record as it is now, read again after somebody else changed it. */
export type Theirs = {
  readonly values: Readonly<Record<string, unknown>>
  readonly version: number
  readonly by?: string
  readonly at?: string
}

type Props = {
  readonly theirs: Theirs
  readonly mine: Readonly<Record<string, unknown>>
  /** The fields compared, with their names. */
  readonly titles: Readonly<Record<string, string>>
  /** A value as a person reads it. */
  readonly show: (field: string, value: unknown) => string | null
  readonly onTake: () => void
  readonly onKeep: () => void
}

/** Both versions side by side; nothing is lost until one is chosen. */
export function ConflictState({ theirs, mine, titles, show, onTake, onKeep }: Props) {
  const t = useLabels({
    changed: label(
      `${theirs.by ?? '同事'} ${theirs.at ?? ''} 改过。请比较后再保存。`,
      `Changed by ${theirs.by ?? 'a colleague'} ${theirs.at ?? ''}. Compare before saving.`,
    ),
    theirs: label('对方', 'Theirs'),
    mine: label('我的', 'Mine'),
    take: label('采用对方', 'Take theirs'),
    keep: label('保留我的', 'Keep mine'),
  })
  const changes = Object.entries(titles).map(([field, title]) => ({
    field: title,
    before: show(field, theirs.values[field]),
    after: show(field, mine[field]),
  }))
  return (
    <div className="dx-conflict" role="alertdialog" aria-label={t.changed}>
      <Message tone="fault" role="alert">
        {t.changed}
      </Message>
      <DiffTable changes={changes} before={t.theirs} after={t.mine} />
      <div className="dx-row">
        <Button onClick={onTake}>{t.take}</Button>
        <Button onClick={onKeep}>{t.keep}</Button>
      </div>
    </div>
  )
}
