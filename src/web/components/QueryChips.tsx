import { CloseOutlined } from '@ant-design/icons'
import { useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react'
import { label } from '#kernel/values/labels.ts'
import { useKeys } from '../keys/useKeys.tsx'
import { useLabels } from '../language.ts'
import { formatConditions, parseCondition, titleOf, valueTitle, type Condition, type QueryField } from './query-text.ts'
import './table.css'

const labels = {
  condition: label('查询条件', 'Condition'),
  add: label('加条件', 'Add a condition'),
  remove: label('去掉', 'Remove'),
  unread: label('没有读懂', 'Not understood'),
  fields: label('可用', 'Fields'),
}

type Props = {
  readonly fields: readonly QueryField[]
  readonly conditions: readonly Condition[]
  readonly onChange: (conditions: readonly Condition[]) => void
  /** 标的>100000, shown while empty. */
  readonly example: string
}

/** What narrows a list, as chips and as text. `/` to type, Backspace takes the last away, Ctrl Z brings it back. */
export function QueryChips({ fields, conditions, onChange, example }: Props) {
  const t = useLabels(labels)
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const past = useRef<(readonly Condition[])[]>([])
  const input = useRef<HTMLInputElement>(null)
  useKeys('list', [{ keys: '/', title: label('筛选', 'Filter'), run: () => input.current?.focus() }])
  const change = (next: readonly Condition[]) => {
    past.current.push(conditions)
    onChange(next)
  }
  const add = () => {
    const condition = parseCondition(typed, fields)
    setWrong(condition === undefined)
    if (!condition) return
    change([...conditions, condition])
    setTyped('')
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const before =
      (event.ctrlKey || event.metaKey) && event.key === 'z' && typed === '' ? past.current.pop() : undefined
    if (before) onChange(before)
    else if (event.key === 'Enter' && typed !== '') add()
    else if (event.key === 'Backspace' && typed === '' && conditions.length > 0) change(conditions.slice(0, -1))
    else return
    event.preventDefault()
  }
  return (
    <div className="dx-queries" onCopy={(event) => copyAsText(event, formatConditions(conditions, fields))}>
      {conditions.map((condition) => {
        const title = titleOf(condition.field, fields)
        return (
          <span className="dx-query" key={`${condition.field}${condition.operator}${condition.value}`}>
            <i>
              {title}
              {condition.operator === ':' ? '' : ` ${condition.operator}`}
            </i>
            {valueTitle(condition.field, condition.value, fields)}
            <button
              type="button"
              aria-label={`${t.remove} ${title}`}
              onClick={() => change(conditions.filter((other) => other !== condition))}
            >
              <CloseOutlined />
            </button>
          </span>
        )
      })}
      <input
        ref={input}
        className="dx-query-input"
        aria-label={t.condition}
        aria-invalid={wrong}
        placeholder={`${t.add}：${example}`}
        title={`${t.fields}：${fields.map(({ title }) => title).join('、')}`}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value)
          setWrong(false)
        }}
        onKeyDown={press}
      />
      {wrong && (
        <span className="dx-query-wrong" role="alert">
          {t.unread}。{t.fields}：{fields.map(({ title }) => title).join('、')}
        </span>
      )}
    </div>
  )
}

function copyAsText(event: ClipboardEvent, text: string): void {
  if (text === '' || window.getSelection()?.toString()) return
  event.clipboardData.setData('text/plain', text)
  event.preventDefault()
}
