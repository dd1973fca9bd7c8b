import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { TestPlatform } from '#kernel/testing/platform.ts'
import {
  asked,
  bring,
  bureau,
  caseOf,
  given,
  printedFigures,
  staff,
  type Rows,
} from '../../../tests/registers/court.ts'

const ledger = '04-强制措施台账.xlsx'
const period = { from: '2024-01-01', to: '2024-12-31' }
const openCase = '（2024）川1123执1147号'
let year: TestPlatform
before(async (t) => {
  year = await bureau(t as never)
  await bring(year, '01-首次执行案件台账.xlsx', ledger)
})
const fileOf = async (number: string) =>
  String((await asked<Rows>(year, 'crime.refusal-files', { text: number })).rows[0]?.['entryId'])

test('the sheet of refusal cases gives four convictions of four persons, and each stage its own count', async () => {
  const printed = await printedFigures(year)
  assert.deepEqual([printed.get('F08'), printed.get('F09')], ['4件', '4人'])
  type Value = { readonly id: string; readonly variant: string; readonly printed: string; readonly drill: string }
  const { rows } = await asked<Rows<Value>>(year, 'indicators.values', { ...period, by: ['court'] })
  const stages = rows.filter(({ id }) => id === 'K37').map(({ variant, printed: text }) => `${variant} ${text}`)
  assert.deepEqual(stages.toSorted(), [
    'convicted 4人',
    'declined 0人',
    'filed 4人',
    'printed 4件',
    'private 0人',
    'prosecuted 4人',
    'transferred 4人',
  ])
  const list = await asked<Rows>(year, 'crime.refusal-files', { day: 'judgedOn', ...period })
  assert.equal(list.total, 4)
})

test('the same sheet again changes nothing', async () => {
  for (const { sheet, counts } of await bring(year, ledger)) assert.equal(counts.created + counts.changed, 0, sheet)
})

test('a sheet of another court with other headings is known for what it is; persons of one judgment are one case', async () => {
  const csv = [
    '被告人姓名,执行案号,宣判时间,刑事判决书文号,判处刑罚,移送公安时间,公安机关立案时间,发现时间,检察机关起诉时间,公诉机关,量刑建议',
    '某甲,（2024）川1123执1147号,2024年12月30日,（2024）川1123刑初200号,拘役三个月,2024.10.8,2024.10.11,2024.9.1,2024.12.1,某检察院,拘役',
    '某乙,（2024）川1123执1151号,2024年12月30日,（2024）川1123刑初200号,拘役二个月,2024.10.8,2024.10.11,2024.9.1,2024.12.1,某检察院,拘役',
  ].join('\n')
  const [sheet] = await bring(year, { fileName: '打击拒执犯罪统计.csv', bytes: new TextEncoder().encode(csv) })
  assert.deepEqual([sheet?.kind, sheet?.accepted], ['refusal-file', 2])
  const printed = await printedFigures(year)
  assert.deepEqual([printed.get('F08'), printed.get('F09')], ['5件', '6人'])
})

test('a transfer for breach after sanction, without a sanction, is refused with its rule', async () => {
  const { caseId, debtors } = await caseOf(year, '（2024）川1123执1151号')
  const opened = await given(year, 'crime.record-refusal-file', {
    caseId,
    partyId: debtors[0]?.partyId,
    clueOn: '2025-01-02',
  })
  assert.equal(opened.problem, null)
  const handed = {
    entryId: opened.entryId,
    transferredOn: '2025-01-06',
    ground: '经处罚后仍拒不报告、虚假报告财产或违反限制消费令',
  }
  const { problem } = await given(year, 'crime.transfer-refusal-file', handed)
  assert.equal(problem?.rule, 'crime.after-measure')
  const after = await given(year, 'crime.transfer-refusal-file', { ...handed, sanctionedOn: '2024-12-20' })
  assert.equal(after.problem, null)
  const early = await given(year, 'crime.note-filing-refusal-file', {
    entryId: opened.entryId,
    policeFiledOn: '2025-01-05',
  })
  assert.match(early.problem?.detail.zh ?? '', /早于移送公安日期/)
})

test('what a ledger says against the order of stages is recorded and marked', async () => {
  const csv = [
    '案号,被执行人,线索发现日期,移送公安日期,公安立案日期,判决日期,刑事案号,判决结果',
    '（2024）川1123执1120号,某丙,2023-09-01,2023-10-08,2023-10-01,2023-12-30,（2023）川1123刑初9号,无罪',
  ].join('\n')
  const [sheet] = await bring(year, { fileName: '拒执.csv', bytes: new TextEncoder().encode(csv) })
  assert.equal(sheet?.accepted, 1)
  const { rows } = await asked<Rows>(year, 'crime.refusal-files', { text: '（2024）川1123执1120号' })
  const [{ marks } = { marks: [] }] = rows as readonly { readonly marks: readonly { readonly code: string }[] }[]
  const codes = marks.map(({ code }) => code)
  assert.deepEqual(codes.toSorted(), [
    'W_ACQUITTED_AS_CONVICTED',
    'W_JUDGED_WITHOUT_CHARGE',
    'W_NOT_A_DEBTOR',
    'W_STAGES_OUT_OF_ORDER',
  ])
})

test('an applicant prosecutes only after asking police or procuratorate in vain', async () => {
  const { caseId, debtors } = await caseOf(year, openCase)
  const who = { caseId, partyId: debtors[0]?.partyId }
  const { entryId } = await given(year, 'crime.record-refusal-file', { ...who, clueOn: '2025-01-02' })
  const act = { entryId, privateOn: '2025-01-06' }
  assert.equal((await given(year, 'crime.note-private-prosecution-refusal-file', act)).problem?.rule, 'crime.private')
  const withComplaint = { ...act, complainedOn: '2025-01-03' }
  assert.equal((await given(year, 'crime.note-private-prosecution-refusal-file', withComplaint)).problem, null)
})

test('a clue comes up at the joint centre as often as it must, once a day', async () => {
  const { caseId, debtors } = await caseOf(year, openCase)
  const review = { caseId, partyId: debtors[0]?.partyId, reviewedOn: '2025-01-06', outcome: '补证', gaps: '流水' }
  assert.equal((await given(year, 'crime.record-clue-review', review)).problem, null)
  const again = await given(year, 'crime.record-clue-review', { ...review, outcome: '移送' })
  assert.equal(again.problem?.type, '/problems/registers/same-entry')
  const later = await given(year, 'crime.record-clue-review', { ...review, reviewedOn: '2025-01-07', outcome: '移送' })
  assert.equal(later.problem, null)
})

test('who handles no case sees no file', async () => {
  const stranger = staff('11111111-1111-4111-8111-111111111111', ['crime.read'])
  assert.equal((await asked<Rows>(year, 'crime.refusal-files', {}, stranger)).total, 0)
  assert.notEqual(await fileOf('（2023）川1123执1140号'), 'undefined')
})
