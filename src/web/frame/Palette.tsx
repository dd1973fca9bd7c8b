import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useDeferredValue, useId, useState, type KeyboardEvent } from 'react'
import { z } from 'zod'
import { label, type Label } from '#kernel/values/labels.ts'
import { queryOptionsFor, readingContract } from '../api.ts'
import { Dialog } from '../components/Dialog.tsx'
import { ErrorState } from '../components/ErrorState.tsx'
import { useLabels, useText } from '../language.ts'
import { useSession } from '../session.ts'
import { usePages } from './FramePages.tsx'
import { menuFor } from './menu.ts'
import './palette.css'

const Hit = z.object({
  kind: z.union([z.string(), z.object({ zh: z.string(), en: z.string() })]),
  title: z.string(),
  detail: z.string(),
  href: z.string(),
})
type Hit = z.output<typeof Hit>
const Hits = z.union([z.array(Hit), z.object({ hits: z.array(Hit) }).transform(({ hits }) => hits)])
const search = readingContract({ name: 'search.everything', input: z.object({ text: z.string() }), output: Hits })

const labels = {
  placeholder: label(
    '案号、姓名、画面、规则；可用拼音首字母、半角括号',
    'Case, name, screen, rule; pinyin initials work',
  ),
  title: label('搜索', 'Search'),
  results: label('搜索结果', 'Results'),
  none: label('没有查到。请核对案号或姓名；也可以去列表里按条件查。', 'Nothing found. Check the number or the name.'),
  screen: label('画面', 'Screen'),
}

/** U17: everything by name, with Enter. Shows only what the person may see, because the server finds it. */
export default function Palette({ onClose }: { readonly onClose: () => void }) {
  const t = useLabels(labels)
  const text = useText()
  const id = useId()
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState(0)
  const wanted = useDeferredValue(typed.trim())
  const {
    data: found = [],
    isFetching,
    error,
  } = useQuery({
    ...queryOptionsFor(search, { text: wanted }),
    enabled: wanted !== '',
    placeholderData: keepPreviousData,
  })
  const screens = useScreens(wanted, t.screen)
  const hits = wanted === '' ? [] : [...screens, ...found].slice(0, 12)
  const open = (hit: Hit | undefined) => {
    if (!hit) return
    onClose()
    void navigate({ to: hit.href })
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && hits.length > 0) setChosen((chosen + step + hits.length) % hits.length)
    else if (event.key === 'Enter') open(hits[chosen])
    else return
    event.preventDefault()
  }
  return (
    <Dialog title={<span className="dx-hidden">{t.title}</span>} onClose={onClose} top={56} className="dx-palette">
      <input
        autoFocus
        role="combobox"
        aria-label={t.title}
        aria-expanded={hits.length > 0}
        aria-controls={id}
        aria-activedescendant={hits.length > 0 ? `${id}-${chosen}` : undefined}
        placeholder={t.placeholder}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value)
          setChosen(0)
        }}
        onKeyDown={press}
      />
      <ul id={id} role="listbox" aria-label={t.results}>
        {hits.map((hit, index) => (
          <li
            key={`${hit.href} ${hit.title}`}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === chosen}
            onClick={() => open(hit)}
            onMouseMove={() => setChosen(index)}
          >
            <span className="dx-t3 dx-13">{typeof hit.kind === 'string' ? hit.kind : text(hit.kind)}</span>
            <span className="dx-cut">{hit.title}</span>
            <span className="dx-t2 dx-13 dx-cut">{hit.detail}</span>
          </li>
        ))}
      </ul>
      {error && <ErrorState error={error} />}
      {wanted !== '' && hits.length === 0 && !isFetching && !error && (
        <p className="dx-t2" role="status">
          {t.none}
        </p>
      )}
    </Dialog>
  )
}

/** Screens are known here already; the server need not be asked for them. */
function useScreens(wanted: string, kind: string): readonly Hit[] {
  const text = useText()
  const menu = menuFor(usePages(), useSession().permissions)
  const matches = (title: Label) => text(title).toLowerCase().includes(wanted.toLowerCase())
  return menu
    .flatMap(({ entries }) => entries)
    .filter(({ navigation }) => matches(navigation.title))
    .map(({ path, navigation }) => ({ kind, title: text(navigation.title), detail: '', href: path }))
}
