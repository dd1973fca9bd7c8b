import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { label } from '#kernel/values/labels.ts'
import { useLabels } from '../language.ts'
import { sessionOptions } from '../session.ts'
import { courtTime } from '../time.ts'
import { usePrinting } from './usePrinting.ts'

const labels = {
  printedBy: label('打印人', 'Printed by'),
  at: label('打印时间', 'Printed at'),
  note: label('内部资料，遮盖内容未展开', 'Internal; masked data stays masked'),
}

/** What stands under every printed page of work: who printed it, when, for which day. */
export function PrintFoot() {
  const t = useLabels(labels)
  usePrinting() // the time is that of printing
  const { data: session } = useQuery(sessionOptions)
  return (
    <div className="dx-print-only dx-print-foot">
      {session?.court.name}　{t.printedBy} {session?.actor.name}　{t.at} {session?.today.toString()}{' '}
      {courtTime(Temporal.Now.instant())}　{t.note}
    </div>
  )
}

/** A part made for paper: shown on screen too, broken between pages only where it may be. */
export function PrintFrame({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <article aria-label={title}>
      <h2 className="dx-print-only">{title}</h2>
      {children}
      <PrintFoot />
    </article>
  )
}
