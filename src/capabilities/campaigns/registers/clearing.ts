import type { Field, Register } from '#capabilities/registers'
import { label } from '#kernel/values/labels.ts'

const caseNumber = { kind: 'case', title: label('案号', 'Case number'), required: true } as const satisfies Field
const crew = {
  kind: 'list',
  title: label('三人小组（政法委员/民警/网格员）', 'Crew: township member, police, grid worker'),
  synonyms: [
    '清仓小组成员',
    '三人小组成员',
    '三人小组',
    '工作小组',
    '清仓小组',
    '走访小组',
    '小组成员',
    '包案小组',
    '攻坚小组',
  ],
} as const satisfies Field

/** 终本清仓: cases whose round was terminated, taken up again by a crew of the town until they are cleared. */
export const clearingCase = {
  room: 'campaigns',
  name: 'clearing-case',
  plural: 'clearing-cases',
  title: label('终本清仓', 'Clearing case'),
  unit: label('件', 'cases'),
  about: 'case-if-any',
  mayBeUnregistered: true,
  hints: ['终本清仓', '终本库', '清仓', '终本积案', '出清'],
  key: ['caseNumber'],
  day: 'terminatedOn',
  told: 'result',
  fields: {
    running: { kind: 'running', title: label('序号', 'No.') },
    caseNumber,
    terminatedOn: {
      kind: 'day',
      title: label('终本日期', 'Round terminated on'),
      required: true,
      synonyms: ['终本时间', '终结本次执行日期', '终本裁定日期', '终结本次执行程序日期', '终本结案日期'],
    },
    dispute: {
      kind: 'text',
      title: label('案由', 'Cause'),
      synonyms: ['立案案由', '纠纷类型', '案件案由', '执行案由', '纠纷性质'],
    },
    applicants: {
      kind: 'list',
      title: label('申请执行人', 'Applicants'),
      synonyms: ['申请人', '权利人', '债权人', '申请执行人姓名'],
    },
    debtors: {
      kind: 'list',
      title: label('被执行人', 'Debtors'),
      synonyms: ['被申请执行人', '被执行人姓名', '义务人', '债务人', '被执行人名称', '被申请人'],
    },
    township: {
      kind: 'text',
      title: label('所在乡镇', 'Township'),
      synonyms: ['所属乡镇', '乡镇', '属地', '被执行人所在乡镇', '所属镇街', '乡镇（街道）', '住所地乡镇'],
    },
    unpaid: {
      kind: 'fen',
      title: label('未履行金额', 'Unpaid'),
      synonyms: ['未执行金额', '未执行到位金额', '剩余未履行金额', '尚欠金额', '未到位金额', '未履行标的', '欠款余额'],
    },
    selected: {
      kind: 'yes-no',
      title: label('是否纳入清仓', 'In the campaign'),
      emptyIsNone: true,
      synonyms: ['是否清仓', '纳入清仓', '是否纳入', '纳入清仓名单', '是否清仓案件', '纳入专项'],
    },
    crew,
    cleared: {
      kind: 'yes-no',
      title: label('是否出清', 'Cleared'),
      emptyIsNone: true,
      synonyms: ['出清', '是否已出清', '出清情况', '是否清结', '是否化解出清'],
    },
    via: {
      kind: 'choice',
      title: label('出清途径', 'Cleared by'),
      synonyms: ['出清方式', '化解途径', '清仓途径', '处置方式', '清理方式'],
      codes: {
        自动履行: ['主动履行', '自行履行', '督促履行'],
        恢复执行: ['恢复', '恢复强制执行', '恢复执行后'],
        和解: ['达成和解', '执行和解'],
        执转破: ['移送破产', '移送破产审查'],
        司法救助: ['救助'],
      },
    },
    result: {
      kind: 'choice',
      title: label('出清结果', 'Outcome'),
      synonyms: ['清仓结果', '处理结果', '办理结果', '结果', '出清后结果'],
      codes: {
        执行完毕: ['履行完毕', '全部履行', '已执行完毕'],
        和解履行完毕: ['和解并首付', '和解并履行', '达成和解并首付', '和解已履行'],
        申请人撤回执行申请: ['撤回执行申请', '申请执行人撤回申请', '撤回申请'],
        '终结执行（法定事由）': ['终结执行', '裁定终结执行', '依法终结执行'],
        执转破受理: ['破产受理', '裁定受理破产'],
        司法救助后终结: ['救助后终结', '司法救助终结'],
        恢复执行中: ['正在恢复执行', '已恢复执行', '恢复办理中'],
        '确认执行不能（复核合格）': ['执行不能', '确认执行不能', '复核合格'],
      },
    },
    resumedNumber: {
      kind: 'case-number',
      title: label('恢复执行案号', 'Resumed as'),
      synonyms: ['执恢案号', '恢复案号', '恢执案号', '恢复执行案件案号'],
    },
    clearedOn: {
      kind: 'day',
      title: label('出清日期', 'Cleared on'),
      synonyms: ['清仓日期', '出清时间', '清结日期', '清仓完成日期', '办结日期'],
    },
    money: {
      kind: 'fen',
      title: label('清仓到位金额', 'Recovered by clearing'),
      emptyIsNone: true,
      synonyms: [
        '清仓执行到位金额',
        '到位金额',
        '清仓到位',
        '本次到位金额',
        '出清到位金额',
        '执行到位金额',
        '清仓执行到位',
      ],
    },
  },
  steps: [
    { act: 'staff', done: 'staffed', title: label('派三人小组', 'Assign the crew'), day: 'crew', fields: ['crew'] },
    {
      act: 'clear',
      done: 'cleared',
      title: label('登记出清', 'Record clearing'),
      day: 'clearedOn',
      fields: ['clearedOn', 'via', 'result', 'cleared', 'resumedNumber', 'money'],
    },
  ],
  views: [
    { id: 'open', title: label('待出清', 'To clear'), filter: { selected: true, cleared: false } },
    { id: 'cleared', title: label('已出清', 'Cleared'), filter: { cleared: true } },
    { id: 'alone', title: label('未派小组', 'Without a crew'), filter: { selected: true, lacks: 'crew' } },
  ],
} as const satisfies Register

