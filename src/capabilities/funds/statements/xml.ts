import { brokenFile, UnreadableStatement } from './statement.ts'

/** An element of a small document, prefixes dropped. */
export type Element = {
  readonly name: string
  readonly line: number
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Element[]
  readonly text: string
}

type Open = { name: string; line: number; attributes: Record<string, string>; children: Element[]; text: string }

const token =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/g
const attribute = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const plain = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, digits?: string, name?: string) => {
    if (name !== undefined) return entities[name] ?? whole
    const code = hex === undefined ? Number(digits) : Number.parseInt(hex, 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Reads a whole document. Every tag must be closed where it belongs: half a file is refused with the line it breaks at. */
export function readXml(text: string): Element {
  const lineAt = lineCounter(text)
  const broken = (at: number, what: string): never => {
    throw new UnreadableStatement(brokenFile(lineAt(at), what))
  }
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) broken(text.search(/<!DOCTYPE|<!ENTITY/i), '不接受带 DTD 的文件')
  const stack: Open[] = []
  let root: Element | undefined
  let at = 0
  for (const found of text.matchAll(token)) {
    const between = text.slice(at, found.index)
    if (between.includes('<')) broken(at, '标签不完整')
    const top = stack.at(-1)
    if (top) top.text += plain(between)
    at = found.index + found[0].length
    const [, cdata, closing, name, attributes = '', empty] = found
    if (cdata !== undefined && top) top.text += cdata
    if (name === undefined) continue
    const line = lineAt(found.index)
    if (closing) {
      const done = stack.pop()
      if (!done || done.name !== localName(name)) broken(found.index, `</${name}> 没有对应的开始`)
      if (done) root = closed(done, stack, root)
      continue
    }
    const opened: Open = { name: localName(name), line, attributes: {}, children: [], text: '' }
    for (const [, key = '', double, single] of attributes.matchAll(attribute)) {
      opened.attributes[localName(key)] = plain(double ?? single ?? '')
    }
    if (empty) root = closed(opened, stack, root)
    else stack.push(opened)
  }
  if (stack.length > 0) broken(text.length - 1, `<${stack.at(-1)?.name}> 没有结束`)
  if (!root || text.slice(at).includes('<')) return broken(at, '标签不完整')
  return root
}

function closed(done: Open, stack: readonly Open[], root: Element | undefined): Element | undefined {
  const parent = stack.at(-1)
  if (!parent) return done
  parent.children.push(done)
  return root
}

function lineCounter(text: string): (at: number) => number {
  let line = 1
  let from = 0
  return (at) => {
    for (let next = text.indexOf('\n', from); next !== -1 && next < at; next = text.indexOf('\n', from)) {
      line++
      from = next + 1
    }
    return line
  }
}

/** Every element at the end of a path below this one. */
export function all(element: Element, ...path: readonly string[]): readonly Element[] {
  let found: readonly Element[] = [element]
  for (const name of path) found = found.flatMap(({ children }) => children.filter((child) => child.name === name))
  return found
}
export const one = (element: Element, ...path: readonly string[]): Element | undefined => all(element, ...path)[0]
export const textAt = (element: Element | undefined, ...path: readonly string[]): string | null => {
  const found = element && one(element, ...path)?.text.trim()
  return found === undefined || found === '' ? null : found
}
