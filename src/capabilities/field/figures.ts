import type { DeclaredFigure } from '#capabilities/report'

/** F14 counts items of every category; tasks are none of it. */
export const fieldFigures: readonly DeclaredFigure[] = [
  {
    figure: 'F14',
    unit: 'item',
    from: 'field_feedback_counted',
    on: 'fed_back_on',
    drill: { query: 'field.feedbacks', page: '/field/feedbacks' },
  },
]
