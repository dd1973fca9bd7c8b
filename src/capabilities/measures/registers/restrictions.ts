import type { Register } from '#capabilities/registers'
import { label } from '#kernel/values/labels.ts'
import { caseNumber, certificate, decidedOn, decisionNumber, person, running } from './fields.ts'

const liftReasons = {
  履行完毕: ['全部履行', '已履行完毕', '履行完毕解除'],
  提供担保: ['有效担保', '提供有效担保'],
  申请人同意: ['申请执行人同意', '申请执行人申请'],
  终结执行: ['裁定终结执行', '终结'],
  达成和解: ['执行和解', '达成和解并经申请人确认'],
  期限届满: ['期满', '到期'],
  纠错: ['错误纳入', '不应限制', '撤销'],
} as const

/** 限制消费令 (限高): against the debtor, and for a unit against its legal representative and others in charge. */
export const consumptionLimit = {
  room: 'measures',
  name: 'consumption-limit',
  plural: 'consumption-limits',
  title: label('限制消费', 'Consumption limit'),
  unit: label('人次', 'orders'),
  about: 'debtor',
  hints: ['限制消费', '限高', '限消', '限制高消费'],
  key: ['caseNumber', 'person', 'limitedOn'],
  day: 'limitedOn',
  told: 'target',
  fields: {
    running,
    caseNumber,
    person,
    certificate,
    target: {
      kind: 'text',
      title: label('限制消费对象', 'Who is limited'),
      synonyms: ['限消对象', '限高对象', '限制对象', '被限制人'],
    },
    limitedOn: {
      kind: 'day',
      title: label('限消日期', 'Limited on'),
      required: true,
      synonyms: ['限制消费日期', '限高日期', '限制消费时间', '限消时间', '采取日期'],
    },
    liftedOn: {
      kind: 'day',
      title: label('解除日期', 'Lifted on'),
      synonyms: ['解除时间', '解除限消日期', '解除限制消费日期'],
    },
    liftReason: { kind: 'choice', title: label('解除原因', 'Why lifted'), synonyms: ['解除理由'], codes: liftReasons },
  },
  steps: [
    {
      act: 'lift',
      done: 'lifted',
      title: label('解除限制消费', 'Lift the limit'),
      day: 'liftedOn',
      fields: ['liftedOn', 'liftReason'],
    },
  ],
  views: [{ id: 'live', title: label('生效中', 'In force'), filter: { lacks: 'liftedOn' } }],
} as const satisfies Register

/** 失信被执行人名单: the ground decides whether there is a term; removal within three working days of its cause. */
export const dishonestListing = {
  room: 'measures',
  name: 'dishonest-listing',
  plural: 'dishonest-listings',
  title: label('失信', 'Dishonest listing'),
  unit: label('人次', 'listings'),
  about: 'debtor',
  asksAge: true,
  hints: ['失信', '失信被执行人', '失信名单'],
  key: ['caseNumber', 'person', 'listedOn'],
  day: 'listedOn',
  told: 'ground',
  fields: {
    running,
    caseNumber,
    person,
    certificate,
    listedOn: {
      kind: 'day',
      title: label('纳入日期', 'Listed on'),
      required: true,
      synonyms: ['纳入失信日期', '纳入时间', '列入日期', '发布日期'],
    },
    ground: {
      kind: 'choice',
      title: label('失信情形', 'Ground'),
      synonyms: ['失信行为', '失信行为情形', '失信被执行人行为具体情形', '纳入情形', '纳入原因', '失信原因'],
      // 法释〔2017〕7号 art. 1, items 1 to 6.
      codes: {
        有履行能力而拒不履行生效法律文书确定义务: ['有履行能力而拒不履行', '有履行能力拒不履行'],
        '以伪造证据、暴力、威胁等方法妨碍、抗拒执行': ['妨碍、抗拒执行', '伪造证据、暴力、威胁妨碍执行'],
        '以虚假诉讼、虚假仲裁或者以隐匿、转移财产等方法规避执行': ['规避执行', '隐匿、转移财产规避执行'],
        违反财产报告制度: ['违反财产报告令', '拒不报告财产', '虚假报告财产'],
        违反限制消费令: ['违反限消令', '违反限制高消费令'],
        无正当理由拒不履行执行和解协议: ['拒不履行执行和解协议', '拒不履行和解协议'],
      },
    },
    term: {
      kind: 'choice',
      title: label('期限', 'Term'),
      synonyms: ['纳入期限', '失信期限', '公布期限'],
      // Two years, and one to three more (法释〔2017〕7号 art. 2).
      codes: {
        二年: ['两年', '2年', '二年期'],
        三年: ['3年'],
        四年: ['4年'],
        五年: ['5年'],
        无固定期限: ['无期限', '长期', '不定期'],
      },
    },
    removedOn: {
      kind: 'day',
      title: label('删除日期', 'Removed on'),
      synonyms: ['删除时间', '撤下日期', '屏蔽日期', '移出日期'],
    },
    removeReason: {
      kind: 'choice',
      title: label('删除原因', 'Why removed'),
      synonyms: ['删除理由', '移出原因', '撤下原因'],
      codes: liftReasons,
    },
  },
  steps: [
    {
      act: 'remove',
      done: 'removed',
      title: label('删除失信信息', 'Remove from the list'),
      day: 'removedOn',
      fields: ['removedOn', 'removeReason'],
    },
  ],
  views: [{ id: 'live', title: label('公布中', 'Published'), filter: { lacks: 'removedOn' } }],
} as const satisfies Register

