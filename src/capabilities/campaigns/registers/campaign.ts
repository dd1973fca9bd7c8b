import type { Field, Register } from '#capabilities/registers'
import { label } from '#kernel/values/labels.ts'

const ofCampaign = {
  kind: 'text',
  title: label('行动名称', 'Campaign'),
  required: true,
  synonyms: ['专项行动名称', '专项行动', '专项名称', '所属行动'],
} as const satisfies Field

/** 专项行动: a named, dated, concentrated effort. Once its list is frozen nothing joins it. */
export const campaign = {
  room: 'campaigns',
  name: 'campaign',
  plural: 'campaigns',
  title: label('专项行动', 'Campaign'),
  unit: label('个', 'campaigns'),
  about: 'court',
  hints: ['专项行动一览', '专项行动台账', '专项活动'],
  key: ['campaign'],
  day: 'startsOn',
  told: 'campaign',
  fields: {
    running: { kind: 'running', title: label('序号', 'No.') },
    campaign: ofCampaign,
    kind: {
      kind: 'choice',
      title: label('行动类型', 'Kind'),
      required: true,
      synonyms: ['专项类型', '行动类别'],
      codes: {
        集中攻坚: ['大会战', '集中执行', '攻坚行动'],
        终本清仓: ['清仓', '终本积案清理'],
        涉民生专项: ['涉民生', '民生专项'],
        其他专项: ['其他'],
      },
    },
    level: {
      kind: 'choice',
      title: label('部署层级', 'Level'),
      synonyms: ['层级', '部署单位', '组织层级'],
      codes: { 全国: ['最高法院'], 全省: ['省', '省级'], 全市: ['市', '市级'], 全县: ['县', '县级'], 本院: ['院内'] },
    },
    startsOn: {
      kind: 'day',
      title: label('开始日期', 'Starts on'),
      required: true,
      ahead: true,
      synonyms: ['行动开始日期', '启动日期', '起始时间'],
    },
    endsOn: {
      kind: 'day',
      title: label('结束日期', 'Ends on'),
      ahead: true,
      synonyms: ['行动结束日期', '截止日期', '结束时间'],
    },
    rule: {
      kind: 'long',
      title: label('入池标准', 'Rule of the pool'),
      synonyms: ['案件范围', '纳入标准', '入池条件'],
    },
    goals: { kind: 'long', title: label('目标', 'Goals'), synonyms: ['行动目标', '工作目标', '任务目标'] },
    frozenOn: {
      kind: 'day',
      title: label('名单冻结日期', 'List frozen on'),
      synonyms: ['名单确定日期', '冻结日期', '定案日期'],
    },
    closedOn: { kind: 'day', title: label('总结日期', 'Closed on'), synonyms: ['总结时间', '收官日期'] },
    bulletin: { kind: 'long', title: label('总结', 'Bulletin'), synonyms: ['行动总结', '简报', '成效'], aside: true },
  },
  steps: [
    {
      act: 'freeze',
      done: 'frozen',
      title: label('冻结名单', 'Freeze the list'),
      day: 'frozenOn',
      fields: ['frozenOn'],
      // A list may be drawn up before the first day.
      mayPrecede: true,
    },
    {
      act: 'close',
      done: 'closed',
      title: label('总结行动', 'Close'),
      day: 'closedOn',
      fields: ['closedOn', 'bulletin'],
    },
  ],
  views: [{ id: 'running', title: label('进行中', 'Running'), filter: { lacks: 'closedOn' } }],
} as const satisfies Register

