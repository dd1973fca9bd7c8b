import { lazy, type ComponentType, type LazyExoticComponent } from 'react'
import type { CockpitTab } from './CockpitTabs.tsx'

export type CasePanelProps = { readonly caseId: string }
/** What a room shows of a case in the cockpit beside its entries in the log. */
export type CasePanelDeclaration = {
  readonly tab: CockpitTab
  readonly load: () => Promise<ComponentType<CasePanelProps>>
}

type Window = { readonly casePanels?: readonly CasePanelDeclaration[] }
type CasePanel = { readonly tab: CockpitTab; readonly Panel: LazyExoticComponent<ComponentType<CasePanelProps>> }

/** Panels of every room's window, gathered as the shell gathers pages; each is fetched when its tab is first opened. */
const windows = import.meta.glob<Window>('../../*/ui/index.ts', { eager: true })

export const casePanels: readonly CasePanel[] = Object.values(windows)
  .flatMap((room) => room.casePanels ?? [])
  .map(({ tab, load }) => ({ tab, Panel: lazy(async () => ({ default: await load() })) }))
