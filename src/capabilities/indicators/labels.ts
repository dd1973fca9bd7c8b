import { label } from '#kernel/values/labels.ts'

/** Headings of the lists that a figure opens. */
export const recordLabels = {
  caseNumber: label('案号', 'Case number'),
  manner: label('结案方式', 'Manner'),
  filedOn: label('立案日期', 'Filed'),
  closedOn: label('结案日期', 'Closed'),
  days: label('用时(天)', 'Days'),
  claimFen: label('标的(元)', 'Claim (yuan)'),
  recoveredFen: label('到位(元)', 'Recovered (yuan)'),
  weight: label('计入', 'Counts'),
  cause: label('案由', 'Cause'),
  town: label('所在乡镇', 'Town'),
  handlerName: label('承办人', 'Handler'),
} as const

export const honestyLabels = {
  caseNumber: label('案号', 'Case number'),
  manner: label('结案方式', 'Manner'),
  receivedOn: label('收案日期', 'Received'),
  filedOn: label('立案日期', 'Filed'),
  closedOn: label('结案日期', 'Closed'),
  claimFen: label('标的(元)', 'Claim (yuan)'),
  recoveredFen: label('到位(元)', 'Recovered (yuan)'),
  outstandingFen: label('未到位(元)', 'Outstanding (yuan)'),
  closingReason: label('终结原因', 'Reason'),
  handlerName: label('承办人', 'Handler'),
} as const

export const benchmarkLabels = {
  place: label('法院', 'Court'),
  figures: label('数值', 'Values'),
  periodFrom: label('期间起', 'From'),
  periodTo: label('期间止', 'To'),
  publisher: label('发布单位', 'Publisher'),
  publishedOn: label('发布日期', 'Published'),
  source: label('来源', 'Source'),
} as const

/** Headings of the list behind a figure of another room. */
export const memberLabels = {
  title: label('记录', 'Record'),
  on: label('日期', 'Day'),
  detail: label('说明', 'Detail'),
  handlerName: label('承办人', 'Handler'),
  weight: label('计入', 'Counts'),
} as const
