/** Words in which digits are part of a name. */
const names = /执行110|公安110|“?3\+1”?|三区16岗|12345|12368/g
const calendar = /\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月(?:\d{1,2}日)?/g
const slot = /\{[A-Za-z]\w*\}/g

/** Numbers that a person has typed into a sentence and that no record stands behind; days and names are none. */
export function typedNumbers(text: string): readonly string[] {
  const rest = text.replaceAll(slot, ' ').replaceAll(names, ' ').replaceAll(calendar, ' ')
  return rest.match(/\d[\d,]*(?:\.\d+)?%?/g) ?? []
}
