import type { Register } from '#capabilities/registers'
import { label } from '#kernel/values/labels.ts'

/** 联席会议: a meeting of all units, on one subject or on one case; its minutes follow. */
export const jointMeeting = {
  room: 'partners',
  name: 'joint-meeting',
  plural: 'joint-meetings',
  title: label('联席会议', 'Joint meeting'),
  unit: label('次', 'meetings'),
  about: 'court',
  readBy: 'partners.members',
  hints: ['联席会议记录', '会议台账', '会议纪要', '联席会议台账'],
  key: ['metOn', 'title'],
  day: 'metOn',
  told: 'title',
  fields: {
    running: { kind: 'running', title: label('序号', 'No.') },
    title: {
      kind: 'text',
      title: label('会议名称', 'Meeting'),
      required: true,
      synonyms: ['会议', '会议主题', '议题名称', '会议标题'],
    },
    kind: {
      kind: 'choice',
      title: label('会议类型', 'Kind'),
      required: true,
      synonyms: ['会议类别', '会议种类', '会议性质'],
      codes: { 全体会议: ['全体', '全体成员会议'], 专题会议: ['专题'], 个案会商: ['个案', '个案会议', '会商'] },
    },
    metOn: {
      kind: 'day',
      title: label('召开日期', 'Met on'),
      required: true,
      ahead: true,
      synonyms: ['会议日期', '会议时间', '召开时间', '开会日期'],
    },
    chair: {
      kind: 'text',
      title: label('主持人', 'Chair'),
      required: true,
      synonyms: ['召集人', '主持', '会议主持人'],
    },
    agenda: {
      kind: 'long',
      title: label('议题', 'Agenda'),
      required: true,
      synonyms: ['会议议题', '议程', '会议议程', '会议内容'],
    },
    minutesOn: {
      kind: 'day',
      title: label('纪要日期', 'Minutes of'),
      synonyms: ['纪要印发日期', '纪要时间', '印发日期'],
    },
    minutesNumber: { kind: 'text', title: label('纪要文号', 'Minutes no.'), synonyms: ['纪要编号', '会议纪要文号'] },
    attended: {
      kind: 'list',
      title: label('到会单位', 'Attended'),
      synonyms: ['参会单位', '出席单位', '参加单位', '参会成员单位'],
    },
    absent: { kind: 'list', title: label('缺席单位', 'Absent'), synonyms: ['未到会单位', '请假单位', '缺席成员单位'] },
  },
  steps: [
    {
      act: 'minute',
      done: 'minuted',
      title: label('登记纪要', 'Record the minutes'),
      day: 'minutesOn',
      fields: ['minutesOn', 'minutesNumber', 'attended', 'absent'],
    },
  ],
  views: [{ id: 'without', title: label('未出纪要', 'Without minutes'), filter: { lacks: 'minutesOn' } }],
} as const satisfies Register

/** 决议事项: what a meeting resolved becomes a task of one unit with a due day; the next meeting opens with those not done. */
export const resolution = {
  room: 'partners',
  name: 'resolution',
  plural: 'resolutions',
  title: label('决议事项', 'Resolution'),
  unit: label('项', 'tasks'),
  about: 'court',
  readBy: 'partners.members',
  hints: ['决议事项', '议定事项', '决议台账', '督办事项'],
  key: ['resolvedOn', 'unit', 'matter'],
  day: 'resolvedOn',
  told: 'matter',
  fields: {
    running: { kind: 'running', title: label('序号', 'No.') },
    resolvedOn: {
      kind: 'day',
      title: label('决议日期', 'Resolved on'),
      required: true,
      synonyms: ['议定日期', '决议时间', '形成日期', '议定时间'],
    },
    meeting: { kind: 'text', title: label('会议名称', 'Meeting'), synonyms: ['来源会议', '所属会议', '会议'] },
    matter: {
      kind: 'text',
      title: label('决议事项', 'Matter'),
      required: true,
      synonyms: ['议定事项', '事项', '督办事项', '任务内容', '决议内容'],
    },
    unit: {
      kind: 'text',
      title: label('责任单位', 'Unit in charge'),
      required: true,
      synonyms: ['牵头单位', '承办单位', '落实单位', '责任部门'],
    },
    dueOn: {
      kind: 'day',
      title: label('完成时限', 'Due on'),
      required: true,
      ahead: true,
      synonyms: ['办结时限', '完成期限', '截止日期', '时限要求'],
    },
    doneOn: {
      kind: 'day',
      title: label('完成日期', 'Done on'),
      synonyms: ['办结日期', '落实日期', '完成时间', '办结时间'],
    },
    evidence: {
      kind: 'long',
      title: label('落实情况', 'Evidence'),
      synonyms: ['办理情况', '完成情况', '佐证材料', '办理结果'],
    },
  },
  steps: [
    {
      act: 'finish',
      done: 'finished',
      title: label('登记落实', 'Record as done'),
      day: 'doneOn',
      fields: ['doneOn', 'evidence'],
    },
  ],
  views: [{ id: 'open', title: label('未落实', 'Open'), filter: { lacks: 'doneOn' } }],
} as const satisfies Register