/** 走访记录: the crew at the debtor's door. */
export const clearingVisit = {
  room: 'campaigns',
  name: 'clearing-visit',
  plural: 'clearing-visits',
  title: label('清仓走访', 'Visit'),
  unit: label('次', 'visits'),
  about: 'case-if-any',
  mayBeUnregistered: true,
  hints: ['走访记录', '清仓走访', '走访台账', '入户走访'],
  key: ['caseNumber', 'visitedOn', 'person'],
  day: 'visitedOn',
  told: 'attitude',
  fields: {
    running: { kind: 'running', title: label('序号', 'No.') },
    caseNumber,
    person: { kind: 'person', title: label('被执行人', 'Debtor') },
    visitedOn: {
      kind: 'day',
      title: label('走访日期', 'Visited on'),
      required: true,
      synonyms: ['走访时间', '入户日期', '上门日期', '到访日期'],
    },
    crew: { ...crew, required: true },
    present: {
      kind: 'yes-no',
      title: label('是否在家', 'Present'),
      synonyms: ['被执行人是否在场', '是否见面', '是否见到本人', '在家情况'],
    },
    attitude: {
      kind: 'choice',
      title: label('履行态度', 'Attitude'),
      synonyms: ['态度', '履行意愿', '被执行人态度'],
      codes: {
        愿意履行: ['愿履行', '积极'],
        愿意和解: ['愿和解'],
        无力履行: ['无能力', '困难'],
        拒不履行: ['拒绝', '抵触'],
      },
    },
    seen: {
      kind: 'long',
      title: label('所见财产', 'Property seen'),
      synonyms: ['财产情况', '发现财产', '财产状况'],
    },
    health: {
      kind: 'long',
      title: label('健康和家庭', 'Health and family'),
      synonyms: ['健康状况', '家庭情况', '身体状况'],
      aside: true,
    },
    promise: {
      kind: 'long',
      title: label('承诺', 'Promise'),
      synonyms: ['承诺事项', '履行承诺', '还款计划'],
    },
  },
} as const satisfies Register
