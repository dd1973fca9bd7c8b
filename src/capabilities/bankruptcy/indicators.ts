import { indicatorsOver, stagesOf } from '#capabilities/registers'
import { label } from '#kernel/values/labels.ts'
import { bankruptcyTransfer } from './registers/bankruptcy-transfer.ts'

/** K43: each stage on its own day. */
export const bankruptcyIndicators = indicatorsOver(bankruptcyTransfer, [
  stagesOf({
    id: 'K43',
    title: label('执转破', 'Transfers to bankruptcy'),
    direction: 'up',
    source: '移送按材料移送日期、受理按受理日期、退回按退回日期计',
    stages: [
      { key: 'transferred', title: label('移送件数', 'Transferred'), on: 'sentOn', unit: 'case' },
      { key: 'accepted', title: label('受理件数', 'Accepted'), on: 'acceptedOn', unit: 'case' },
      { key: 'returned', title: label('退回件数', 'Returned'), on: 'returnedOn', unit: 'case' },
      { key: 'declared', title: label('宣告破产件数', 'Declared bankrupt'), on: 'declaredOn', unit: 'case' },
    ],
  }),
])
