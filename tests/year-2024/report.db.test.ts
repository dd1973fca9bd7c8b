import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { ReportContent } from '../../src/capabilities/report/contract.ts'
import { importFile } from '#capabilities/ledgers'
import { reportFile } from '#capabilities/report'
import { readDocx } from '#kernel/paper/testing/read-docx.ts'
import { execute } from '#kernel/pipeline/execute.ts'
import { isRefusal } from '#kernel/problem.ts'
import { day } from '#kernel/values/dates.ts'
import { answer, director, emptyCourt, inCourt, recordYear, truth } from './court.ts'
import { rooms } from './rooms.ts'

const platform = await emptyCourt(undefined, rooms)
const [from, to] = ['2024-01-01', '2024-12-31']
const preview = () => answer<ReportContent>(platform, 'report.preview', { from, to })
const textOf = ({ sections }: ReportContent) =>
  sections.flatMap(({ sentences }) => sentences.flatMap(({ parts }) => parts.map(({ text }) => text))).join('')
const figure = (content: ReportContent, id: string) => {
  const found = content.figures.find((one) => one.id === id)
  assert.ok(found, id)
  return found
}

test('a court without records claims nothing: every figure that is counted reads "no records yet"', async () => {
  const content = await preview()
  const claimed = content.figures.filter(({ printed, ground }) => printed !== null && ground !== 'configured')
  assert.deepEqual(
    claimed.map(({ id }) => id),
    [],
  )
  assert.match(textOf(content), /受理首次执行案件〔尚无记录〕，执结〔尚无记录〕，结案率〔尚无记录〕/)
})

test('with the ledgers 01 and 13 on record', async (t) => {
  await recordYear(platform)
  const file = '13-全市对比指标.xlsx'
  const bytes = readFileSync(new URL(`../samples/2024/${file}`, import.meta.url))
  await importFile(platform, director([]), { fileName: file, bytes })
  const content = await preview()

  await t.test('the figures of the register stand exactly as the report printed them', () => {
    for (const id of ['F01', 'F02', 'F03', 'F05', 'F06', 'F07']) {
      assert.equal(figure(content, id).printed, figure(content, id).published, id)
      assert.equal(figure(content, id).ground, 'records', id)
    }
    assert.match(textOf(content), /^2024年，我院受理首次执行案件1191件，执结1188件，结案率99\.74%。/)
  })

  await t.test('what only the superior court can know is imported and says so', () => {
    for (const id of ['F04', 'F10', 'F28', 'F29']) {
      assert.equal(figure(content, id).printed, figure(content, id).published, id)
      assert.equal(figure(content, id).ground, 'imported', id)
    }
    assert.match(figure(content, 'F28').formula, /75人 ÷ .*150人 × 100% = 50\.00%/)
    assert.match(figure(content, 'F29').formula, /4件 ÷ .*8件/)
    assert.equal(truth.figures.city.deliveredShare.truncated2, '50.00')
  })

  await t.test('figures of rooms that are not there stay unsupported, visibly', () => {
    const missing = ['F08', 'F11', 'F13', 'F15', 'F18', 'F22', 'F23', 'F24', 'F26', 'F27', 'F30', 'F31']
    for (const id of missing) assert.equal(figure(content, id).printed, null, id)
    assert.match(textOf(content), /拘留〔尚无记录〕，实际送拘〔尚无记录〕/)
    assert.doesNotMatch(textOf(content), /87|75人|231万/)
  })

  await t.test('goals that compare with a year before stay unsupported until that year is on record', () => {
    for (const id of ['F35', 'F36']) assert.equal(figure(content, id).ground, null, id)
    const goals = content.sections.flatMap(({ sentences }) => sentences).find(({ id }) => id === 'goals')
    assert.deepEqual(goals?.lacks.length, 2)
  })

  await t.test('51 % printed beside 19 of 38 is told as a difference', () => {
    assert.deepEqual(
      content.differences.map(({ figure: id, published, reckoned }) => [id, published, reckoned]),
      [['F23', '51%', '50.00%']],
    )
  })

  await t.test('every figure opens the records behind it and prints its formula', async () => {
    for (const { id, printed, ground, parts, formula } of content.figures) {
      if (printed === null) continue
      assert.ok(formula.length > 5, id)
      assert.ok(
        parts.every(({ href }) => href !== null),
        id,
      )
      if (ground !== 'records') continue
      for (const { text, href } of parts) {
        const query = new URLSearchParams(href?.split('?')[1])
        const input = Object.fromEntries(query)
        const list = await answer<{ sums: Record<string, string> }>(platform, 'indicators.records', input, {
          total: true,
        })
        assert.equal(text.replaceAll(/\D/g, ''), list.sums['weight'], `${id} ${text}`)
      }
    }
    assert.equal(figure(content, 'F01').formula, '旧存 37件 + 新收 1154件 = 1191件')
    assert.match(figure(content, 'F03').formula, /执结 1188件 ÷ 受理.*1191件 × 100% = 99\.7481…%，截断2位/)
  })

  await t.test('the Word file holds the sentences, the sources and the difference', async () => {
    const { bytes: word, fileName } = await inCourt(platform, (tx, occasion) =>
      reportFile(tx, { from: day(from), to: day(to) }, 'docx', occasion),
    )
    assert.equal(fileName, '犍为县人民法院2024年执行工作情况报告.docx')
    const text = [...readDocx(word).values()].join('').replaceAll(/<[^>]+>/g, '')
    for (const words of [
      '1191件',
      '99.74%',
      '44.79%',
      '90.75%',
      '88.99%',
      '均高于全省平均值',
      '全市排名第一',
      '公布 51%',
      '50.00%',
      '尚无记录',
    ])
      assert.ok(text.includes(words), words)
  })

  await t.test('the PDF is one', async () => {
    const { bytes: pdf } = await inCourt(platform, (tx, occasion) =>
      reportFile(tx, { from: day(from), to: day(to) }, 'pdf', occasion),
    )
    assert.equal(Buffer.from(pdf.subarray(0, 5)).toString(), '%PDF-')
  })
})

