import type { Refusal } from '#kernel/problem.ts'
import { validateUscc } from '#law/credit-code.ts'
import { validateResidentId } from '#law/resident-id.ts'
import { alreadyMerged, differentIdentifiers, differentKinds, sameRecord } from '../problems.ts'
import type { PartyKind } from '../tables.ts'

/** A record as the question "are these two one person" sees it. */
export type Mergeable = {
  readonly partyId: string
  readonly kind: PartyKind
  /** Opened for the comparison only. */
  readonly identifier: string | null
  readonly mergedInto: string | null
  readonly hasMerged: boolean
}

export type IdentifierKind = '身份证号' | '统一社会信用代码' | '其他证件号'

/** A resident number by its date and check digit; 18 digits may by chance satisfy the code of an organisation too. */
export function identifierKind(text: string): IdentifierKind {
  if (validateResidentId(text.toUpperCase(), lastDay).valid) return '身份证号'
  if (validateUscc(text).valid) return '统一社会信用代码'
  return /^\d{15}$|^\d{17}[\dX]$/i.test(text) ? '身份证号' : '其他证件号'
}

/** Whether somebody is born yet is not asked here. */
const lastDay = Temporal.PlainDate.from('9999-12-31')

/**
 * Whether two records may be proposed as one. Two numbers of one kind that differ are two persons, whatever anybody says;
 * a natural person is never an organisation. Whether they are one is for two people to find, on a ground that is not the
 * name.
 */
export function mayBeOne(keep: Mergeable, merge: Mergeable): Refusal | undefined {
  if (keep.partyId === merge.partyId) return sameRecord()
  if (keep.mergedInto !== null || merge.mergedInto !== null || merge.hasMerged) return alreadyMerged()
  if (isPerson(keep) !== undefined && isPerson(merge) !== undefined && isPerson(keep) !== isPerson(merge))
    return differentKinds()
  const [one, other] = [keep.identifier, merge.identifier]
  if (one === null || other === null || one === other) return undefined
  const kind = identifierKind(one)
  return kind === identifierKind(other) ? differentIdentifiers(kind) : undefined
}

const isPerson = ({ kind }: Mergeable): boolean | undefined => (kind === 'unknown' ? undefined : kind === 'person')
