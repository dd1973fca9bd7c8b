import type { Register } from '#capabilities/registers'
import { label } from '#kernel/values/labels.ts'

const method = {
  邮寄: ['邮寄送达', 'EMS', '法院专递'],
  当面送达: ['直接送达', '当面', '现场送达'],
  电子送达: ['电子', '电子邮件', '微信'],
  '短信+电话': ['短信、电话', '电话+短信', '短信和电话'],
  短信: ['短信送达'],
  电话: ['电话送达', '电话通知'],
  留置送达: ['留置'],
  委托送达: ['委托'],
} as const

/** 执前督促: between the day a document takes effect and the filing of enforcement. It never delays a filing. */
export const urgingFile = {
  room: 'urging',
  name: 'urging-file',
  plural: 'files',
  title: label('执前督促', 'Urging file'),
  unit: label('件', 'files'),
  about: 'case-if-any',
  hints: ['执前督促', '督促履行', '督促台账'],
  key: ['fileNumber'],
  day: 'startedOn',
  told: 'outcome',
  // It comes before the enforcement case that it may lead to.
  mayPrecedeFiling: true,
  fields: {
    fileNumber: {
      kind: 'text',
      title: label('督促编号', 'File number'),
      required: true,
      numbered: 'DC-{day}-{nnn}',
      synonyms: ['督促案号', '督促档案号', '督促序号', '执前督促编号', '督促登记号', '督促号'],
    },
    startedOn: {
      kind: 'day',
      title: label('启动日期', 'Started on'),
      required: true,
      synonyms: ['督促启动日期', '启动督促日期', '督促日期', '开始督促日期', '督促登记日期', '启动时间'],
    },
    document: {
      kind: 'text',
      title: label('生效文书号', 'Document in effect'),
      required: true,
      synonyms: ['生效法律文书号', '执行依据文号', '文书案号', '裁判文书号', '生效文书案号', '依据文书号', '民事案号'],
    },
    creditor: {
      kind: 'text',
      title: label('权利人', 'Creditor'),
      required: true,
      synonyms: ['债权人', '申请人', '原告', '权利人姓名', '权利人姓名/名称', '申请督促人'],
    },
    debtor: {
      kind: 'person',
      title: label('义务人', 'Who must perform'),
      synonyms: ['债务人', '被告', '被督促人', '义务人姓名', '义务人姓名/名称', '履行义务人'],
    },
    amount: {
      kind: 'fen',
      title: label('应履行金额', 'Amount due'),
      synonyms: ['应履行标的额', '履行标的', '应付金额', '督促金额', '义务金额', '应履行数额'],
    },
    performBy: {
      kind: 'day',
      title: label('履行期限届满日', 'To be performed by'),
      ahead: true,
      synonyms: ['应履行日期', '履行届满日', '履行期届满日期', '文书确定的履行日期', '履行截止日期'],
    },
    windowEndsOn: {
      kind: 'day',
      title: label('督促期届满日', 'Window ends on'),
      ahead: true,
      synonyms: ['督促期限届满日', '督促截止日期', '督促届满日期', '督促期限至'],
    },
    preservationNoticeOn: {
      kind: 'day',
      title: label('财产保全告知书送达日期', 'Notice on preservation served'),
      synonyms: ['保全告知书送达日期', '财产保全告知日期', '保全告知送达日期', '保全告知书', '财产保全告知书'],
    },
    dutyNoticeOn: {
      kind: 'day',
      title: label('履行义务告知书送达日期', 'Notice of duty served'),
      synonyms: ['履行告知书送达日期', '履行义务告知日期', '义务告知书送达日期', '履行义务告知书', '履行告知送达日期'],
    },
    urgingNoticeOn: {
      kind: 'day',
      title: label('督促履行义务告知书送达日期', 'Urging notice served'),
      synonyms: [
        '督促告知书送达日期',
        '督促履行告知书送达日期',
        '督促通知书送达日期',
        '督促履行义务告知书',
        '督促函送达日期',
      ],
    },
    method: {
      kind: 'choice',
      title: label('送达方式', 'How served'),
      synonyms: ['告知方式', '督促方式', '送达途径', '通知方式'],
      codes: method,
    },
    outcome: {
      kind: 'choice',
      title: label('督促结果', 'Outcome'),
      synonyms: ['督促情况', '办理结果', '督促成效', '督促效果', '督促状态', '履行情况'],
      codes: {
        自动履行: ['已履行', '履行完毕', '主动履行', '全部履行'],
        部分履行: ['部分自动履行'],
        达成分期履行: ['达成分期', '分期履行', '和解分期', '达成和解'],
        未履行转申请执行: ['转执行', '转执行立案', '未履行', '申请执行', '转立案执行'],
        失联: ['下落不明', '无法联系'],
        拒绝履行: ['拒绝', '明确拒绝'],
        撤回: ['撤回督促', '权利人撤回'],
        督促中: ['正在督促', '进行中', '未办结'],
      },
    },
    performed: {
      kind: 'fen',
      title: label('督促履行金额', 'Performed'),
      emptyIsNone: true,
      synonyms: ['实际履行金额', '已履行金额', '自动履行金额', '履行到位金额', '履行金额'],
    },
    closedOn: {
      kind: 'day',
      title: label('办结日期', 'Closed on'),
      synonyms: ['督促办结日期', '督促结束日期', '结束日期', '办结时间', '督促完结日期'],
    },
    caseNumber: {
      kind: 'case',
      title: label('转执行案号', 'Enforcement case'),
      synonyms: ['后续执行案号', '申请执行案号', '转立案案号', '执行立案案号'],
    },
  },
  steps: [
    {
      act: 'serve-preservation-notice',
      done: 'preservation-notice-served',
      title: label('送达财产保全告知书', 'Serve the notice on preservation'),
      day: 'preservationNoticeOn',
      fields: ['preservationNoticeOn', 'method'],
      mayPrecede: true,
    },
    {
      act: 'serve-duty-notice',
      done: 'duty-notice-served',
      title: label('送达履行义务告知书', 'Serve the notice of duty'),
      day: 'dutyNoticeOn',
      fields: ['dutyNoticeOn', 'method'],
      mayPrecede: true,
    },
    {
      act: 'serve-urging-notice',
      done: 'urging-notice-served',
      title: label('送达督促履行义务告知书', 'Serve the urging notice'),
      day: 'urgingNoticeOn',
      fields: ['urgingNoticeOn', 'method'],
    },
    {
      act: 'close',
      done: 'closed',
      title: label('办结督促', 'Close the file'),
      day: 'closedOn',
      fields: ['closedOn', 'outcome', 'performed', 'caseNumber'],
    },
  ],
  views: [
    { id: 'open', title: label('督促中', 'Open'), filter: { lacks: 'closedOn' } },
    { id: 'performed', title: label('自动履行', 'Performed'), filter: { outcome: '自动履行' } },
    { id: 'instalments', title: label('分期履行', 'Instalments'), filter: { outcome: '达成分期履行' } },
    { id: 'filed', title: label('转申请执行', 'Filed'), filter: { outcome: '未履行转申请执行' } },
  ],
} as const satisfies Register