test('a draft becomes final only when nothing is left without support or signature', async () => {
  const actor = director(['report.read', 'report.write', 'report.finalise'])
  const give = async (command: string, input: object) => execute(platform, actor, { command, input })
  const drafted = await give('report.draft', { from, to })
  assert.ok(!isRefusal(drafted))
  const reportId = String(drafted.answer?.['reportId'])
  const again = await give('report.draft', { from, to })
  assert.ok(isRefusal(again) && again.problem.type === '/problems/report/drafted-already')

  const page = () => answer<ReportContent>(platform, 'report.page', { reportId })
  const open = (await page()).sections.flatMap(({ sentences }) => sentences).filter(({ lacks }) => lacks.length > 0)
  assert.ok(open.length >= 8)
  const refused = await give('report.finalise', { reportId })
  assert.ok(isRefusal(refused) && refused.problem.type === '/problems/report/not-ready')

  await give('report.rewrite-sentence', { reportId, sentenceId: 'measures', body: '拘留87人，执结{F02}。' })
  const typed = (await page()).sections.flatMap(({ sentences }) => sentences).find(({ id }) => id === 'measures')
  assert.deepEqual(typed?.lacks, ['87：手写数字，未绑定'])
  const unknown = await give('report.rewrite-sentence', { reportId, sentenceId: 'measures', body: '拘留{F99}。' })
  assert.ok(isRefusal(unknown) && unknown.problem.type === '/problems/report/unknown-figure-in-text')

  for (const { id } of open) {
    const signed = await give('report.sign-for', { reportId, sentenceId: id, reason: '台账另存，已核对' })
    assert.ok(!isRefusal(signed), id)
  }
  await inCourt(platform, async (tx) => {
    await tx.client.query("update report_figure set printed = '1187件' where figure_id = 'F02'")
  })
  assert.equal((await page()).counts.changed, 1)
  assert.ok(isRefusal(await give('report.finalise', { reportId })))
  assert.ok(!isRefusal(await give('report.refresh-figure', { reportId, figureId: 'F02' })))
  assert.deepEqual((await page()).counts, { ...(await page()).counts, unbound: 0, changed: 0 })
  assert.ok(!isRefusal(await give('report.finalise', { reportId })))
  const late = await give('report.rewrite-sentence', { reportId, sentenceId: 'rank', body: '很好。' })
  assert.ok(isRefusal(late) && late.problem.type === '/problems/report/already-final')
})

test('a year that has not begun can be drafted: it claims nothing and says why', async () => {
  const actor = director(['report.read', 'report.write'])
  const input = { from: '2026-01-01', to: '2026-12-31' }
  const drafted = await execute(platform, actor, { command: 'report.draft', input })
  assert.ok(!isRefusal(drafted), JSON.stringify(drafted))
  const content = await answer<ReportContent>(platform, 'report.page', { reportId: drafted.answer?.['reportId'] })
  assert.match(content.remarks.join(''), /2026年1月1日起，尚未开始/)
  const claimed = content.figures.filter(({ printed, ground }) => printed !== null && ground !== 'configured')
  assert.deepEqual(
    claimed.map(({ id }) => id),
    [],
  )
  const { bytes } = await inCourt(platform, (tx, occasion) =>
    reportFile(tx, { from: day(input.from), to: day(input.to) }, 'docx', occasion),
  )
  assert.match([...readDocx(bytes).values()].join(''), /尚未开始/)
})

test('a year that is not over says up to which day it counts', async () => {
  const { remarks } = await answer<ReportContent>(platform, 'report.preview', { from: '2025-01-01', to: '2025-12-31' })
  assert.deepEqual(remarks, ['报告期尚未届满：数字计至2025年1月7日。'])
})

test('a statistical year is titled by its months', async () => {
  const { title } = await answer<ReportContent>(platform, 'report.preview', { from: '2023-12-01', to: '2024-11-30' })
  assert.match(title, /2024年度（2023年12月至2024年11月）执行工作情况报告/)
})
