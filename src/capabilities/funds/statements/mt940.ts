import { readDate } from '#capabilities/ledgers'
import { formatYuan } from '#kernel/values/money.ts'
import { amountIn } from './amount.ts'
import { inSequence, sumOf } from './following.ts'
import {
  brokenFile,
  closingDiffers,
  noLines,
  noSuchDay,
  UnreadableStatement,
  type Statement,
  type StatementLine,
} from './statement.ts'

export const looksLikeMt940 = (head: string): boolean => /^:20:/m.test(head) && /^:(?:25|60[FM]|61):/m.test(head)

type Field = { readonly tag: string; readonly value: string; readonly row: number }

/** SWIFT MT940: one or several statements, each from :20: to :62F:. */
export function readMt940(text: string, fileName: string): readonly Statement[] {
  const messages: Field[][] = []
  for (const field of fieldsOf(text)) {
    if (field.tag === '20' || messages.length === 0 || messages.at(-1)?.at(-1)?.tag === 'end') messages.push([])
    messages.at(-1)?.push(field)
  }
  const statements = messages.map(statementOf)
  if (statements.every(({ lines }) => lines.length === 0)) throw new UnreadableStatement(noLines(fileName))
  return joined(statements.filter(({ lines }) => lines.length > 0))
}

/** A tag begins a line; what follows without one belongs to it. The envelope of the bank around them says nothing. */
function fieldsOf(text: string): readonly Field[] {
  const fields: { tag: string; value: string; row: number }[] = []
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    const found = /^:(\d{2}[A-Z]?|NS):(.*)$/.exec(line.replace(/^\{\d:.*?\{4:/, ''))
    if (found) fields.push({ tag: found[1] ?? '', value: found[2] ?? '', row: index + 1 })
    else if (/^-\}?\s*$/.test(line)) fields.push({ tag: 'end', value: '', row: index + 1 })
    else {
      const last = fields.at(-1)
      if (last && line.trim() !== '') last.value += `\n${line}`
    }
  }
  return fields
}

function statementOf(fields: readonly Field[]): Statement {
  const valueOf = (...tags: readonly string[]): Field | undefined => fields.find(({ tag }) => tags.includes(tag))
  const opening = balanceOf(valueOf('60F', '60M'))
  const closing = balanceOf(valueOf('62F', '62M'))
  if (opening && !closing)
    throw new UnreadableStatement(brokenFile(fields.at(-1)?.row ?? null, '没有期末余额（:62F:），文件被截断'))
  const own = fields.flatMap(({ tag, value, row }, i) => {
    const next = fields[i + 1]
    return tag === '61' ? [lineOf(value, row, next && (next.tag === '86' || next.tag === 'NS') ? next : undefined)] : []
  })
  const moved = opening && closing ? closing.fen - opening.fen : undefined
  const { lines, repeated } = inSequence(
    own.filter(({ amountFen }) => amountFen !== 0n),
    moved,
  )
  if (opening && closing && opening.fen + sumOf(lines) !== closing.fen) {
    throw new UnreadableStatement(
      closingDiffers(closing.row, formatYuan(closing.fen), formatYuan(opening.fen + sumOf(lines))),
    )
  }
  if (!valueOf('25') && own.length > 0)
    throw new UnreadableStatement(brokenFile(own[0]?.row ?? null, '流水之前没有账号（:25:）'))
  const account = valueOf('25')?.value.split('\n')[0]?.trim() ?? null
  return {
    format: 'mt940',
    bank: null,
    accountNumber: account === null ? null : (account.split('/').at(-1)?.replaceAll('"', '').trim() ?? null),
    title: null,
    currency: opening?.currency ?? closing?.currency ?? null,
    from: lines[0]?.day ?? null,
    to: lines.at(-1)?.day ?? null,
    openingFen: opening?.fen ?? null,
    closingFen: closing?.fen ?? null,
    lines,
    rowsRead: own.length,
    repeated,
  }
}

/** C110522EUR3236,28 */
function balanceOf(
  field: Field | undefined,
): { readonly fen: bigint; readonly currency: string | null; readonly row: number } | null {
  if (!field) return null
  const found = /^([CD])(\d{6})([A-Z]{3})?([\d,.]+)/.exec(field.value)
  if (!found) throw new UnreadableStatement(brokenFile(field.row, `余额“${field.value}”读不出`))
  dayOf(found[2] ?? '', field.row)
  const fen = amountOf(found[4] ?? '', field.row, '余额')
  return { fen: found[1] === 'D' ? -fen : fen, currency: found[3] ?? null, row: field.row }
}

