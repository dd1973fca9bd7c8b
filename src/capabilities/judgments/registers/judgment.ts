import type { Register } from '#capabilities/registers'
import { label } from '#kernel/values/labels.ts'

/** 民事裁判: a civil case of this court from its filing, the document that took effect, and whether it was performed. */
export const judgment = {
  room: 'judgments',
  name: 'judgment',
  plural: 'judgments',
  title: label('民事裁判', 'Civil judgment'),
  unit: label('件', 'documents'),
  about: 'case-if-any',
  hints: ['民事生效裁判', '民事裁判', '生效裁判', '生效文书台账', '民商事案件'],
  key: ['documentNumber'],
  day: 'filedOn',
  told: 'documentNumber',
  // It comes before the enforcement case that rests on it.
  mayPrecedeFiling: true,
  fields: {
    running: { kind: 'running', title: label('序号', 'No.') },
    documentNumber: {
      kind: 'case-number',
      title: label('民事案号', 'Number of the civil case'),
      required: true,
      synonyms: ['裁判案号', '生效裁判案号', '民事裁判案号', '民初案号', '审判案号', '原审案号', '民事案件案号'],
    },
    filedOn: {
      kind: 'day',
      title: label('民事立案日期', 'Civil case filed on'),
      required: true,
      synonyms: ['民事案件立案日期', '审判立案日期', '民事收案日期', '起诉立案日期'],
    },
    civilCause: {
      kind: 'text',
      title: label('民事案由', 'Cause'),
      synonyms: ['案由', '纠纷类型', '民事案件案由'],
    },
    division: {
      kind: 'text',
      title: label('审判庭', 'Division'),
      synonyms: ['审理部门', '审判部门', '业务庭', '承办部门', '承办庭室', '审判团队', '审理庭室'],
    },
    creditor: {
      kind: 'text',
      title: label('权利人', 'Creditor'),
      synonyms: ['原告', '债权人', '权利人姓名/名称', '原告姓名/名称'],
    },
    debtor: {
      kind: 'person',
      title: label('义务人', 'Who must perform'),
      synonyms: ['被告', '债务人', '义务人姓名/名称', '被告姓名/名称', '履行义务人'],
    },
    moneyClaim: {
      kind: 'yes-no',
      title: label('金钱给付', 'Money claim'),
      synonyms: ['是否金钱给付', '是否金钱请求', '是否给付金钱', '金钱给付之诉'],
    },
    preserved: {
      kind: 'yes-no',
      title: label('采取保全', 'Preserved'),
      emptyIsNone: true,
      synonyms: ['是否保全', '是否采取保全', '财产保全', '有无保全'],
    },
    preservationNumber: {
      kind: 'case-number',
      title: label('执保案号', 'Preservation case'),
      aside: true,
      synonyms: ['保全案号', '财产保全案号'],
    },
    effectiveOn: {
      kind: 'day',
      title: label('生效日期', 'In effect on'),
      synonyms: ['文书生效日期', '裁判生效日期', '生效时间', '文书生效时间'],
    },
    documentKind: {
      kind: 'choice',
      title: label('文书种类', 'Document'),
      aside: true,
      synonyms: ['裁判文书种类', '文书类型', '结案文书', '裁判方式'],
      codes: {
        判决书: ['判决', '民事判决书'],
        调解书: ['调解', '民事调解书'],
        裁定书: ['裁定', '民事裁定书', '司法确认裁定'],
        支付令: ['督促程序'],
      },
    },
    hasDuty: {
      kind: 'yes-no',
      title: label('有履行义务', 'Must be performed'),
      synonyms: ['有无履行义务', '是否有履行义务', '有给付内容', '是否有给付内容', '有无给付内容'],
    },
    duty: {
      kind: 'long',
      title: label('履行内容', 'What must be performed'),
      aside: true,
      synonyms: ['判项', '判决主文', '履行义务内容', '给付内容'],
    },
    amount: {
      kind: 'fen',
      title: label('应给付金额', 'Amount due'),
      synonyms: ['给付金额', '判决给付金额', '裁判金额', '应给付数额', '应履行金额'],
    },
    performBy: {
      kind: 'day',
      title: label('履行期限届满日', 'To be performed by'),
      ahead: true,
      synonyms: ['履行期限', '履行期届满日', '履行届满日期', '应履行日期', '履行截止日期', '履行期限届满日期'],
    },
    performedOn: {
      kind: 'day',
      title: label('实际履行日期', 'Performed on'),
      synonyms: ['履行日期', '履行完毕日期', '自动履行日期'],
    },
    performance: {
      kind: 'choice',
      title: label('履行方式', 'How performed'),
      synonyms: ['履行情况', '履行结果', '实际履行情况'],
      codes: {
        自动履行完毕: ['自动履行', '已履行', '全部履行', '履行完毕', '当庭履行', '已自动履行'],
        按期分期履行: ['分期履行', '按约分期履行', '分期履行中'],
        部分履行: ['部分自动履行'],
        未履行: ['逾期未履行', '拒不履行', '没有履行'],
      },
    },
    urgedOn: {
      kind: 'day',
      title: label('转督促日期', 'Handed to urging on'),
      aside: true,
      synonyms: ['启动督促日期', '移交督促日期'],
    },
    caseNumber: {
      kind: 'case',
      title: label('执行案号', 'Enforcement case'),
      synonyms: ['申请执行案号', '对应执行案号', '首执案号', '执行立案案号'],
    },
  },
  steps: [
    {
      act: 'take-effect',
      done: 'taken-effect',
      title: label('登记生效', 'Takes effect'),
      day: 'effectiveOn',
      fields: ['effectiveOn', 'documentKind', 'hasDuty', 'duty', 'amount', 'performBy'],
    },
    {
      act: 'perform',
      done: 'performed',
      title: label('登记履行', 'Performed'),
      day: 'performedOn',
      fields: ['performedOn', 'performance'],
    },
    {
      act: 'hand-to-urging',
      done: 'handed-to-urging',
      title: label('转执前督促', 'Hand to urging'),
      day: 'urgedOn',
      fields: ['urgedOn'],
    },
  ],
  views: [
    { id: 'effective', title: label('已生效', 'In effect'), filter: { has: 'effectiveOn' } },
    { id: 'unperformed', title: label('未履行', 'Not performed'), filter: { has: 'performBy', lacks: 'performedOn' } },
    {
      id: 'performed',
      title: label('自动履行', 'Performed'),
      filter: { performance: '自动履行完毕|按期分期履行' },
    },
    { id: 'preserved', title: label('采取保全', 'Preserved'), filter: { preserved: true } },
  ],
} as const satisfies Register
