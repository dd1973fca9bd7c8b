import type { Tx } from '#kernel/database/transaction.ts'
import type { Occasion } from '#kernel/occasion.ts'
import type { Label } from '#kernel/values/labels.ts'
import type { Period } from '#capabilities/indicators'
import type { DeclaredFigure } from './declared.ts'

/** Where a figure of the report comes from. What others published is never passed off as counted here. */
export type Ground = 'records' | 'imported' | 'configured'

/** One number behind a figure, and the page that lists what it counts. */
export type Part = { readonly title: Label; readonly text: string; readonly href: string | null }

/** A figure as reckoned now. */
export type Reckoned = {
  /** As it stands in the sentence: 1191件, 231万余元. */
  readonly printed: string
  readonly ground: Ground
  readonly parts: readonly Part[]
  /** How it came about, in one line that can be checked by hand. */
  readonly formula: string
  /** Who keeps or published what it rests on. */
  readonly source: string
  /** The days it speaks of, where the room knows them better than the catalogue. */
  readonly periodText?: string
  /** Why nobody should believe it: a share above the whole. */
  readonly doubt?: string
}

/** How a room supplies figures that need words of their own. One that has no records behind it is left out. */
export type FigureSource = {
  /** Of the catalogue of figures, F01. */
  readonly figures: readonly string[]
  readonly reckon: (tx: Tx, period: Period, occasion: Occasion) => Promise<Readonly<Record<string, Reckoned>>>
}

declare module '#kernel/capability.ts' {
  interface Contributions {
    readonly figures?: readonly (DeclaredFigure | FigureSource)[]
  }
}
