import type { Register } from '#capabilities/registers'
import { label } from '#kernel/values/labels.ts'

/** 协助任务: what the court asks a township, its grid workers or an agency to find out. It never says what is owed. */
export const gridTask = {
  room: 'field',
  name: 'grid-task',
  plural: 'grid-tasks',
  title: label('协助任务', 'Field task'),
  unit: label('项', 'tasks'),
  about: 'debtor',
  mayFollowClosing: true,
  hints: ['网格任务', '协助任务', '任务派发', '派单'],
  key: ['caseNumber', 'number', 'sentOn'],
  day: 'sentOn',
  told: 'kind',
  fields: {
    number: {
      kind: 'text',
      numbered: 'RW{day}-{nnn}',
      title: label('任务编号', 'Task number'),
      synonyms: ['任务单号', '派单编号', '任务单编号', '协助任务编号', '工单号'],
    },
    sentOn: {
      kind: 'day',
      title: label('派发日期', 'Sent on'),
      required: true,
      synonyms: ['派发时间', '派单日期', '推送日期', '下派日期', '交办日期', '任务下达日期'],
    },
    caseNumber: { kind: 'case', title: label('案号', 'Case number') },
    person: { kind: 'person', title: label('被执行人', 'Debtor') },
    certificate: { kind: 'certificate', title: label('证件号码', 'ID number'), aside: true },
    kind: {
      kind: 'choice',
      title: label('任务类型', 'Kind of task'),
      required: true,
      synonyms: ['任务类别', '协助事项', '任务种类', '协助内容', '事项类型'],
      codes: {
        下落核查: ['查找下落', '核查下落', 'G1'],
        财产线索: ['核查财产', '财产核查', 'G2'],
        家庭情况: ['了解家庭情况', '家庭核查', 'G3'],
        协助送达: ['送达', '文书送达', 'G4'],
        劝导履行: ['劝导', '督促履行', 'G5'],
        现场见证: ['见证', 'G6'],
        清仓走访: ['走访', '终本走访', 'G7'],
      },
    },
    toward: {
      kind: 'choice',
      title: label('受派对象', 'Sent to'),
      required: true,
      synonyms: ['受派主体', '派发对象', '协助主体类别', '承接主体'],
      codes: {
        网格员: ['网格', '网格人员', '村社网格员'],
        乡镇: ['镇', '街道', '乡镇街道', '乡镇（街道）'],
        行政机关: ['机关', '职能部门', '行政部门'],
      },
    },
    unit: {
      kind: 'text',
      title: label('受派单位', 'Unit'),
      required: true,
      synonyms: ['承接单位', '协助单位', '派往单位', '所属乡镇', '任务单位'],
    },
    grid: { kind: 'text', title: label('网格编号', 'Grid'), synonyms: ['网格', '村社', '村（社区）', '所属网格'] },
    worker: { kind: 'text', title: label('承办网格员', 'Worker'), synonyms: ['网格员', '网格员姓名', '受派人'] },
    questions: {
      kind: 'long',
      title: label('核查要点', 'Questions'),
      required: true,
      synonyms: ['任务内容', '任务要求', '协助要求', '核查内容'],
    },
    urgent: { kind: 'yes-no', title: label('紧急', 'Urgent'), synonyms: ['是否紧急', '加急'], emptyIsNone: true },
    dueOn: {
      kind: 'day',
      title: label('反馈期限', 'Due on'),
      required: true,
      ahead: true,
      synonyms: ['截止日期', '办理期限', '要求反馈日期', '完成时限', '反馈截止日期'],
    },
    answeredOn: {
      kind: 'day',
      title: label('办结日期', 'Answered on'),
      synonyms: ['完成日期', '任务完成日期', '办结时间', '回复时间'],
    },
    outcome: {
      kind: 'choice',
      title: label('办理结果', 'Outcome'),
      synonyms: ['任务结果', '完成情况', '办理情况', '任务状态'],
      codes: {
        已反馈: ['已完成', '完成', '办结'],
        查无情况: ['未查到', '无结果', '查无此人'],
        不属本网格: ['退回', '退单', '非本辖区'],
      },
    },
  },
  steps: [
    {
      act: 'answer',
      done: 'answered',
      title: label('登记办结', 'Record the answer'),
      day: 'answeredOn',
      fields: ['answeredOn', 'outcome'],
    },
  ],
  views: [
    { id: 'open', title: label('未办结', 'Open'), filter: { lacks: 'answeredOn' } },
    { id: 'urgent', title: label('紧急未办', 'Urgent'), filter: { lacks: 'answeredOn', urgent: true } },
  ],
} as const satisfies Register
