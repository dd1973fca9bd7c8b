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
  person: 104,
  certificate: 132,
  day: 100,
  time: 84,
  fen: 120,
  integer: 64,
  decimal: 64,
  'yes-no': 64,
  'case-number': 196,
}
const [handlerWidth, marksWidth] = [88, 72]

/** Wide enough for the heading, and a choice for its longest word; running text gets what texts get. */
function widthOf({ kind, title, codes = {} }: Field): number {
  const inWords = (word: string) => word.length * 14 + 18
  const words = kind === 'choice' ? Object.keys(codes).map(inWords) : []
  const least = widths[kind] ?? (words.length > 0 ? 64 : 140)
  return Math.max(least, Math.min(168, Math.max(inWords(title.zh), ...words)))
}

/** What a court's screen of 1366 pixels shows beside the menu. */
const roomForColumns = 1300

/**
 * The fields whose columns stand at first: as many as the screen holds. Texts give way before days and sums, later columns
 * before earlier ones; what names an entry, its case, person and day stay.
 */
function shownFields(register: Register): ReadonlySet<string> {
  const fields = Object.entries(register.fields).filter(([, field]) => isKept(field))
  const wanted = fields.filter(([, { aside, kind }]) => !aside && kind !== 'long')
  const stays = (name: string, { kind }: Field) =>
    kind === 'case' ||
    kind === 'person' ||
    name === register.day ||
    name === register.told ||
    register.key.includes(name)
  const isText = ({ kind }: Field) => kind === 'text' || kind === 'list' || kind === 'case-number' || kind === 'time'
  const giveWay = wanted.filter(([name, field]) => !stays(name, field)).reverse()
  const inTurn = [...giveWay.filter(([, field]) => isText(field)), ...giveWay.filter(([, field]) => !isText(field))]
  const shown = new Set(wanted.map(([name]) => name))
  let width = wanted.reduce((sum, [, field]) => sum + widthOf(field), handlerWidth + marksWidth)
  for (const [name, field] of inTurn) {
    if (width <= roomForColumns) break
    shown.delete(name)
    width -= widthOf(field)
  }
  return shown
}

/** The columns of a register's list, in the order of its sheet. */
export function columnsOf(register: Register): readonly Column<Row>[] {
  const shown = shownFields(register)
  const fields = Object.entries(register.fields).filter(([, field]) => isKept(field))
  const own = fields.map(([name, field]): Column<Row> => {
    const number = field.kind === 'fen' || field.kind === 'integer' || field.kind === 'decimal'
    // The columns of texts share what is left of a wide screen.
    const isOpen = field.kind === 'text' || field.kind === 'long' || field.kind === 'list'
    return {
      id: name,
      title: field.title,
      cell: (row) => cellOf(field, row[name], row),
      ...(!isOpen && { width: widthOf(field) }),
      ...(number && { right: true }),
      ...(field.kind === 'fen' && { sort: `-${name}`, sum: name }),
      ...(name === register.day && { sort: '-on' }),
      ...(!shown.has(name) && { hidden: true }),
    }
  })
  const beside: readonly Column<Row>[] =
    register.about === 'court'
      ? []
      : [{ id: 'handler', title: labels.handler, width: handlerWidth, cell: ({ handlerName }) => text(handlerName) }]
  return [
    ...own,
    ...beside,
    {
      id: 'marks',
      title: labels.marks,
      width: marksWidth,
      cell: ({ marks }) => <Marks marks={marks as readonly Mark[]} />,
    },
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
