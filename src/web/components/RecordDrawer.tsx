import { CloseOutlined, LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef, type ReactNode } from 'react'
import { label } from '#kernel/values/labels.ts'
import { useKeys } from '../keys/useKeys.tsx'
import { useLabels } from '../language.ts'
import type { DrawerPlace } from './DataList.tsx'
import { PanelBoundary } from './PanelBoundary.tsx'
import './table.css'

type Props = {
  readonly label: string
  readonly title: ReactNode
  /** The line under the title: parties, cause, flags, stage. */
  readonly subtitle?: ReactNode
  readonly place: DrawerPlace
  readonly unit?: string
  /** The record's own page. */
  readonly full?: { readonly href: string; readonly title: string }
  /** The acts; while the drawer is open the page's filled button is here. */
  readonly foot?: ReactNode
  readonly children: ReactNode
}

/** A record beside its list, 640 px. `[` and `]` walk the list, Esc returns to the row. */
export function RecordDrawer({ label: name, title, subtitle, place, unit = '件', full, foot, children }: Props) {
  const { index, total, previous, next, close } = place
  const t = useLabels({
    where: label(
      `第${index + 1}${unit}${total === undefined ? '' : `，共${total.toLocaleString('en')}${unit}`}`,
      `${index + 1} of ${total ?? '…'}`,
    ),
    previous: label('上一件（[）', 'Previous ([)'),
    next: label('下一件（]）', 'Next (])'),
    close: label('关闭（Esc）', 'Close (Esc)'),
  })
  useKeys('record', [
    { keys: '[', title: label('上一件', 'Previous'), run: () => previous?.() },
    { keys: ']', title: label('下一件', 'Next'), run: () => next?.() },
    { keys: 'escape', title: label('关闭', 'Close'), run: close },
  ])
  const aside = useRef<HTMLElement>(null)
  useEffect(() => aside.current?.focus(), [])
  return (
    <aside className="dx-drawer" aria-label={name} ref={aside} tabIndex={-1}>
      <div className="dx-drawer-head">
        <div className="dx-row">
          <span className="dx-13 dx-t3">{t.where}</span>
          <button
            type="button"
            className="dx-icon-button"
            aria-label={t.previous}
            title={t.previous}
            disabled={!previous}
            onClick={previous}
          >
            <LeftOutlined />
          </button>
          <button
            type="button"
            className="dx-icon-button"
            aria-label={t.next}
            title={t.next}
            disabled={!next}
            onClick={next}
          >
            <RightOutlined />
          </button>
          <span className="dx-space" />
          {full && (
            <Link to={full.href} className="dx-13">
              {full.title}
            </Link>
          )}
          <button type="button" className="dx-icon-button" aria-label={t.close} title={t.close} onClick={close}>
            <CloseOutlined />
          </button>
        </div>
        <h2>{title}</h2>
        {subtitle && (
          <div className="dx-row" style={{ flexWrap: 'wrap' }}>
            {subtitle}
          </div>
        )}
      </div>
      <div className="dx-drawer-body">
        <PanelBoundary what={name}>{children}</PanelBoundary>
      </div>
      {foot ? <div className="dx-drawer-foot">{foot}</div> : <span />}
    </aside>
  )
}
