import type { Plugin } from 'vite'

/**
 * A room's window names its registers, and the first load wants of each no more than menu and forms are named by. The build
 * gives the window their heads; the declaration whole, with its headings and codes, follows when a page or form is opened.
 */
export const registerHeads = (): Plugin => ({
  name: 'duixian-register-heads',
  enforce: 'pre',
  async resolveId(source, importer) {
    if (!importer?.endsWith('/ui/index.ts') || !source.startsWith('../')) return undefined
    const found = await this.resolve(source, importer, { skipSelf: true })
    return found && (await registersIn(found.id)).length > 0 ? `${found.id}${mark}` : found
  },
  async load(id) {
    if (!id.endsWith(mark)) return undefined
    const file = id.slice(0, -mark.length)
    return (await registersIn(file)).map((register) => headOf(file, register)).join('\n')
  },
})

const mark = '?head'

type Declared = readonly [exported: string, register: Readonly<Record<string, unknown>>]

/** Registers are plain data: the build reads them as the server does. */
async function registersIn(file: string): Promise<readonly Declared[]> {
  const exported: Readonly<Record<string, unknown>> = await import(file)
  return Object.entries(exported).flatMap(([name, value]): readonly Declared[] =>
    isRegister(value) ? [[name, value]] : [],
  )
}

const isRegister = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && 'room' in value && 'plural' in value && 'fields' in value

function headOf(file: string, [name, { room, name: noun, plural, title, readBy, steps }]: Declared): string {
  const acts = Array.isArray(steps) ? steps.map(({ act, title: of }) => ({ act, title: of })) : undefined
  const head = JSON.stringify({ room, name: noun, plural, title, readBy, steps: acts })
  const whole = `() => import(${JSON.stringify(file)}).then((module) => module.${name})`
  return `export const ${name} = { ...${head}, whole: ${whole} }`
}