/** 限制出境: on request or of the court's own motion; lifted when paid or secured. */
export const exitBan = {
  room: 'measures',
  name: 'exit-ban',
  plural: 'exit-bans',
  title: label('限制出境', 'Exit ban'),
  unit: label('人次', 'orders'),
  about: 'debtor',
  hints: ['限制出境', '边控'],
  key: ['caseNumber', 'person', 'decidedOn'],
  day: 'decidedOn',
  told: 'measure',
  fields: {
    running,
    caseNumber,
    person,
    certificate,
    decisionNumber,
    decidedOn,
    measure: {
      kind: 'choice',
      title: label('措施', 'Measure'),
      codes: {
        通知边控: ['边控', '法定不批准出境'],
        扣留证件: ['扣留护照', '扣留出境证件'],
        宣布证件作废: ['作废证件'],
      },
    },
    endsOn: { kind: 'day', title: label('届满日期', 'Ends on'), ahead: true, synonyms: ['到期日期', '边控到期日'] },
    liftedOn: { kind: 'day', title: label('解除日期', 'Lifted on'), synonyms: ['释放日期', '解除时间'] },
    liftReason: { kind: 'choice', title: label('解除原因', 'Why lifted'), synonyms: ['释放原因'], codes: liftReasons },
  },
  steps: [
    {
      act: 'lift',
      done: 'lifted',
      title: label('解除限制出境', 'Lift the ban'),
      day: 'liftedOn',
      fields: ['liftedOn', 'liftReason'],
    },
  ],
  views: [{ id: 'live', title: label('生效中', 'In force'), filter: { lacks: 'liftedOn' } }],
} as const satisfies Register

/** 搜查: on a warrant signed by the president, two officers, witnesses. */
export const search = {
  room: 'measures',
  name: 'search',
  plural: 'searches',
  title: label('搜查', 'Search'),
  unit: label('次', 'searches'),
  about: 'debtor',
  hints: ['搜查'],
  key: ['caseNumber', 'person', 'searchedOn'],
  day: 'searchedOn',
  told: 'found',
  fields: {
    running,
    caseNumber,
    person,
    certificate,
    warrant: { kind: 'text', title: label('搜查令文号', 'Warrant'), required: true, synonyms: ['搜查令', '搜查令号'] },
    searchedOn: {
      kind: 'day',
      title: label('搜查日期', 'Searched on'),
      required: true,
      synonyms: ['搜查时间', '实施日期'],
    },
    place: { kind: 'text', title: label('搜查地点', 'Place'), synonyms: ['地点', '搜查场所'] },
    witnesses: { kind: 'list', title: label('见证人', 'Witnesses'), synonyms: ['在场人', '见证人员'] },
    officers: { kind: 'list', title: label('执行人员', 'Officers'), synonyms: ['搜查人员', '执行干警'] },
    found: { kind: 'long', title: label('搜查结果', 'Found'), synonyms: ['查获财产', '结果', '搜查情况'] },
  },
} as const satisfies Register
