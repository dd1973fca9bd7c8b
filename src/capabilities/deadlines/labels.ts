import { label } from '#kernel/values/labels.ts'

export const labels = {
  title: label('规则与节假日', 'Rules and days off'),
  year: label('年份', 'Year'),
  calendar: label('日历', 'Calendar'),
  sheet: label('期限表', 'Time-limit sheet'),
  views: label('内容', 'Content'),
  off: label('放假', 'Day off'),
  worked: label('补班', 'Worked in lieu'),
  offShort: label('休', 'off'),
  workedShort: label('班', 'on'),
  import: label('导入放假安排', 'Import days off'),
  source: label('来源', 'Source'),
  withProgram: label('随程序收录', 'Came with the program'),
  unknown: label(
    '这一年的放假安排尚未导入，只知道周末；落在这一年的期限为暂定。',
    'No notice for this year: only weekends are known.',
  ),
  nobodyWaits: label('没有期限在等它。', 'No clock waits for it.'),
  paste: label('粘贴通知原文、表格或日历文件', 'Paste the notice, a table or a calendar file'),
  pasteHint: label(
    '如：二、春节：1月28日至2月4日放假调休，共8天。1月26日、2月8日上班。',
    'The sentences of the notice, rows of date, name and 放假 or 补班, or the JSON of a published calendar.',
  ),
  sourceHint: label('发文字号或网址', 'Number of the paper or address'),
  try: label('试算影响', 'Try the effect'),
  unread: label('没有读懂，请改写', 'Not understood'),
  sourceNeeded: label('还差来源：发文字号或网址。', 'Say where it was published.'),
  nothingRead: label('还没有读到日子。', 'No day was read.'),
  effect: label('影响', 'Effect'),
  nothingMoves: label('没有期限会移动。', 'No clock moves.'),
  ruleId: label('编号', 'Row'),
  rule: label('期限', 'Deadline'),
  started: label('起算', 'Started'),
  before: label('原届满', 'Before'),
  after: label('改为', 'After'),
  clocks: label('个数', 'Clocks'),
  proposal: label('待签发的放假安排', 'Days off to be signed'),
  reason: label('退回理由', 'Reason'),
  length: label('期间', 'Length'),
  basis: label('依据', 'Basis'),
  sourceClass: label('性质', 'Kind'),
  whom: label('谁办', 'Whose'),
  warn: label('提前提示', 'Warns'),
  missed: label('超期的后果', 'If missed'),
  proposed: label('已提出，等待签发', 'Proposed; waits for signature'),
  signed: label('已生效', 'In force'),
} as const

export const sourceClasses = {
  L: label('法律、司法解释', 'Law'),
  O: label('全国规定，原文待核', 'National norm, text not read'),
  S: label('地方规定或本院制度', 'Local rule'),
  I: label('本系统默认', 'Our default'),
} as const

export const whose = {
  handler: label('承办人', 'Handler'),
  clerk: label('书记员', 'Clerk'),
  allocator: label('分案人', 'Allocator'),
} as const
