const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const entity = /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi
const escapedSign = /_x([0-9A-F]{4})_/gi

/** The text between two tags: entities resolved, and Excel's own `_x000A_` for signs XML cannot hold. */
export function xmlText(text: string): string {
  let plain = text
  if (plain.includes('&')) {
    plain = plain.replace(entity, (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return named[name] ?? whole
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
    })
  }
  if (!plain.includes('_x')) return plain
  return plain.replace(escapedSign, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

const phonetic = /<(?:\w+:)?rPh\b[\s\S]*?<\/(?:\w+:)?rPh>/g
const textRun = /<(?:\w+:)?t(?:\s[^>]*)?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?t>)/g
const characterData = /<!\[CDATA\[([\s\S]*?)\]\]>/g

/** The words of a rich text, its runs joined and the phonetic guide left out. */
export function richText(xml: string): string {
  const source = xml.includes('rPh') ? xml.replace(phonetic, '') : xml
  let text = ''
  for (const [, run = ''] of source.matchAll(textRun)) {
    text += run.includes('<![CDATA[') ? run.replace(characterData, '$1') : xmlText(run)
  }
  return text
}

const attributePattern = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

export function attributesOf(tag: string): Record<string, string> {
  const found: Record<string, string> = {}
  for (const [, name = '', double, single] of tag.matchAll(attributePattern)) {
    found[name] = xmlText(double ?? single ?? '')
  }
  return found
}

/** Every tag of that local name, as its attributes. For the small parts of a workbook, never for a sheet. */
export function tagsOf(xml: string, localName: string): Record<string, string>[] {
  const pattern = new RegExp(`<(?:[\\w.-]+:)?${localName}(?=[\\s/>])([^>]*)>`, 'g')
  return [...xml.matchAll(pattern)].map(([, attributes = '']) => attributesOf(attributes))
}