/** Decimals stand after a comma, which may end the number: 107, */
const amountOf = (text: string, row: number, column: string): bigint =>
  amountIn(text.replaceAll('.', '').replace(',', '.').replace(/\.$/, ''), row, column) ?? 0n

function dayOf(text: string, row: number): string {
  const year = Number(text.slice(0, 2))
  const found = readDate(`${year < 80 ? 2000 + year : 1900 + year}-${text.slice(2, 4)}-${text.slice(4, 6)}`)
  if (found.kind !== 'day') throw new UnreadableStatement(noSuchDay(row, text))
  return found.day
}

/** Value date, booking month and day, mark, amount, kind, reference of the owner // of the bank. */
const movement = /^(\d{6})(\d{4})?(R?[CD])([A-Z])?([\d,.]+)(?:([A-Z][A-Z\d]{3})([^\n]*))?(?:\n([\s\S]*))?$/

function lineOf(value: string, row: number, told: Field | undefined): StatementLine {
  const found = movement.exec(value)
  if (!found) throw new UnreadableStatement(brokenFile(row, `“${value.split('\n')[0]}”不是一笔流水`))
  const [, valueDay = '', entryDay, mark = '', , amountText = '', kind, references = '', more] = found
  const day = entryDay === undefined ? dayOf(valueDay, row) : bookingDay(valueDay, entryDay, row)
  const amount = amountOf(amountText, row, '金额')
  const bankOwn = references.split('//')[1]
  const about = aboutOf(told?.value ?? '')
  return {
    row,
    day,
    time: null,
    // RC takes a credit back, RD a debit.
    amountFen: mark === 'C' || mark === 'RD' ? amount : -amount,
    balanceFen: null,
    peerName: about.name,
    peerAccount: about.account,
    summary: about.summary ?? kind ?? null,
    memo: [about.memo, more?.trim()].filter((part) => part).join(' ') || null,
    serial: serialOf(bankOwn ?? ''),
    subAccount: null,
  }
}

/** Booked in January for a value in December: the year is the nearest. */
function bookingDay(valueDay: string, entryDay: string, row: number): string {
  const year = Number(valueDay.slice(0, 2))
  const month = Number(valueDay.slice(2, 4))
  const entryMonth = Number(entryDay.slice(0, 2))
  const shift = entryMonth - month > 6 ? -1 : month - entryMonth > 6 ? 1 : 0
  return dayOf(`${String((year + shift + 100) % 100).padStart(2, '0')}${entryDay}`, row)
}

const serialOf = (text: string): string | null => {
  const plain = text.trim()
  return plain === '' || /^(?:NONREF|0+)$/.test(plain) ? null : plain.replaceAll(/\s/g, '')
}

/** :86: in fields of its own (?20 purpose, ?32 name, ?31 account), or as plain text; :NS: likewise by two digits. */
function aboutOf(value: string): {
  name: string | null
  account: string | null
  summary: string | null
  memo: string | null
} {
  const joinedText = value.replaceAll('\n', '')
  const parts = [...joinedText.matchAll(/\?(\d{2})([^?]*)/g)]
  if (parts.length === 0) {
    const plain = value.replaceAll(/\s+/g, ' ').trim()
    return { name: null, account: null, summary: null, memo: plain === '' ? null : plain }
  }
  const of = (...tags: readonly string[]): string | null =>
    parts
      .filter(([, tag = '']) => tags.includes(tag))
      .map(([, , text = '']) => text.trim())
      .join('')
      .trim() || null
  const purpose = ['20', '21', '22', '23', '24', '25', '26', '27', '28', '29', '60', '61', '62', '63']
  return { name: of('32', '33'), account: of('31', '38'), summary: of('00'), memo: of(...purpose) }
}

/** Pages of one statement, and statements of one account that follow each other, are one. */
function joined(statements: readonly Statement[]): readonly Statement[] {
  const found: Statement[] = []
  for (const [, own] of Map.groupBy(statements, ({ accountNumber, currency }) => `${accountNumber} ${currency}`)) {
    let held: Statement | undefined
    for (const next of own) {
      if (held && held.closingFen !== null && next.openingFen === held.closingFen) {
        held = {
          ...held,
          to: next.to,
          closingFen: next.closingFen,
          lines: [...held.lines, ...next.lines],
          rowsRead: held.rowsRead + next.rowsRead,
          repeated: held.repeated + next.repeated,
        }
        continue
      }
      if (held) found.push(held)
      held = next
    }
    if (held) found.push(held)
  }
  return found
}
