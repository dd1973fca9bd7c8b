import { checksFor } from '#capabilities/registers'
import { consumptionLimit, dishonestListing } from '../registers/restrictions.ts'

const withoutTerm = '有履行能力而拒不履行生效法律文书确定义务'

/** Grounds 2 to 6 carry a term, ground 1 none; the reason must be one of the six (法释〔2017〕7号 arts. 1, 2). */
export const listingChecks = checksFor(dishonestListing, [
  {
    code: 'W_LISTING_WITHOUT_GROUND',
    kind: 'unlawful',
    field: 'ground',
    rule: 'dishonest.grounds',
    find: ({ ground }) => (ground === null ? '没有写失信情形；纳入失信名单须有法定情形之一，请补填。' : undefined),
  },
  {
    code: 'W_TERM_NOT_OF_GROUND',
    kind: 'doubtful',
    field: 'term',
    find: ({ ground, term }) =>
      ground === withoutTerm && term !== null && term !== '无固定期限'
        ? `情形为“${withoutTerm}”的没有固定期限，写的是“${term}”，请核对情形和期限。`
        : undefined,
  },
  {
    code: 'W_REMOVED_WITHOUT_REASON',
    kind: 'doubtful',
    field: 'removeReason',
    find: ({ removedOn, removeReason }) =>
      removedOn !== null && removeReason === null ? `${removedOn}删除而没有写原因，请补填。` : undefined,
  },
])

export const limitChecks = checksFor(consumptionLimit, [
  {
    code: 'W_LIFTED_WITHOUT_REASON',
    kind: 'doubtful',
    field: 'liftReason',
    find: ({ liftedOn, liftReason }) =>
      liftedOn !== null && liftReason === null ? `${liftedOn}解除而没有写原因，请补填。` : undefined,
  },
])
