import type { Register } from '#capabilities/registers'
import { label } from '#kernel/values/labels.ts'

/** 值班: who is on duty on a day and shift, who stands by, and the note with which it is handed over. */
export const shift = {
  room: 'command-centre',
  name: 'shift',
  plural: 'shifts',
  title: label('值班备勤', 'Duty'),
  unit: label('班', 'shifts'),
  about: 'court',
  hints: ['值班表', '值班备勤', '值班安排', '备勤表', '带班值班'],
  key: ['onDay', 'shift'],
  day: 'onDay',
  told: 'leader',
  fields: {
    running: { kind: 'running', title: label('序号', 'No.') },
    onDay: {
      kind: 'day',
      title: label('值班日期', 'Day'),
      required: true,
      ahead: true,
      synonyms: ['值班时间', '值勤日期', '班次日期', '备勤日期', '值守日期'],
    },
    shift: {
      kind: 'choice',
      title: label('班次', 'Shift'),
      required: true,
      synonyms: ['值班班次', '值班时段', '班别', '时段'],
      codes: {
        全天: ['24小时', '全日', '整班', '昼夜'],
        白班: ['日班', '白天', '8:30-17:30', '上班时间'],
        夜班: ['晚班', '夜间', '17:30-8:30', '夜'],
        中班: ['中'],
      },
    },
    leader: {
      kind: 'text',
      title: label('带班领导', 'Leader'),
      synonyms: ['带班院领导', '带班人', '值班领导', '带班局领导', '带班人员'],
    },
    judge: { kind: 'text', title: label('值班法官', 'Judge'), synonyms: ['值班员额法官', '值守法官', '备勤法官'] },
    desk: {
      kind: 'text',
      title: label('值守员', 'Desk'),
      synonyms: ['值班员', '值班人员', '接警员', '指挥中心值守', '值班干警'],
    },
    bailiffs: {
      kind: 'list',
      title: label('值班法警', 'Bailiffs'),
      synonyms: ['法警', '值班司法警察', '备勤法警', '出警法警'],
    },
    driver: { kind: 'text', title: label('驾驶员', 'Driver'), synonyms: ['司机', '值班驾驶员', '备勤驾驶员'] },
    vehicle: { kind: 'text', title: label('车辆', 'Vehicle'), synonyms: ['值班车辆', '备勤车辆', '车牌号', '警车'] },
    recorders: {
      kind: 'list',
      title: label('执法记录仪', 'Recorders'),
      aside: true,
      synonyms: ['记录仪编号', '执法仪编号'],
    },
    standby: {
      kind: 'list',
      title: label('备勤人员', 'Standby'),
      synonyms: ['备勤', '备勤组', '机动人员', '备班人员'],
    },
    womanOfficer: {
      kind: 'text',
      title: label('可召女干警', 'Woman officer on call'),
      aside: true,
      synonyms: ['女干警', '女法警', '备勤女干警'],
    },
    police: {
      kind: 'text',
      title: label('公安对接民警', 'Police counterpart'),
      aside: true,
      synonyms: ['公安联络民警', '协查民警', '对接民警'],
    },
    handedOverOn: { kind: 'day', title: label('交接日期', 'Handed over on'), synonyms: ['交班日期', '交接班日期'] },
    handedOverAt: {
      kind: 'time',
      title: label('交班时间', 'Handed over at'),
      aside: true,
      synonyms: ['交接班时间', '交接时刻'],
    },
    takenOverBy: { kind: 'text', title: label('接班人', 'Taken over by'), synonyms: ['接班人员', '接班员'] },
    openCalls: {
      kind: 'integer',
      title: label('未结警情', 'Open calls'),
      aside: true,
      synonyms: ['未办结警情数', '待处置警情'],
    },
    watches: {
      kind: 'integer',
      title: label('有效临控', 'Active watches'),
      aside: true,
      synonyms: ['临控数', '布控数'],
    },
    inTransit: {
      kind: 'integer',
      title: label('在途被拘人员', 'Detainees in transit'),
      aside: true,
      synonyms: ['在途人员数', '押解在途'],
    },
    note: {
      kind: 'long',
      title: label('交接事项', 'Hand-over note'),
      synonyms: ['交接班记录', '值班记录', '交班记录', '值班情况', '交接内容'],
    },
  },
  steps: [
    {
      act: 'hand-over',
      done: 'handed-over',
      title: label('交接班', 'Hand over'),
      day: 'handedOverOn',
      fields: ['handedOverOn', 'handedOverAt', 'takenOverBy', 'openCalls', 'watches', 'inTransit', 'note'],
    },
  ],
  views: [
    { id: 'today', title: label('今日值班', 'On duty today'), filter: { day: 'onDay', past: '0' } },
    { id: 'not-handed-over', title: label('未交接', 'Not handed over'), filter: { lacks: 'handedOverOn' } },
  ],
} as const satisfies Register
