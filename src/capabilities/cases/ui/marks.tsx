import { label } from '#kernel/values/labels.ts'
import { StageMark, StatusTag, type TagTone } from '#web/components/StatusTag.tsx'
import { useText } from '#web/language.ts'
import type { CaseRow, Cockpit } from '../contract.ts'
import { manners, type MannerCode } from '../manners.ts'
import { stageCodes, stages } from '../stages.ts'
import { trackLabels } from './labels.ts'

const mostCells = 7
const onHold = new Set(['settlement', 'suspended'])

const closedTones: Partial<Readonly<Record<MannerCode, TagTone>>> = {
  performed: 'done',
  'round-terminated': 'dotted',
}

/** How far a case has come: seven cells and a word; a closed one says how it ended. */
export function StageCell({ stage, manner }: Pick<CaseRow, 'stage' | 'manner'>) {
  const text = useText()
  if (manner !== null)
    return <StatusTag tone={closedTones[manner] ?? 'neutral'}>{text(manners[manner].title)}</StatusTag>
  const filled = Math.min(mostCells, stageCodes.indexOf(stage) + 1)
  return (
    <StageMark filled={filled} hold={onHold.has(stage)}>
      {text(stages[stage])}
    </StageMark>
  )
}

const livelihood = label('涉民生', 'Livelihood')
const preserved = label('保全转入', 'Preserved before')

/** Flags in their fixed order: 涉民生 重大 敏感 涉稳 简案 繁案 保全转入. */
export function Flags(row: Pick<Cockpit, 'livelihood' | 'flags' | 'track'> & { readonly preserved?: boolean }) {
  const text = useText()
  const shown = [
    ...(row.livelihood === null ? [] : [text(livelihood)]),
    ...['重大', '敏感', '涉稳'].filter((flag) => row.flags.includes(flag)),
    ...(row.track === null ? [] : [text(trackLabels[row.track])]),
    ...(row.preserved ? [text(preserved)] : []),
  ]
  return shown.map((flag) => (
    <StatusTag key={flag} title={flag === text(livelihood) ? (row.livelihood ?? undefined) : undefined}>
      {flag}
    </StatusTag>
  ))
}

export const namesOf = (joined: string): readonly string[] => (joined === '' ? [] : joined.split('、'))
