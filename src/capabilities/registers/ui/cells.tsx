import type { ReactNode } from 'react'
import { label } from '#kernel/values/labels.ts'
import { plainText } from '#kernel/values/text.ts'
import { CaseNumber } from '#web/components/CaseNumber.tsx'
import type { Column } from '#web/components/columns.ts'
import { Money } from '#web/components/Money.tsx'
import { StatusTag } from '#web/components/StatusTag.tsx'
import type { Mark } from '../contract.ts'
import { isKept, type Field, type Register } from '../declaration.ts'
import type { Row } from './api.ts'

export const labels = {
  marks: label('提示', 'Marks'),
  handler: label('承办人', 'Handler'),
  yes: label('是', 'Yes'),
  no: label('否', 'No'),
  unlawful: label('违法', 'Unlawful'),
  doubtful: label('存疑', 'Doubtful'),
}

const widths: Partial<Record<Field['kind'], number>> = {
  case: 196,
  person: 112,
  certificate: 132,
  day: 108,
  time: 84,
  fen: 124,
  integer: 88,
  decimal: 88,
  'yes-no': 72,
  'case-number': 196,
}

/** The columns of a register's list, in the order of its sheet. */
export function columnsOf(register: Register): readonly Column<Row>[] {
  const fields = Object.entries(register.fields).filter(([, field]) => isKept(field))
  const own = fields.map(([name, field]): Column<Row> => {
    const width = widths[field.kind]
    const number = field.kind === 'fen' || field.kind === 'integer' || field.kind === 'decimal'
    return {
      id: name,
      title: field.title,
      cell: (row) => cellOf(field, row[name], row),
      ...(width !== undefined && { width }),
      ...(number && { right: true }),
      ...(field.kind === 'fen' && { sort: `-${name}`, sum: name }),
      ...(name === register.day && { sort: '-on' }),
      ...((field.aside || field.kind === 'long') && { hidden: true }),
    }
  })
  const beside: readonly Column<Row>[] =
    register.about === 'court'
      ? []
      : [{ id: 'handler', title: labels.handler, width: 88, cell: ({ handlerName }) => text(handlerName) }]
  return [
    ...own,
    ...beside,
    { id: 'marks', title: labels.marks, width: 88, cell: ({ marks }) => <Marks marks={marks as readonly Mark[]} /> },
  ]
}

/** The worst of what stands against an entry; the drawer says it in full. */
export function Marks({ marks }: { readonly marks: readonly Mark[] }) {
  const worst = marks.find(({ unlawful }) => unlawful) ?? marks[0]
  if (!worst) return null
  return (
    <StatusTag tone={worst.unlawful ? 'fault' : 'outline'} title={marks.map((mark) => mark.text).join('\n')}>
      {worst.unlawful ? labels.unlawful.zh : labels.doubtful.zh}
    </StatusTag>
  )
}

const text = (value: unknown): string =>
  value === null || value === undefined || value === '' ? '—' : plainText(value)

/** A value as it is read. */
export function cellOf({ kind }: Pick<Field, 'kind'>, value: unknown, row: Row): ReactNode {
  switch (kind) {
    case 'case':
      return typeof value === 'string' ? (
        <CaseNumber number={value} href={typeof row['caseId'] === 'string' ? `/cases/${row['caseId']}` : undefined} />
      ) : (
        '—'
      )
    case 'fen':
      return <Money amount={typeof value === 'bigint' ? value : null} />
    case 'yes-no':
      return value === null || value === undefined ? '—' : value === true ? labels.yes.zh : labels.no.zh
    default:
      return text(value)
  }
}
