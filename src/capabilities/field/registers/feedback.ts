import type { Register } from '#capabilities/registers'
import { label } from '#kernel/values/labels.ts'

/** 反馈信息: what a grid worker or an agency tells about a debtor. One entry is one item (条); a task may bring several. */
export const feedback = {
  room: 'field',
  name: 'feedback',
  plural: 'feedbacks',
  title: label('协助反馈', 'Feedback item'),
  unit: label('条', 'items'),
  about: 'debtor',
  mayFollowClosing: true,
  hints: ['反馈信息', '协助反馈', '网格反馈', '信息反馈', '线索反馈'],
  key: ['caseNumber', 'number', 'fedBackOn'],
  day: 'fedBackOn',
  told: 'category',
  fields: {
    number: {
      kind: 'text',
      numbered: 'WG{day}-{nnn}',
      title: label('反馈编号', 'Item number'),
      synonyms: ['信息编号', '反馈单编号', '反馈序号', '线索编号', '条目编号'],
    },
    fedBackOn: {
      kind: 'day',
      title: label('反馈日期', 'Fed back on'),
      required: true,
      synonyms: ['反馈时间', '信息反馈日期', '回复日期', '上报日期', '收到反馈日期', '提供日期'],
    },
    caseNumber: { kind: 'case', title: label('案号', 'Case number') },
    person: { kind: 'person', title: label('被执行人', 'Debtor'), synonyms: ['被申请执行人'] },
    source: {
      kind: 'choice',
      title: label('来源', 'Source'),
      required: true,
      synonyms: ['线索来源', '信息来源', '来源类别', '来源渠道', '反馈来源', '提供方', '协助主体', '反馈主体'],
      codes: {
        网格员: ['网格', '网格人员', '专职网格员', '兼职网格员', '村社网格员', '社区网格员'],
        行政机关: ['机关', '行政部门', '职能部门', '行政单位', '部门', '行政机关单位'],
      },
    },
    unit: {
      kind: 'text',
      title: label('反馈单位', 'Who fed back'),
      synonyms: ['提供单位', '协助单位', '单位名称', '所属乡镇或单位', '反馈部门', '所属网格', '来源单位'],
    },
    reporter: {
      kind: 'text',
      title: label('反馈人', 'Reporter'),
      synonyms: ['提供人', '网格员姓名', '反馈人员', '信息提供人', '经办人', '联系人'],
    },
    category: {
      kind: 'choice',
      title: label('信息类别', 'Category'),
      required: true,
      synonyms: ['类别', '信息类型', '反馈类别', '线索类别', '线索类型', '信息种类', '反馈类型'],
      codes: {
        财产: ['财产线索', '财产信息', '财产状况', '财产情况'],
        家庭情况: ['家庭', '家庭信息', '家庭状况', '家庭成员情况'],
        下落: ['行踪', '人员下落', '下落线索', '行踪线索', '下落信息', '住址'],
        其他: ['其它', '其他信息'],
      },
    },
    content: {
      kind: 'long',
      title: label('信息内容', 'Content'),
      required: true,
      synonyms: ['反馈内容', '内容', '线索内容', '具体内容', '情况描述', '反馈情况', '信息详情'],
    },
    verdict: {
      kind: 'choice',
      title: label('核查结论', 'Verdict'),
      synonyms: ['核查结果', '核实结果', '核实情况', '是否有效', '有效性', '核查情况', '法院核查结论', '核实结论'],
      codes: {
        有效: ['属实', '查证属实', '是', '有价值'],
        部分有效: ['部分属实', '基本属实', '部分'],
        无效: ['不属实', '查无', '否', '无价值', '查无实据'],
        已掌握: ['法院已掌握', '已知', '重复'],
      },
    },
    checkedOn: {
      kind: 'day',
      title: label('核查日期', 'Checked on'),
      synonyms: ['核实日期', '核查时间', '核实时间'],
      aside: true,
    },
    reason: { kind: 'long', title: label('核查说明', 'Why'), synonyms: ['核实说明', '核查理由'], aside: true },
    effectOn: {
      kind: 'day',
      title: label('见效日期', 'Took effect on'),
      synonyms: ['成效日期', '生效日期', '见效时间'],
      aside: true,
    },
    effect: {
      kind: 'choice',
      title: label('成效', 'Effect'),
      synonyms: ['取得成效', '协助成效', '效果', '促成结果', '转化结果'],
      codes: {
        促成执结: ['执结', '案件执结', '促成结案'],
        促成和解: ['和解', '达成和解'],
        查控财产: ['查封财产', '控制财产', '冻结财产'],
        找到被执行人: ['找到人', '人员到案', '控制被执行人'],
        促成履行: ['履行', '部分履行', '自动履行'],
      },
    },
    money: {
      kind: 'fen',
      title: label('促成到位金额', 'Money recovered'),
      synonyms: ['到位金额', '促成履行金额', '执行到位金额'],
      aside: true,
    },
    taskNumber: {
      kind: 'text',
      title: label('任务编号', 'Task number'),
      synonyms: ['所属任务编号', '任务单号', '派单编号'],
      aside: true,
    },
  },
  steps: [
    {
      act: 'check',
      done: 'checked',
      title: label('核查', 'Check'),
      day: 'verdict',
      fields: ['verdict', 'checkedOn', 'reason'],
    },
    {
      act: 'credit',
      done: 'credited',
      title: label('登记成效', 'Record the effect'),
      day: 'effectOn',
      fields: ['effectOn', 'effect', 'money'],
    },
  ],
  views: [
    { id: 'unchecked', title: label('待核查', 'To check'), filter: { lacks: 'verdict' } },
    { id: 'valid', title: label('有效', 'Valid'), filter: { verdict: '有效' } },
    { id: 'credited', title: label('已见效', 'With effect'), filter: { has: 'effectOn' } },
  ],
} as const satisfies Register
