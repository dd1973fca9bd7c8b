import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureFonts } from '../fonts.ts'
import { writeNames } from '../names.ts'
import { cell, heading, paragraph, type Paper, type Table } from '../paper.ts'
import { readTables, tableOf, writeFont } from '../sfnt.ts'

/** Kept between runs, because making the fonts takes seconds. */
export const testFontDir = join(import.meta.dirname, '../../../../var/fonts')

/** A folder with Chinese and a blank in its name, gone afterwards. */
export async function inTemporaryFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), '兑现 试用-'))
  try {
    await use(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** A font that a court might have bought: ours under another name. */
export async function putCourtFont(folder: string, family: string): Promise<void> {
  await ensureFonts(testFontDir)
  const tables = readTables(await readFile(join(testFontDir, 'dx-hei.ttf')))
  const named = new Map([...tables, ['name', writeNames(family, tableOf(tables, 'name'))]])
  await writeFile(join(folder, 'court.ttf'), writeFont(named))
}

const rates: Table = {
  kind: 'table',
  caption: '表1　收结案情况',
  columns: [
    { align: 'left', share: 2 },
    { align: 'right', share: 1 },
    { align: 'right', share: 1 },
  ],
  head: [
    [
      { ...cell('类型'), down: 2 },
      { ...cell('件数'), across: 2 },
    ],
    [cell('受理'), cell('执结')],
  ],
  body: [[cell('首次执行'), cell('1,191'), cell({ text: '1,188', note: 'rate' })]],
}

/** A short report that has one of everything. */
export const report: Paper = {
  kind: 'official',
  title: '示范县人民法院\n2024年执行工作情况报告',
  issuer: '示范县人民法院',
  date: Temporal.PlainDate.from('2024-12-31'),
  notes: [
    { id: 'spare', text: '本报告为初稿' },
    { id: 'reward', text: '公布值51%，按38人计算为50.00%' },
    { id: 'rate', text: '结案率', formula: '1188 ÷ 1191', source: '首次执行台账', asOf: '2024-12-31' },
  ],
  blocks: [
    { kind: 'paragraph', layout: 'flush', runs: [{ text: '县委政法委：' }] },
    heading(1, '一、基本情况'),
    paragraph('受理首次执行案件1191件，结案率', { text: '99.74%', note: 'rate' }, '。', {
      text: '执行质效居全市前列。',
      mark: 'unsupported',
    }),
    heading(2, '（一）强制措施'),
    heading(3, '1．拘留'),
    paragraph('控制19人，成功率', { text: '51%', mark: 'differs', note: 'reward' }, '。'),
    { kind: 'paragraph', lead: '（二）悬赏。', runs: [{ text: '犍䶮㐂𠮷四字可见。' }] },
    rates,
    paragraph('特此报告。'),
  ],
}

/** A list of cases as a desk prints it. */
export const listOf = (rows: number): Paper => ({
  kind: 'working',
  orientation: 'landscape',
  title: '在办案件',
  date: Temporal.PlainDate.from('2024-12-31'),
  print: { by: '张某', at: '2024-12-31 17:05', asOf: '17:05:10' },
  notes: [],
  blocks: [
    {
      kind: 'table',
      columns: [
        { align: 'right', share: 1 },
        { align: 'left', share: 3 },
        { align: 'right', share: 2 },
      ],
      head: [[cell('序号'), cell('案号'), cell('标的（元）')]],
      body: Array.from({ length: rows }, (_, i) => [
        cell(String(i + 1)),
        cell(`（2024）川0000执${i + 1}号`),
        cell('39,500.00'),
      ]),
    },
  ],
})

/** What ledgers and enemies write. */
export const hostileTexts: readonly string[] = [
  '#set page(width: 1cm)',
  '\\ \\# $x^2$ *b* _i_ `raw` @ref <lbl> // c /* d */ [x] {y}',
  ']]>&amp;<w:p/><!-- -->',
  'a\u0000b\u0007c\u001bd',
  'x\ud800y',
  '\u202e向反\u202c',
  '👍🏽',
  '\ue000',
  '葛\u{e0100}城',
  'a\tb\r\nc\u2028d',
  '"双" \'单\'',
  '=1+1',
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'.repeat(3),
]
