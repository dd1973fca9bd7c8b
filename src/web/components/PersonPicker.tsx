import { Select } from 'antd'
import { label } from '#kernel/values/labels.ts'
import { useLabels } from '../language.ts'

export type Person = {
  readonly id: string
  readonly name: string
  readonly post: string
  /** Pinyin or initials from the server, so that `wm` finds 王某. */
  readonly pinyin?: string | undefined
  /** 在办 96件. */
  readonly load?: string | undefined
  /** On leave, or why this person may not be taken. Shown, and not to be chosen. */
  readonly unavailable?: string | undefined
}

type Props = {
  readonly id: string
  readonly people: readonly Person[]
  readonly value: string | null
  readonly onChange: (id: string | null) => void
  readonly describedBy?: string | undefined
}

/** People with post, load and leave, found by name or pinyin. */
export function PersonPicker({ id, people, value, onChange, describedBy }: Props) {
  const t = useLabels({ pick: label('选人：姓名或拼音', 'Name or pinyin') })
  return (
    <Select
      id={id}
      showSearch={{ filterOption: (typed, option) => String(option?.search ?? '').includes(typed.toLowerCase()) }}
      allowClear
      style={{ width: 320 }}
      placeholder={t.pick}
      aria-describedby={describedBy}
      value={value}
      onChange={(next) => onChange(next ?? null)}
      options={people.map(({ id: personId, name, post, pinyin = '', load, unavailable }) => ({
        value: personId,
        disabled: unavailable !== undefined,
        search: `${name} ${pinyin} ${post}`.toLowerCase(),
        label: `${name}　${post}${load ? `　${load}` : ''}${unavailable ? `　${unavailable}` : ''}`,
      }))}
    />
  )
}