/** 行动案件: the frozen pool of a campaign, one entry for each of its cases. */
export const campaignCase = {
  room: 'campaigns',
  name: 'campaign-case',
  plural: 'campaign-cases',
  title: label('行动案件', 'Campaign case'),
  unit: label('件', 'cases'),
  about: 'case',
  hints: ['行动案件', '专项行动案件', '攻坚案件名单', '行动名单'],
  key: ['caseNumber', 'campaign'],
  day: 'joinedOn',
  told: 'campaign',
  fields: {
    running: { kind: 'running', title: label('序号', 'No.') },
    campaign: ofCampaign,
    caseNumber: { kind: 'case', title: label('案号', 'Case number') },
    joinedOn: {
      kind: 'day',
      title: label('入池日期', 'Joined on'),
      required: true,
      synonyms: ['纳入行动日期', '入池时间', '列入名单日期'],
    },
    squad: { kind: 'text', title: label('承办小组', 'Squad'), synonyms: ['小组', '行动小组', '组别', '承办组'] },
    outcomeOn: {
      kind: 'day',
      title: label('取得结果日期', 'Outcome on'),
      synonyms: ['成效日期', '办结日期', '结果日期'],
    },
    outcome: {
      kind: 'choice',
      title: label('行动结果', 'Outcome'),
      synonyms: ['结果', '成效', '办理结果'],
      codes: {
        执行完毕: ['履行完毕'],
        达成和解: ['和解', '执行和解'],
        部分履行: ['部分到位'],
        采取强制措施: ['拘留', '拘传', '采取措施'],
        未果: ['无进展', '未取得成效'],
      },
    },
    money: {
      kind: 'fen',
      title: label('行动到位金额', 'Recovered'),
      emptyIsNone: true,
      synonyms: ['到位金额', '执行到位金额'],
    },
  },
  steps: [
    {
      act: 'settle',
      done: 'settled',
      title: label('登记结果', 'Record the outcome'),
      day: 'outcomeOn',
      fields: ['outcomeOn', 'outcome', 'money'],
    },
  ],
  views: [{ id: 'open', title: label('未取得结果', 'Open'), filter: { lacks: 'outcomeOn' } }],
} as const satisfies Register

/** 行动小组: who goes out, where, with whom. */
export const squad = {
  room: 'campaigns',
  name: 'squad',
  plural: 'squads',
  title: label('行动小组', 'Squad'),
  unit: label('个', 'squads'),
  about: 'court',
  hints: ['行动小组', '分组名单', '编组'],
  key: ['campaign', 'squad', 'formedOn'],
  day: 'formedOn',
  told: 'squad',
  fields: {
    running: { kind: 'running', title: label('序号', 'No.') },
    campaign: ofCampaign,
    squad: {
      kind: 'text',
      title: label('小组名称', 'Squad'),
      required: true,
      synonyms: ['组别', '小组', '组名', '行动小组'],
    },
    formedOn: {
      kind: 'day',
      title: label('编组日期', 'Formed on'),
      required: true,
      synonyms: ['组建日期', '编组时间', '成立日期'],
    },
    lead: { kind: 'text', title: label('组长', 'Lead'), required: true, synonyms: ['负责人', '带队领导', '小组组长'] },
    members: {
      kind: 'list',
      title: label('组员', 'Members'),
      required: true,
      synonyms: ['小组成员', '成员', '参加人员'],
    },
    area: { kind: 'text', title: label('负责片区', 'Area'), synonyms: ['片区', '责任乡镇', '行动区域'] },
  },
  views: [{ id: 'today', title: label('今日编组', 'Going out today'), filter: { day: 'formedOn', past: '0' } }],
} as const satisfies Register

/** 行动日报: what a squad did in one day. */
export const dayReport = {
  room: 'campaigns',
  name: 'day-report',
  plural: 'day-reports',
  title: label('行动日报', 'Day report'),
  unit: label('份', 'reports'),
  about: 'court',
  hints: ['行动日报', '日报', '每日战报', '战报'],
  key: ['campaign', 'reportedOn', 'squad'],
  day: 'reportedOn',
  told: 'squad',
  fields: {
    running: { kind: 'running', title: label('序号', 'No.') },
    campaign: ofCampaign,
    reportedOn: {
      kind: 'day',
      title: label('日报日期', 'Day'),
      required: true,
      synonyms: ['战报日期', '统计日期', '行动日期'],
    },
    squad: {
      kind: 'text',
      title: label('小组名称', 'Squad'),
      required: true,
      synonyms: ['组别', '小组', '行动小组'],
    },
    visits: { kind: 'integer', title: label('走访户数', 'Visits'), synonyms: ['走访数', '走访（户）', '入户数'] },
    summoned: { kind: 'integer', title: label('拘传人次', 'Summoned'), synonyms: ['拘传数', '拘传（人次）'] },
    detained: { kind: 'integer', title: label('拘留人数', 'Detained'), synonyms: ['拘留数', '拘留（人）'] },
    settled: {
      kind: 'integer',
      title: label('执结件数', 'Cases closed'),
      synonyms: ['执结数', '结案数', '执结（件）'],
    },
    agreed: { kind: 'integer', title: label('和解件数', 'Settlements'), synonyms: ['和解数', '和解（件）'] },
    money: {
      kind: 'fen',
      title: label('当日到位金额', 'Recovered'),
      emptyIsNone: true,
      synonyms: ['到位金额', '执行到位金额'],
    },
    remark: { kind: 'long', title: label('情况说明', 'Remark'), synonyms: ['备注', '典型案例'], aside: true },
  },
} as const satisfies Register
