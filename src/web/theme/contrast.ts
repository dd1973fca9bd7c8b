/** Light colours and what stands for each where contrast is wanted; the same pairs as in tokens.css. */
const stronger: Readonly<Record<string, string>> = {
  '#F5F6F8': '#FFFFFF',
  '#F8F9FB': '#FFFFFF',
  '#F1F5F9': '#E6EEF9',
  '#DCE9F9': '#CFE0F7',
  '#D8DCE3': '#000000',
  '#E8EBF0': '#6B6B6B',
  '#78828F': '#000000',
  '#EEF0F4': '#F0F0F0',
  '#1A2230': '#000000',
  '#465162': '#000000',
  '#5D6878': '#1F1F1F',
  '#1D4F91': '#00307A',
  '#173F75': '#001F52',
  '#12335F': '#001335',
  '#E8F0FA': '#E6EEF9',
  '#EDF0F4': '#FFFFFF',
  '#8A1F63': '#5E0B42',
  '#FAE9F3': '#FFFFFF',
  '#D9A3C5': '#5E0B42',
  '#8A5200': '#5C3600',
  '#FFF3D9': '#FFFFFF',
  '#E3BD74': '#5C3600',
  '#1A6B3A': '#004D20',
  '#E6F4EA': '#FFFFFF',
  '#0A5C78': '#00404F',
  '#E4F3F8': '#FFFFFF',
  '#0B57D0': '#000000',
  '#12294B': '#000000',
}

/** The theme with every colour replaced by its stronger one. */
export const contrasted = <T>(theme: T): T =>
  JSON.parse(JSON.stringify(theme).replaceAll(/#[0-9A-F]{6}/g, (colour) => stronger[colour] ?? colour)) as T
