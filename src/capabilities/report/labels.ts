import { label } from '#kernel/values/labels.ts'

/** Headings of the list of reports. */
export const reportLabels = {
  title: label('报告', 'Report'),
  periodFrom: label('期间起', 'From'),
  periodTo: label('期间止', 'To'),
  state: label('状态', 'State'),
  draftedAt: label('初稿时间', 'Drafted'),
  finalisedAt: label('定稿时间', 'Final since'),
} as const
