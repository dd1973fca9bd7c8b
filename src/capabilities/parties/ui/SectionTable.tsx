import { CaseNumber } from '#web/components/CaseNumber.tsx'
import type { Column } from '#web/components/columns.ts'
import { Money } from '#web/components/Money.tsx'
import { Panel } from '#web/components/Panel.tsx'
import { PlainTable } from '#web/components/PlainTable.tsx'
import { StatusTag } from '#web/components/StatusTag.tsx'
import { useLabels, useText } from '#web/language.ts'
import type { Section } from '../contract.ts'
import { labels } from './labels.ts'

type Row = Section['rows'][number]
type SectionColumn = Section['columns'][number]

const widths: Readonly<Record<SectionColumn['kind'], number>> = {
  text: 132,
  number: 96,
  money: 140,
  day: 112,
  state: 150,
}

/** What one room knows of a person: its rows, its sum line, and what is hidden said plainly. */
export function SectionTable({ section }: { readonly section: Section }) {
  const t = useLabels(labels)
  const text = useText()
  const columns = section.columns.map(columnOf)
  return (
    <Panel title={text(section.title)} count={section.rows.length}>
      {section.rows.length === 0 ? (
        <p className="dx-t2 dx-13" style={{ padding: '6px 20px' }}>
          {t.noRecords}
        </p>
      ) : (
        <div className="dx-tw" tabIndex={0} role="region" aria-label={text(section.title)}>
          <PlainTable<Row>
            caption={text(section.title)}
            columns={columns}
            rows={section.rows}
            rowKey={({ key }) => key}
            {...(section.foot && { foot: footOf(section.foot, section.columns) })}
          />
        </div>
      )}
      {section.hidden > 0 && (
        <p className="dx-t2 dx-13" style={{ padding: '6px 20px' }}>
          {section.hidden} {t.hidden}
        </p>
      )}
    </Panel>
  )
}

function columnOf({ id, title, kind }: SectionColumn, index: number): Column<Row> {
  return {
    id,
    title,
    ...(index === 0 ? { width: 200 } : kind === 'text' && id !== 'role' ? {} : { width: widths[kind] }),
    right: kind === 'money' || kind === 'number',
    cell: (row) => cellOf(row, id, kind, index === 0),
  }
}

function cellOf({ cells, href, tone }: Row, id: string, kind: SectionColumn['kind'], first: boolean) {
  const value = cells[id] ?? null
  if (value === null) return <span className="dx-t3">—</span>
  if (first) return <CaseNumber number={value} {...(href !== null && { href })} />
  if (kind === 'money') return <Money amount={BigInt(value)} />
  if (kind === 'state')
    return href === null ? <span className="dx-t3">{value}</span> : <StatusTag tone={tone}>{value}</StatusTag>
  return value
}

function footOf({ title, cells }: NonNullable<Section['foot']>, columns: readonly SectionColumn[]) {
  return columns.map(({ id, kind }, index) => {
    if (index === 0) return title
    const value = cells[id]
    if (value === undefined) return null
    return kind === 'money' ? <Money key={id} amount={BigInt(value)} /> : value
  })
}
