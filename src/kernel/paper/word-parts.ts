import { wanted, type Role } from './faces.ts'
import type { Geometry, Type } from './geometry.ts'
import { markInk, redHeadInk } from './paper.ts'
import type { Sheet } from './typeset.ts'

/**
 * The styles and fonts of the Word file, as WordprocessingML. Text carries style names only, so that an office can
 * restyle a paper in one place. Order of elements follows the schema (ECMA-376 part 1, 17.3.1.26 and 17.3.2.28).
 */
export function wordStyles(kind: 'official' | 'working', page: Geometry): string {
  const body: Role = kind === 'official' ? 'body' : 'song'
  const indent = `<w:ind w:firstLineChars="200" w:firstLine="${twips(page.body.size * 2)}"/>`
  const offGrid = '<w:snapToGrid w:val="0"/>'
  const natural = '<w:spacing w:val="0"/>'
  return xml(`<w:styles xmlns:w="${wordNamespace}">
<w:docDefaults><w:rPrDefault><w:rPr>${letters(body, page.body)}<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>
<w:pPrDefault><w:pPr>${noAutoSpace}${lines(page.body)}</w:pPr></w:pPrDefault></w:docDefaults>
${paragraphStyle('Normal', 'Normal', `${noAutoSpace}${lines(page.body)}`, letters(body, page.body, pitch(page)), ' w:default="1"')}
${paragraphStyle('Title', 'Title', `${offGrid}${lines(page.title)}${jc('center')}`, `${face('title')}${natural}${size(page.title)}`)}
${paragraphStyle('Subtitle', 'Subtitle', jc('center'), face('kai'))}
${headings.map(({ level, role }) => headingStyle(level, role ?? body, indent)).join('\n')}
${paragraphStyle('BodyText', 'Body Text', `${indent}${jc('both')}`, '')}
${paragraphStyle('Caption', 'caption', `<w:keepNext/>${offGrid}${lines(page.table)}${jc('center')}`, `${face('hei')}${natural}${size(page.table)}`)}
${paragraphStyle('TableText', '表格文字', `${offGrid}${lines(page.table)}`, `${natural}${size(page.table)}`)}
${paragraphStyle('FootnoteText', 'footnote text', `${offGrid}${lines(page.note)}`, letters('song', page.note, natural))}
${paragraphStyle('EndnoteText', 'endnote text', `${offGrid}${lines(page.note)}`, letters('song', page.note, natural))}
${paragraphStyle('Footer', 'footer', `${offGrid}${lines(page.foot)}`, letters('song', page.foot, natural))}
${paragraphStyle('Signature', 'Signature', `<w:keepLines/>${jc('right')}`, '')}
${paragraphStyle('RedHead', '发文机关标志', `${offGrid}${jc('center')}`, `${face('title')}${color(redHeadInk)}${natural}`)}
${paragraphStyle('IssueNumber', '发文字号', jc('center'), '')}
${characterStyle('FootnoteReference', 'footnote reference', raised)}
${characterStyle('EndnoteReference', 'endnote reference', raised)}
${characterStyle('Lead', '段首小标题', face('kai'))}
${characterStyle('Unsupported', '未绑定', marked(markInk.unsupported))}
${characterStyle('Differs', '不一致', marked(markInk.differs))}
${characterStyle('UnsupportedWord', '未绑定标记', `${face('hei')}${color(markInk.unsupported)}${raised}`)}
${characterStyle('DiffersWord', '不一致标记', `${face('hei')}${color(markInk.differs)}${raised}`)}
</w:styles>`)
}

/** Names what to use where a face is not installed; Word then asks for no replacement and keeps the name. */
export const wordFonts = (): string =>
  xml(`<w:fonts xmlns:w="${wordNamespace}">
${Object.values(wanted).map(fontEntry).join('\n')}
</w:fonts>`)

/** The file's properties. Its only date is the paper's own: the same paper is the same file whenever it is made. */
export function wordProperties({ title, issuer, date }: Sheet): string {
  const made = date ? ['created', 'modified'].map((name) => moment(name, date)).join('') : ''
  return xml(
    `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(title.join(''))}</dc:title>${
      issuer === null ? '' : `<dc:creator>${escaped(issuer)}</dc:creator>`
    }<dc:language>zh-CN</dc:language>${made}</cp:coreProperties>`,
  )
}

const moment = (name: string, date: Temporal.PlainDate): string =>
  `<dcterms:${name} xsi:type="dcterms:W3CDTF">${date.toString()}T00:00:00Z</dcterms:${name}>`

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)

const fontEntry = ({ name, alike }: { readonly name: string; readonly alike: readonly string[] }): string =>
  `<w:font w:name="${name}"><w:altName w:val="${alike.join(',')}"/><w:charset w:val="86"/><w:family w:val="auto"/></w:font>`

const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** 黑体, 楷体, then the body's own face in bold: GB/T 9704—2012 clause 7.3.3. */
const headings: readonly { readonly level: 1 | 2 | 3; readonly role: Role | undefined }[] = [
  { level: 1, role: 'hei' },
  { level: 2, role: 'kai' },
  { level: 3, role: undefined },
]

const headingStyle = (level: 1 | 2 | 3, role: Role, indent: string): string =>
  paragraphStyle(
    `Heading${level}`,
    `heading ${level}`,
    `<w:keepNext/>${indent}<w:outlineLvl w:val="${level - 1}"/>`,
    `${face(role)}${level === 3 ? '<w:b/>' : ''}`,
  )

const paragraphStyle = (id: string, name: string, paragraph: string, run: string, attributes = ''): string =>
  style('paragraph', id, name, `<w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr>`, attributes)

const characterStyle = (id: string, name: string, run: string): string =>
  style('character', id, name, `<w:rPr>${run}</w:rPr>`, '')

const style = (type: string, id: string, name: string, content: string, attributes: string): string =>
  `<w:style w:type="${type}" w:styleId="${id}"${attributes}><w:name w:val="${name}"/>${
    id === 'Normal' || type === 'character' ? '' : '<w:basedOn w:val="Normal"/>'
  }<w:qFormat/>${content}</w:style>`

const twips = (points: number): number => Math.round(points * 20)
const lines = ({ line }: Type): string =>
  `<w:spacing w:before="0" w:after="0" w:line="${twips(line)}" w:lineRule="exact"/>`
const size = (type: Type): string => `<w:sz w:val="${type.size * 2}"/><w:szCs w:val="${type.size * 2}"/>`
const jc = (side: string): string => `<w:jc w:val="${side}"/>`
const color = (ink: string): string => `<w:color w:val="${ink}"/>`
const raised = '<w:vertAlign w:val="superscript"/>'
const marked = (ink: string): string => `${color(ink)}<w:u w:val="dotted" w:color="${ink}"/>`
const face = (role: Role): string => {
  const { name } = wanted[role]
  return `<w:rFonts w:ascii="${name}" w:hAnsi="${name}" w:eastAsia="${name}" w:cs="${name}"/>`
}
const letters = (role: Role, type: Type, between = ''): string => `${face(role)}${between}${size(type)}`
/** Body type is drawn together by a hair so that a line holds its 28 characters; rounded down, or the last would wrap. */
const pitch = ({ body, characterPitch }: Geometry): string => {
  const tighter = Math.floor((characterPitch - body.size) * 20)
  return tighter === 0 ? '' : `<w:spacing w:val="${tighter}"/>`
}
/** Official text has no extra space between Han and digits. */
const noAutoSpace = '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
const xml = (content: string): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${content}`
