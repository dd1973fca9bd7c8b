const faces = [
  'HarmonyOS Sans SC',
  'Source Han Sans SC',
  'SourceHanSansSC-Regular',
  'Noto Sans CJK SC',
  'NotoSansCJKsc-Regular',
  'Noto Sans SC',
  'PingFang SC',
  'PingFangSC-Regular',
  'Microsoft YaHei',
  'WenQuanYi Micro Hei',
]

/** Long enough for the first screen to be there. */
const rareAfter = 5000

/** Loads our own Chinese face where the machine has none. A local face that cannot be found is refused at once. */
export async function loadFallbackFont(): Promise<void> {
  const probe = new FontFace('duixian-probe', faces.map((name) => `local("${name}")`).join(','))
  const found = await probe.load().catch(() => undefined)
  if (found) return
  await import('./noto-sheet.ts')
  setTimeout(() => void import('./wenkai-sheet.ts'), rareAfter)
}
