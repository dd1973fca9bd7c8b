import type { Register } from '#capabilities/registers'
import { label } from '#kernel/values/labels.ts'

/** 悬赏公告 (期): one publication with its channels and days; the postings in it name its number. */
export const issue = {
  room: 'bounty',
  name: 'issue',
  plural: 'issues',
  title: label('悬赏公告', 'Bounty issue'),
  unit: label('期', 'issues'),
  about: 'court',
  hints: ['悬赏公告发布', '悬赏公告登记', '悬赏期次'],
  key: ['number'],
  day: 'publishedOn',
  fields: {
    number: {
      kind: 'integer',
      title: label('公告期次', 'Issue'),
      required: true,
      synonyms: ['悬赏期次', '悬赏公告期次', '公告期数', '发布期次', '第几期'],
    },
    publishedOn: {
      kind: 'day',
      title: label('公告发布日期', 'Published on'),
      required: true,
      synonyms: ['公告发布时间', '悬赏公告日期', '公告日期', '公告起始日期'],
    },
    channels: {
      kind: 'list',
      title: label('发布渠道', 'Channels'),
      required: true,
      synonyms: ['公告渠道', '发布平台', '发布方式', '公告方式', '发布媒体'],
    },
    endsOn: {
      kind: 'day',
      title: label('公告截止日期', 'Ends on'),
      ahead: true,
      synonyms: ['公告届满日期', '悬赏有效期至', '公告有效期', '悬赏截止日期'],
    },
    approvedBy: { kind: 'text', title: label('审批人', 'Approved by'), synonyms: ['签发人', '公告审批人', '批准人'] },
    withdrawnOn: { kind: 'day', title: label('撤回日期', 'Taken back on'), synonyms: ['公告撤回日期', '撤销公告日期'] },
  },
  steps: [
    {
      act: 'take-back',
      done: 'taken-back',
      title: label('撤回公告', 'Take back'),
      day: 'withdrawnOn',
      fields: ['withdrawnOn'],
    },
  ],
  views: [{ id: 'running', title: label('公告中', 'Running'), filter: { lacks: 'withdrawnOn' } }],
} as const satisfies Register
