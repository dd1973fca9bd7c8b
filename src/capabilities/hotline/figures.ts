import { indicatorsOver, stagesOf } from '#capabilities/registers'
import type { DeclaredFigure } from '#capabilities/report'
import { label } from '#kernel/values/labels.ts'
import { byPolice, call, wentOut } from './registers/call.ts'

const dispatch = byPolice.join('|')

/** What the report counts: dispatches of the police, and cases resolved through them. The court's own squad is in neither. */
export const hotlineFigures: readonly DeclaredFigure[] = [
  {
    figure: 'F15',
    unit: 'dispatch',
    from: 'hotline_call_counted',
    where: { dispatch: byPolice },
    on: 'called_on',
    drill: { query: 'hotline.calls', input: { dispatch }, page: '/hotline/calls' },
  },
  {
    figure: 'F16',
    unit: 'case',
    each: 'case_number',
    from: 'hotline_call_counted',
    where: { dispatch: byPolice, resolved: true },
    on: 'called_on',
    drill: { query: 'hotline.calls', input: { dispatch, resolved: 'true' }, page: '/hotline/calls' },
  },
]

const on = 'calledOn'

/** K38: each stage of a call by the day it came in. */
export const hotlineIndicators = indicatorsOver(
  call,
  [
    stagesOf({
      id: 'K38',
      title: label('执行110', 'Hotline'),
      direction: 'neutral',
      source: '按来电日期计；出警率 = 警情类中出警的 ÷ 警情类；未分流的来电不在其内',
      stages: [
        { key: 'printed', title: label('接警数', 'Calls'), on, unit: 'call' },
        { key: 'alerts', title: label('警情类', 'Calls for a dispatch'), on, unit: 'call', where: { sort: ['警情'] } },
        { key: 'dispatched', title: label('出警数', 'Dispatches'), on, unit: 'dispatch', where: { dispatch: wentOut } },
        {
          key: 'police',
          title: label('公安出警数', 'By the police'),
          on,
          unit: 'dispatch',
          where: { dispatch: byPolice },
        },
        {
          key: 'answered',
          title: label('警情类中出警的', 'Dispatch calls answered'),
          on,
          unit: 'call',
          where: { sort: ['警情'], dispatch: wentOut },
        },
        { key: 'brought', title: label('到案数', 'Brought in'), on, unit: 'person-time', where: { brought: true } },
        {
          key: 'resolved',
          title: label('化解案件', 'Cases resolved'),
          on,
          unit: 'case',
          each: 'case_number',
          where: { resolved: true },
        },
        { key: 'money', title: label('到位金额', 'Money brought'), on, unit: 'yuan', fen: 'money' },
      ],
      shares: [{ key: 'dispatch-rate', title: label('出警率', 'Dispatch rate'), of: ['answered', 'alerts'] }],
    }),
  ],
  'hotline_incident',
)
