import { label } from '#kernel/values/labels.ts'
import type { Column } from '#web/components/columns.ts'
import { momentText } from '#web/time.ts'
import type { AccessRow, JournalRow, SealRow } from '../contract.ts'

/** What an object is called, else its kind and the head of its id. */
export type NameOf = (subject: string) => string

const grouped = (seq: string): string => Number(seq).toLocaleString('en')
const person = (row: { readonly actor: string; readonly posts: string }): string =>
  row.posts === '' ? row.actor : `${row.actor} · ${row.posts}`

export const journalColumns = (nameOf: NameOf): readonly Column<JournalRow>[] => [
  { id: 'seq', title: label('号', 'No.'), width: 96, right: true, sort: 'seq', cell: ({ seq }) => grouped(seq) },
  { id: 'at', title: label('时间', 'Recorded'), width: 152, cell: ({ recordedAt }) => momentText(recordedAt) },
  { id: 'who', title: label('人 · 岗位', 'Who · post'), width: 220, cell: person },
  { id: 'act', title: label('动作', 'Act'), width: 160, cell: ({ act }) => act },
  {
    id: 'what',
    title: label('对象与改动', 'Object and change'),
    cell: ({ subject, change }) => `${nameOf(subject)}${change === '' ? '' : `　${change}`}`,
  },
  { id: 'hash', title: label('哈希', 'Hash'), width: 96, cell: ({ hash }) => hash },
]

export const accessColumns = (nameOf: NameOf): readonly Column<AccessRow>[] => [
  { id: 'at', title: label('时间', 'When'), width: 152, cell: ({ recordedAt }) => momentText(recordedAt) },
  { id: 'who', title: label('谁看', 'Who'), width: 220, cell: person },
  { id: 'whom', title: label('看了谁', 'Whom'), width: 220, cell: ({ subject }) => nameOf(subject) },
  { id: 'what', title: label('看了什么', 'What'), width: 160, cell: ({ act }) => act },
  { id: 'purpose', title: label('用途', 'Purpose'), cell: ({ purpose }) => purpose },
]

export const sealColumns: readonly Column<SealRow>[] = [
  { id: 'day', title: label('日期', 'Day'), width: 112, cell: ({ day }) => day },
  { id: 'seq', title: label('末条', 'Last entry'), width: 112, right: true, cell: ({ seq }) => grouped(seq) },
  { id: 'sealedAt', title: label('封存时间', 'Sealed'), width: 152, cell: ({ sealedAt }) => momentText(sealedAt) },
  { id: 'hash', title: label('摘要', 'Hash'), width: 480, cell: ({ hash }) => <code>{hash}</code> },
  { id: 'keyId', title: label('密钥', 'Key'), width: 152, cell: ({ keyId }) => <code>{keyId}</code> },
  { id: 'signature', title: label('签名', 'Signature'), cell: ({ signature }) => <code>{signature}</code> },
]
