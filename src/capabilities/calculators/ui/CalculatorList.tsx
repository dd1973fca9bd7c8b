import { Link } from '@tanstack/react-router'
import { Button, Input, type InputRef } from 'antd'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { EmptyState } from '#web/components/EmptyState.tsx'
import { useKeys } from '#web/keys/useKeys.tsx'
import { useLabels, useText } from '#web/language.ts'
import { useGo } from '#web/navigation.ts'
import { labels } from './labels.ts'
import { type Subject, subjectsFor, titleOf } from './subjects.ts'

/** All calculations by subject. `/` finds one by name, the arrow keys walk, Enter opens. */
export function CalculatorList({ chosen }: { readonly chosen: string }) {
  const t = useLabels(labels)
  const go = useGo()
  const list = useRef<HTMLElement>(null)
  const search = useRef<InputRef>(null)
  const [typed, setTyped] = useState('')
  const found = subjectsFor(typed)
  useKeys('list', [{ keys: '/', title: labels.find, run: () => search.current?.focus() }])
  useEffect(() => list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' }), [chosen])

  const walk = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined || event.nativeEvent.isComposing) return
    event.preventDefault()
    const stops = [...(list.current?.querySelectorAll<HTMLElement>('input, li a') ?? [])]
    const here = stops.findIndex((stop) => stop === document.activeElement)
    stops[Math.max(0, here + step)]?.focus()
  }
  const open = (event: KeyboardEvent) => {
    const first = found[0]?.names[0]
    if (!event.nativeEvent.isComposing && typed !== '' && first) go(`/calculators/${first}`)
  }
  return (
    <nav className="calc-list dx-noprint" aria-label={t.kinds} ref={list} onKeyDown={walk}>
      <Input
        ref={search}
        type="search"
        allowClear
        aria-label={t.find}
        placeholder={`${t.find}  /`}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onPressEnter={open}
      />
      {found.map((subject) => (
        <SubjectLinks key={subject.title.en} subject={subject} chosen={chosen} />
      ))}
      {found.length === 0 && (
        <EmptyState
          title={`没有名称含“${typed}”的计算。`}
          act={<Button onClick={() => setTyped('')}>{t.clear}</Button>}
        />
      )}
    </nav>
  )
}

function SubjectLinks({ subject, chosen }: { readonly subject: Subject; readonly chosen: string }) {
  const text = useText()
  const id = useId()
  return (
    <>
      <h2 id={id}>{text(subject.title)}</h2>
      <ul aria-labelledby={id}>
        {subject.names.map((name) => (
          <li key={name}>
            <Link to={`/calculators/${name}`} aria-current={name === chosen ? 'page' : undefined}>
              {text(titleOf(name))}
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}
