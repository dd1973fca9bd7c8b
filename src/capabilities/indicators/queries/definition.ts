import { reading } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { DefinitionInput, DefinitionShown } from '../contract.ts'
import { nothing, type MemberSet } from '../definition.ts'
import { noSuchIndicator } from '../problems.ts'
import { authorOf, formsOf, roundings } from '../settings.ts'
import { roundingWords, sentenceOf, unitOf } from '../wording.ts'

/** What a figure means: one sentence, two named sets, every variant under its full name, version and author. */
export const definition = reading({
  name: 'indicators.definition',
  title: label('指标口径', 'Definition of an indicator'),
  may: 'indicators.read',
  input: DefinitionInput,
  output: DefinitionShown,
  read: async (tx, { id }) => {
    const sources = tx.platform.registry.gather('indicators')
    const found = sources.flatMap(({ definitions }) => definitions).find((one) => one.id === id)
    if (!found) return noSuchIndicator(id)
    const forms = await formsOf(tx)
    const author = await authorOf(tx, roundings.key)
    return {
      id,
      name: found.title,
      version: found.version,
      validFrom: found.validFrom,
      direction: found.direction,
      source: found.source,
      rounding: roundingWords(forms(found, found.variants[0])),
      roundingSetBy: author.setBy,
      roundingSetAt: author.setAt,
      variants: found.variants.map((variant) => ({
        key: variant.key,
        title: variant.title,
        types: [...(variant.types ?? [])],
        sentence: sentenceOf(found, variant, forms(found, variant)),
        numerator: shown(variant.numerator),
        denominator: variant.denominator === nothing ? null : shown(variant.denominator),
        note: variant.note ?? null,
      })),
    }
  },
})

const shown = (set: MemberSet) => ({ title: set.title, unit: unitOf(set), period: set.period })
