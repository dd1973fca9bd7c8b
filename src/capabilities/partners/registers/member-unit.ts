import type { Register } from '#capabilities/registers'
import { label } from '#kernel/values/labels.ts'

/** 成员单位: who sits in the joint conference, with duties, liaison officer, and from when to when. */
export const memberUnit = {
  room: 'partners',
  name: 'member-unit',
  plural: 'member-units',
  title: label('成员单位', 'Member unit'),
  unit: label('家', 'units'),
  about: 'court',
  readBy: 'partners.members',
  hints: ['成员单位', '联席会议', '联络员', '职责分工'],
  key: ['unit', 'joinedOn'],
  day: 'joinedOn',
  told: 'unit',
  fields: {
    running: { kind: 'running', title: label('序号', 'No.') },
    unit: {
      kind: 'text',
      title: label('单位名称', 'Unit'),
      required: true,
      synonyms: ['成员单位', '成员单位名称', '单位', '单位全称', '联动单位', '部门名称'],
    },
    duty: {
      kind: 'long',
      title: label('职责', 'Duties'),
      required: true,
      synonyms: ['职责任务', '工作职责', '职责分工', '主要职责', '单位职责', '职能', '协助职责'],
    },
    liaison: {
      kind: 'text',
      title: label('联络员', 'Liaison officer'),
      synonyms: ['联络人', '联系人', '联络员姓名', '联络人员', '单位联络员'],
    },
    phone: {
      kind: 'text',
      title: label('联系电话', 'Phone'),
      synonyms: ['电话', '联络电话', '联络员电话', '联系方式', '办公电话', '手机'],
    },
    joinedOn: {
      kind: 'day',
      title: label('加入日期', 'Joined on'),
      required: true,
      synonyms: ['加入联席会议日期', '加入时间', '入会日期', '纳入日期', '列入日期', '生效日期', '起始日期'],
    },
    leftOn: {
      kind: 'day',
      title: label('退出日期', 'Left on'),
      synonyms: ['调整退出日期', '退出时间', '调出日期', '撤出日期', '终止日期', '注销日期'],
    },
    state: {
      kind: 'choice',
      title: label('状态', 'State'),
      synonyms: ['处理状态', '目前状态', '在册状态', '成员状态', '单位状态', '是否在册'],
      codes: {
        在册: ['现任', '有效', '正常', '是', '在任'],
        已退出: ['退出', '撤销', '机构改革撤并', '否', '不在册'],
      },
    },
    replyDays: {
      kind: 'integer',
      title: label('答复期限（工作日）', 'Replies within, working days'),
      synonyms: ['答复时限', '答复期限', '反馈时限', '答复工作日'],
      aside: true,
    },
  },
  steps: [
    {
      act: 'leave',
      done: 'left',
      title: label('登记退出', 'Record leaving'),
      day: 'leftOn',
      fields: ['leftOn'],
      sets: { state: '已退出' },
    },
  ],
  views: [
    { id: 'members', title: label('在册', 'In force'), filter: { lacks: 'leftOn' } },
    { id: 'left', title: label('已退出', 'Left'), filter: { has: 'leftOn' } },
  ],
} as const satisfies Register
