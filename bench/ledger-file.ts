import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeXlsxStream } from 'hucre'

const generator = fileURLToPath(new URL('../tests/samples/generate/generate.mjs', import.meta.url))

const heads = [
  '序号',
  '案号',
  '立案日期',
  '案由',
  '申请执行人',
  '被执行人',
  '被执行人证件号码',
  '申请执行标的额',
  '放弃或核减金额',
  '无财产可供执行金额',
  '实际到位金额',
  '承办人',
  '团队',
  '结案日期',
  '结案方式',
  '所在乡镇',
]

export type LedgerFile = { readonly fileName: string; readonly bytes: Buffer }

/** A ledger of first enforcement in the shape a court keeps it, out of the generator's rows. */
export async function ledgerFile(count: number, folder: string, form: 'xlsx' | 'csv'): Promise<LedgerFile> {
  const out = join(folder, `rows-${count}`)
  // Numbers before 2016 were written another way, and the generator's first tenth is of 2015.
  const made = String(Math.ceil((count * 10) / 9))
  execFileSync(process.execPath, [generator, '--cases', made, '--out', out], { stdio: 'ignore' })
  const parties = partiesByCase(csvRows(join(out, 'parties.csv')))
  const rows = csvRows(join(out, 'cases.csv'))
    .slice(-count)
    .map((row, at) => ledgerRow(row, parties.get(row[0] ?? '') ?? nobody, at))
  const fileName = `${count}.${form}`
  const bytes = form === 'csv' ? csvFile(rows) : await xlsxFile(rows)
  writeFileSync(join(folder, fileName), bytes)
  return { fileName, bytes }
}

type Parties = { readonly applicants: string[]; readonly debtors: string[]; readonly debtorIds: string[] }
const nobody: Parties = { applicants: [], debtors: [], debtorIds: [] }

const csvRows = (path: string): string[][] =>
  readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((text) => text.split(','))

function partiesByCase(rows: readonly string[][]): ReadonlyMap<string, Parties> {
  const found = new Map<string, Parties>()
  for (const [number = '', role, , , name = '', identifier = ''] of rows) {
    const parties = found.get(number) ?? { applicants: [], debtors: [], debtorIds: [] }
    if (role === '申请执行人') parties.applicants.push(name)
    else {
      parties.debtors.push(name)
      parties.debtorIds.push(identifier)
    }
    found.set(number, parties)
  }
  return found
}

const yuan = (fen = '0'): string => `${fen.padStart(3, '0').slice(0, -2)}.${fen.padStart(3, '0').slice(-2)}`

function ledgerRow(row: readonly string[], { applicants, debtors, debtorIds }: Parties, at: number): string[] {
  const [
    number = '',
    ,
    filedOn = '',
    cause = '',
    claim,
    waived,
    unenforceable,
    recovered,
    judge = '',
    team = '',
    closedOn = '',
    manner = '',
    town = '',
  ] = row
  return [
    String(at + 1),
    number,
    filedOn,
    cause,
    applicants.join('、'),
    debtors.join('、'),
    debtorIds.join('、'),
    yuan(claim),
    yuan(waived),
    yuan(unenforceable),
    yuan(recovered),
    judge,
    team,
    closedOn,
    manner,
    town,
  ]
}

const csvFile = (rows: readonly string[][]): Buffer =>
  Buffer.from([heads, ...rows].map((row) => row.join(',')).join('\r\n'))

async function xlsxFile(rows: readonly string[][]): Promise<Buffer> {
  const written = async function* () {
    yield heads
    for (const row of rows) yield row.map((cell, at) => (at >= 7 && at <= 10 ? Number(cell) : cell))
  }
  return Buffer.from(await new Response(writeXlsxStream(written(), { name: '首执台账' })).arrayBuffer())
}
