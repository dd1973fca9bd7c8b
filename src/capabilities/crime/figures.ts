import { indicatorsOver, stagesOf } from '#capabilities/registers'
import type { DeclaredFigure } from '#capabilities/report'
import { label } from '#kernel/values/labels.ts'
import { refusalFile } from './registers/refusal-file.ts'

const judged = {
  from: 'crime_chain',
  on: 'judged_on',
  drill: { query: 'crime.refusal-files', input: { day: 'judgedOn' }, page: '/crime/refusal-files' },
} as const

/** Convictions by the day of judgment: criminal cases, and persons in them. */
export const crimeFigures: readonly DeclaredFigure[] = [
  { figure: 'F08', unit: 'case', each: 'judgment_key', ...judged },
  { figure: 'F09', unit: 'person', each: 'person_key', ...judged },
]

const persons = { unit: 'person', each: 'person_key' } as const

/** K37: one count per stage by the day of the stage. */
export const crimeIndicators = indicatorsOver(
  refusalFile,
  [
    stagesOf({
      id: 'K37',
      title: label('拒执', 'Refusal crime'),
      direction: 'neutral',
      source: '各阶段按各自日期计；件数按刑事案件、人数按人',
      stages: [
        {
          key: 'printed',
          title: label('判决件数', 'Convictions, cases'),
          on: 'judgedOn',
          unit: 'case',
          each: 'judgment_key',
        },
        { key: 'convicted', title: label('判决人数', 'Persons convicted'), on: 'judgedOn', ...persons },
        { key: 'transferred', title: label('线索移送', 'Handed to the police'), on: 'transferredOn', ...persons },
        { key: 'filed', title: label('公安立案', 'Filed by the police'), on: 'policeFiledOn', ...persons },
        { key: 'declined', title: label('公安不立案', 'Declined'), on: 'declinedOn', ...persons },
        { key: 'prosecuted', title: label('起诉', 'Prosecuted'), on: 'prosecutedOn', ...persons },
        { key: 'private', title: label('自诉', 'Private prosecutions'), on: 'privateOn', ...persons },
      ],
    }),
  ],
  'crime_chain',
)
