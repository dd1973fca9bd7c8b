import { useQueryClient } from '@tanstack/react-query'
import { newId } from '#kernel/values/ids.ts'
import { give, queryOptionsFor } from '#web/api.ts'
import { MaskedField } from '#web/components/MaskedField.tsx'
import { useText } from '#web/language.ts'
import { purposeCodes } from '../contract.ts'
import { purposeLabels } from '../labels.ts'
import { reveal, revealedReading, wholeReading } from './api.ts'

type Props = {
  readonly partyId: string
  readonly field: string
  readonly masked: string
  readonly what: string
  /** Without the right the mask stays. */
  readonly allowed: boolean
  /** The case the look is for. */
  readonly caseId?: string | undefined
}

/** A masked number that opens for a minute: the look is journalled with its purpose before anything is shown. */
export function RevealField({ partyId, field, masked, what, allowed, caseId }: Props) {
  const text = useText()
  const client = useQueryClient()
  const show = async (said: string): Promise<string> => {
    const purpose = purposeCodes.find((code) => text(purposeLabels[code]) === said) ?? 'identity'
    const input = { partyId, field, purpose, ...(caseId !== undefined && { caseId }) }
    const { seq } = await give(reveal, input, { key: newId() })
    const { value } = await client.fetchQuery({
      ...queryOptionsFor(revealedReading, { partyId, seq: String(seq) }),
      staleTime: 0,
      gcTime: 0,
    })
    void client.invalidateQueries({ queryKey: [wholeReading.name] })
    return value
  }
  return (
    <MaskedField
      masked={masked}
      what={what}
      purposes={purposeCodes.map((code) => text(purposeLabels[code]))}
      {...(allowed && { reveal: show })}
    />
  )
}
