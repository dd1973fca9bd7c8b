import type { DeclaredFigure } from '#capabilities/report'

/** 拘传 by person and time, 罚款 and 拘留 by person, 送拘 by the day of intake. */
export const measureFigures: readonly DeclaredFigure[] = [
  {
    figure: 'F24',
    unit: 'person-time',
    from: 'measures_summons_counted',
    on: 'summoned_on',
    drill: { query: 'measures.summonses', page: '/measures/summonses' },
  },
  {
    figure: 'F25',
    unit: 'person',
    each: 'person_key',
    from: 'measures_fine_counted',
    on: 'decided_on',
    drill: { query: 'measures.fines', page: '/measures/fines' },
  },
  {
    figure: 'F26',
    unit: 'person',
    each: 'person_key',
    from: 'measures_detention_counted',
    on: 'decided_on',
    drill: { query: 'measures.detentions', page: '/measures/detentions' },
  },
  {
    figure: 'F27',
    unit: 'person',
    each: 'person_key',
    from: 'measures_detention_counted',
    on: 'delivered_on',
    drill: { query: 'measures.detentions', input: { day: 'deliveredOn' }, page: '/measures/detentions' },
  },
]
