import type { PageDeclaration } from './page.ts'

type Window = { readonly pages?: readonly PageDeclaration[] }

/** Every room's window, `#pages/<room>`. Only the declarations come with the first load; the pages follow when opened. */
const windows = import.meta.glob<Window>('../capabilities/*/ui/index.ts', { eager: true })

export const rooms: readonly PageDeclaration[] = Object.values(windows).flatMap((room) => room.pages ?? [])
