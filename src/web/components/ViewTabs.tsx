import { PlusOutlined } from '@ant-design/icons'
import { useRef, type ReactNode } from 'react'
import { label } from '#kernel/values/labels.ts'
import { useKeys } from '../keys/useKeys.tsx'
import { useLabels } from '../language.ts'
import { Tabs, type Tab } from './Tabs.tsx'

const labels = { views: label('保存的视图', 'Saved views'), save: label('保存视图', 'Save view') }

type Props = {
  readonly views: readonly Tab[]
  readonly chosen: string
  readonly onChoose: (id: string) => void
  readonly onSave?: (() => void) | undefined
  readonly extra?: ReactNode
}

/** Views of a list as tabs, personal, of the team or of the court; the last keeps the present one. */
export function ViewTabs({ views, chosen, onChoose, onSave, extra }: Props) {
  const t = useLabels(labels)
  const strip = useRef<HTMLDivElement>(null)
  const toViews = () => strip.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus()
  useKeys('list', [{ keys: 'v', title: labels.views, run: toViews }])
  return (
    <div ref={strip}>
      <Tabs
        tabs={views}
        chosen={chosen}
        onChoose={onChoose}
        label={t.views}
        extra={
          <>
            {onSave && (
              <button type="button" className="dx-link" onClick={onSave}>
                <PlusOutlined aria-hidden /> {t.save}
              </button>
            )}
            {extra}
          </>
        }
      />
    </div>
  )
}
