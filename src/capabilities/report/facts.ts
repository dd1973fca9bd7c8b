import type { Fact, Subject } from '#kernel/fact.ts'
import type { BoundFigure } from './bind.ts'
import type { Sentence } from './store.ts'

type OfReport<Type extends string> = Fact & { readonly type: `report.${Type}`; readonly reportId: string }

export type ReportDrafted = OfReport<'drafted'> & {
  readonly from: Temporal.PlainDate
  readonly to: Temporal.PlainDate
  readonly title: string
  readonly draftedBy: string
  readonly draftedAt: Temporal.Instant
  readonly draftedOn: string
  readonly sentences: readonly Pick<Sentence, 'sentenceId' | 'body'>[]
  readonly figures: readonly BoundFigure[]
}
export type SentenceRewritten = OfReport<'sentence-rewritten'> & { readonly sentenceId: string; readonly body: string }
export type SentenceSigned = OfReport<'sentence-signed'> & {
  readonly sentenceId: string
  readonly reason: string
  readonly signedBy: string
  readonly signedAt: Temporal.Instant
}
export type FigureKept = OfReport<'figure-kept'> & {
  readonly figureId: string
  readonly reason: string
  readonly keptBy: string
}
export type FigureRefreshed = OfReport<'figure-refreshed'> & { readonly figure: BoundFigure }
export type ReportFinalised = OfReport<'finalised'> & {
  readonly finalisedBy: string
  readonly finalisedAt: Temporal.Instant
  readonly figures: Readonly<Record<string, string | null>>
}

export const ofReport = ({ reportId }: { readonly reportId: string }): readonly [Subject] => [`report:${reportId}`]
