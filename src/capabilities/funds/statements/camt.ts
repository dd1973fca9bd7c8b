import { readDate } from '#capabilities/ledgers'
import { formatYuan } from '#kernel/values/money.ts'
import { amountIn } from './amount.ts'
import { inSequence, sumOf } from './following.ts'
import {
  closingDiffers,
  noLines,
  noSuchDay,
  brokenFile,
  noDirection,
  UnreadableStatement,
  type Statement,
  type StatementLine,
} from './statement.ts'
import { all, one, readXml, textAt, type Element } from './xml.ts'

export const looksLikeCamt = (head: string): boolean =>
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:\w+:)?Document\b[^>]*camt\.05[234]/.test(head) ||
  /<(?:\w+:)?BkToCstmr(?:Stmt|DbtCdtNtfctn|AcctRpt)>/.test(head)

/** ISO 20022: camt.053 a day's statement, camt.054 single movements, camt.052 a report during the day. */
export function readCamt(text: string, fileName: string): readonly Statement[] {
  const root = readXml(text)
  const bodies = [
    ...all(root, 'BkToCstmrStmt', 'Stmt'),
    ...all(root, 'BkToCstmrDbtCdtNtfctn', 'Ntfctn'),
    ...all(root, 'BkToCstmrAcctRpt', 'Rpt'),
  ]
  const statements = bodies.map((body) => statementOf(body))
  if (statements.every(({ lines }) => lines.length === 0)) throw new UnreadableStatement(noLines(fileName))
  return statements.filter(({ lines }) => lines.length > 0)
}

function statementOf(body: Element): Statement {
  const own = all(body, 'Ntry').flatMap(linesOf)
  const openingFen = balance(body, ['OPBD', 'PRCD'])
  const closingFen = balance(body, ['CLBD'])
  const moved = openingFen === null || closingFen === null ? undefined : closingFen.fen - openingFen.fen
  const { lines, repeated } = inSequence(own, moved)
  if (openingFen !== null && closingFen !== null && openingFen.fen + sumOf(lines) !== closingFen.fen) {
    throw new UnreadableStatement(
      closingDiffers(closingFen.line, formatYuan(closingFen.fen), formatYuan(openingFen.fen + sumOf(lines))),
    )
  }
  const reckoned = openingFen === null ? null : openingFen.fen + sumOf(lines)
  return {
    format: 'camt',
    bank: textAt(body, 'Acct', 'Svcr', 'FinInstnId', 'Nm'),
    accountNumber:
      textAt(body, 'Acct', 'Id', 'IBAN') ??
      textAt(body, 'Acct', 'Id', 'Othr', 'Id') ??
      textAt(body, 'Acct', 'Id', 'PrtryAcct', 'Id'),
    title: textAt(body, 'Acct', 'Ownr', 'Nm') ?? textAt(body, 'Acct', 'Nm'),
    currency: textAt(body, 'Acct', 'Ccy') ?? one(body, 'Ntry', 'Amt')?.attributes['Ccy'] ?? null,
    from: lines[0]?.day ?? null,
    to: lines.at(-1)?.day ?? null,
    openingFen: openingFen?.fen ?? null,
    closingFen: closingFen?.fen ?? reckoned,
    lines,
    rowsRead: own.length,
    repeated,
  }
}

function balance(body: Element, codes: readonly string[]): { readonly fen: bigint; readonly line: number } | null {
  const found = all(body, 'Bal').find((one) => codes.includes(textAt(one, 'Tp', 'CdOrPrtry', 'Cd') ?? ''))
  if (!found) return null
  const amount = one(found, 'Amt')
  const fen = amountIn(amount?.text ?? null, amount?.line ?? found.line, '余额')
  return fen === null
    ? null
    : { fen: textAt(found, 'CdtDbtInd') === 'DBIT' ? -fen : fen, line: amount?.line ?? found.line }
}

function linesOf(entry: Element): readonly StatementLine[] {
  // What is only announced has not happened.
  const status = textAt(entry, 'Sts') ?? textAt(entry, 'Sts', 'Cd') ?? 'BOOK'
  if (status !== 'BOOK' && textAt(entry, 'Sts', 'Cd') !== 'BOOK') return []
  const amount = one(entry, 'Amt')
  const fen = amountIn(amount?.text ?? null, amount?.line ?? entry.line, '金额')
  if (fen === null) throw new UnreadableStatement(brokenFile(entry.line, '这一笔没有金额'))
  if (fen === 0n) return []
  const sign = textAt(entry, 'CdtDbtInd')
  if (sign !== 'CRDT' && sign !== 'DBIT') throw new UnreadableStatement(noDirection(entry.line, sign ?? ''))
  const booked = one(entry, 'BookgDt') ?? one(entry, 'ValDt')
  const moment = textAt(booked, 'DtTm') ?? textAt(booked, 'Dt') ?? ''
  const day = readDate(moment.slice(0, 10))
  if (day.kind !== 'day') throw new UnreadableStatement(noSuchDay(booked?.line ?? entry.line, moment))
  const incoming = sign === 'CRDT'
  const details = all(entry, 'NtryDtls', 'TxDtls')
  const [detail] = details
  const other = peerOf(detail, incoming)
  return [
    {
      row: entry.line,
      day: day.day,
      time: /T(\d{2}:\d{2}:\d{2})/.exec(moment)?.[1] ?? null,
      amountFen: incoming ? fen : -fen,
      balanceFen: null,
      ...other,
      summary: textAt(entry, 'AddtlNtryInf') ?? textAt(entry, 'BkTxCd', 'Prtry', 'Cd'),
      memo:
        details.flatMap((one) => all(one, 'RmtInf', 'Ustrd').map(({ text }) => text.trim())).join(' ') ||
        textAt(detail, 'AddtlTxInf'),
      serial:
        textAt(entry, 'AcctSvcrRef') ??
        textAt(detail, 'Refs', 'AcctSvcrRef') ??
        textAt(detail, 'Refs', 'TxId') ??
        textAt(entry, 'NtryRef'),
      subAccount: null,
    },
  ]
}

/** Who stands at the other end: the debtor of what came, the creditor of what went. */
function peerOf(detail: Element | undefined, incoming: boolean): Pick<StatementLine, 'peerName' | 'peerAccount'> {
  const [who, whose] = incoming ? ['Dbtr', 'DbtrAcct'] : ['Cdtr', 'CdtrAcct']
  return {
    peerName: textAt(detail, 'RltdPties', who, 'Nm') ?? textAt(detail, 'RltdPties', who, 'Pty', 'Nm'),
    peerAccount:
      textAt(detail, 'RltdPties', whose, 'Id', 'IBAN') ?? textAt(detail, 'RltdPties', whose, 'Id', 'Othr', 'Id'),
  }
}
