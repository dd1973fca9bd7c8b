import { label, type Label } from '#kernel/values/labels.ts'

/**
 * The core set 3+1: three targets of ninety and the closing rate.
 *
 * Source: practice handbook §2.3. The three stand under the name 3+1 in a court's own publication of 2021; that the
 * fourth is the closing rate follows from the targets of 2018 and may be overruled by the court.
 */
export const coreSet: readonly { readonly id: string; readonly title: Label; readonly plus: boolean }[] = [
  {
    id: 'K12',
    title: label('有财产案件法定期限内实际执结率', 'Cases with property really finished in time'),
    plus: false,
  },
  { id: 'K10', title: label('无财产案件终本合格率', 'Compliance of terminated rounds'), plus: false },
  { id: 'K18', title: label('执行信访办结率', 'Complaints settled'), plus: false },
  { id: 'K01', title: label('结案率', 'Closing rate'), plus: true },
]

export const noRecordsYet = label('尚无记录', 'No records yet')
