import assert from 'node:assert/strict'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { openFontSet } from './font-set.ts'
import { ensureFonts, type FontProgress } from './fonts.ts'
import { inTemporaryFolder, putCourtFont, testFontDir } from './testing/samples.ts'

/** The 6,763 Han characters of GB 2312, rows 16 to 87. */
function gb2312(): string {
  const pairs = Array.from({ length: 72 * 94 }, (_, i) => [0xb0 + Math.floor(i / 94), 0xa1 + (i % 94)]).flat()
  return new TextDecoder('gb18030').decode(Buffer.from(pairs)).replace(/[^\p{Script=Han}]/gu, '')
}

test('every Han character of GB 2312 can be drawn', async () => {
  const { missingCharacters } = await openFontSet({ fontDir: testFontDir })
  assert.equal([...gb2312()].length, 6763)
  assert.deepEqual(missingCharacters(gb2312()), [])
})

test('rare characters of names and places can be drawn', async () => {
  const { missingCharacters } = await openFontSet({ fontDir: testFontDir })
  assert.deepEqual(missingCharacters('犍䶮㐂𠮷〓□—〔〕№①②③\n葛\u{e0100}'), [])
})

test('a character that no font has is named once, before it is printed', async () => {
  const { missingCharacters } = await openFontSet({ fontDir: testFontDir })
  assert.deepEqual(missingCharacters('周\ue000某\ue000华\u{20c5e}'), ['\ue000', '\u{20c5e}'])
})

test('two that make fonts at the same time leave whole files, the same as ever, and nothing else', async () => {
  await ensureFonts(testFontDir)
  await inTemporaryFolder(async (folder) => {
    const steps: FontProgress[] = []
    await Promise.all([ensureFonts(folder, (step) => steps.push(step)), ensureFonts(folder)])
    const fonts = (await readdir(folder)).filter((name) => !name.endsWith('.LICENSE'))
    assert.deepEqual(fonts.sort(), ['dx-biaosong.ttf', 'dx-hei.ttf', 'dx-kai.ttf', 'dx-song.ttf'])
    for (const font of fonts)
      assert.ok((await readFile(join(folder, font))).equals(await readFile(join(testFontDir, font))), font)
    assert.deepEqual(
      steps.map(({ done, of }) => `${done}/${of}`),
      ['1/4', '2/4', '3/4', '4/4'],
    )
  })
})

test('fonts that are there are not made again', async () => {
  await ensureFonts(testFontDir)
  const before = await stat(join(testFontDir, 'dx-kai.ttf'))
  await ensureFonts(testFontDir)
  assert.equal((await stat(join(testFontDir, 'dx-kai.ttf'))).mtimeMs, before.mtimeMs)
})

test('without a licensed font each face says what stands in for it', async () => {
  const { faces } = await openFontSet({ fontDir: testFontDir })
  assert.deepEqual(
    faces.map(({ wanted, families, substituted }) => [wanted, families[0], substituted]),
    [
      ['仿宋_GB2312', 'DX Kai', true],
      ['楷体_GB2312', 'DX Kai', true],
      ['黑体', 'DX Hei', true],
      ['方正小标宋简体', 'DX Biaosong', true],
      ['宋体', 'DX Song', true],
    ],
  )
})

test("a court's own font is taken before ours, under any name its maker gave it", async () => {
  await inTemporaryFolder(async (folder) => {
    await putCourtFont(folder, 'FangSong_GB2312')
    const { faces } = await openFontSet({ fontDir: testFontDir, courtFontDir: folder })
    const body = faces.find(({ role }) => role === 'body')
    assert.deepEqual(body?.families.slice(0, 2), ['FangSong_GB2312', 'DX Kai'])
    assert.equal(body?.substituted, false)
  })
})

test("a file in the court's folder that is no font is named", async () => {
  await inTemporaryFolder(async (folder) => {
    await writeFile(join(folder, '损坏.ttf'), 'no font')
    await assert.rejects(openFontSet({ fontDir: testFontDir, courtFontDir: folder }), /not a font: .*损坏\.ttf/)
  })
})
