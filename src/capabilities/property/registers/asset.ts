import type { Register } from '#capabilities/registers'
import { label } from '#kernel/values/labels.ts'
import { asset as name, assetKind, caseNumber, certificate, person } from './fields.ts'

/** 财产: one asset of a debtor, from being found to being disposed of, or why it cannot be. */
export const asset = {
  room: 'property',
  name: 'asset',
  plural: 'assets',
  title: label('财产', 'Asset'),
  unit: label('项', 'assets'),
  about: 'debtor',
  hints: ['财产登记', '财产台账', '财产线索', '财产情况'],
  key: ['caseNumber', 'person', 'assetKind', 'asset'],
  day: 'foundOn',
  told: 'assetKind',
  fields: {
    caseNumber,
    person,
    certificate,
    assetKind,
    asset: name,
    share: {
      kind: 'text',
      title: label('权属份额', 'Share'),
      synonyms: ['共有情况', '权属情况', '产权份额', '所占份额'],
      aside: true,
    },
    value: {
      kind: 'fen',
      title: label('财产价值', 'Value'),
      synonyms: ['估值', '评估价值', '财产金额', '估算价值', '参考价', '财产数额'],
    },
    foundOn: {
      kind: 'day',
      title: label('查明日期', 'Found on'),
      required: true,
      synonyms: ['发现日期', '查明时间', '财产查明日期', '查到日期', '核实日期'],
    },
    source: {
      kind: 'choice',
      title: label('财产来源', 'How found'),
      synonyms: ['线索来源', '查明途径', '发现途径', '查明方式'],
      codes: {
        网络查控: ['总对总', '总对总查控', '点对点', '网络查询'],
        被执行人报告: ['财产报告', '财产申报', '申报'],
        申请执行人提供: ['申请人提供', '申请人线索'],
        线下调查: ['实地调查', '传统查控', '现场调查', '搜查'],
        悬赏举报: ['悬赏', '举报'],
        网格协助: ['网格反馈', '网格员反馈'],
        审计: ['审计调查'],
        其他: ['其他途径'],
      },
    },
    hindrance: {
      kind: 'choice',
      title: label('不能处置原因', 'Why it cannot be disposed of'),
      synonyms: ['不宜处置原因', '无法处置原因', '暂不处置原因', '未处置原因'],
      codes: {
        流拍后不接受抵债且不能强制管理: ['流拍', '流拍不接受抵债'],
        登记车辆未实际扣押: ['车辆未查扣', '未实际扣押', '车辆下落不明'],
        轮候查封: ['轮候', '首封法院未处置'],
        唯一住房豁免: ['唯一住房', '生活必需住房'],
        无处置价值: ['价值明显不足', '无益拍卖'],
        案外人异议审查中: ['案外人异议', '权属争议'],
        其他: ['其他原因'],
      },
    },
    hinderedOn: {
      kind: 'day',
      title: label('认定不能处置日期', 'Found not disposable on'),
      synonyms: ['认定不能处置时间', '不能处置认定日期'],
      aside: true,
    },
    disposal: {
      kind: 'choice',
      title: label('处置方式', 'How disposed of'),
      synonyms: ['处置途径', '变现方式', '财产处置方式'],
      codes: {
        扣划: ['划拨', '提取'],
        拍卖: ['网络拍卖', '司法拍卖', '拍卖成交'],
        变卖: ['网络变卖', '变卖成交'],
        以物抵债: ['抵债'],
        强制管理: [],
        交付: ['交付申请人', '交付特定物'],
        退还: ['发还', '解除后退还'],
      },
    },
    disposedOn: {
      kind: 'day',
      title: label('处置日期', 'Disposed of on'),
      synonyms: ['处置完成日期', '成交日期', '变现日期', '扣划日期'],
    },
    proceeds: {
      kind: 'fen',
      title: label('处置金额', 'Proceeds'),
      emptyIsNone: true,
      synonyms: ['成交金额', '变现金额', '处置所得', '扣划金额', '处置价款'],
    },
  },
  steps: [
    {
      act: 'dispose',
      done: 'disposed',
      title: label('登记处置', 'Record disposal'),
      day: 'disposedOn',
      fields: ['disposedOn', 'disposal', 'proceeds'],
    },
    {
      act: 'set-aside',
      done: 'set-aside',
      title: label('认定不能处置', 'Find it not disposable'),
      day: 'hinderedOn',
      fields: ['hinderedOn', 'hindrance'],
    },
  ],
  views: [
    { id: 'open', title: label('待处置', 'To dispose of'), filter: { lacks: 'disposedOn,hinderedOn' } },
    { id: 'hindered', title: label('不能处置', 'Not disposable'), filter: { has: 'hindrance', lacks: 'disposedOn' } },
    { id: 'disposed', title: label('已处置', 'Disposed of'), filter: { has: 'disposedOn' } },
  ],
} as const satisfies Register
