/** A paragraph of the report. `{F01}` is a figure, `{year}` the year reported on, `{next}` the year after. */
export type OutlineSentence = {
  readonly id: string
  readonly text: string
  /** Room for what no record says: cases and effects that a person writes. */
  readonly placeholder?: boolean
}

export type OutlineSection = {
  readonly id: string
  readonly heading: string
  /** Opening words of a paragraph that is a sub-section of its own: （一）用足强制措施。 */
  readonly lead?: string
  readonly level: 1 | 2
  readonly sentences: readonly OutlineSentence[]
}

/** The order and the claims of a county court's enforcement report; chapters of the published report of 2024. */
export const outline: readonly OutlineSection[] = [
  {
    id: 'overview',
    heading: '一、基本情况',
    level: 1,
    sentences: [
      { id: 'caseload', text: '{year}年，我院受理首次执行案件{F01}，执结{F02}，结案率{F03}。' },
      { id: 'quality', text: '执行完毕率{F05}，到位率{F06}，实际执结率{F07}。' },
      { id: 'against-mean', text: '所有质效指标{F04}。' },
      { id: 'rank', text: '综合执行质效{F10}。' },
      { id: 'crime', text: '拒执罪案件判决{F08}{F09}。' },
    ],
  },
  { id: 'work', heading: '二、主要做法', level: 1, sentences: [] },
  {
    id: 'partners',
    heading: '联动共治',
    lead: '（一）凝聚外部合力。',
    level: 2,
    sentences: [
      { id: 'joint', text: '健全重大、敏感、涉稳案件联动共治机制，化解涉众、涉民生案件{F11}{F12}。' },
      { id: 'members', text: '执行工作联席会议{F13}成员单位各执其责。' },
      { id: 'search', text: '相关行政机关、网格员协助调查财产、家庭情况等信息共{F14}。' },
    ],
  },
  {
    id: 'hotline',
    heading: '执行110',
    lead: '（二）做实“执行110”联动。',
    level: 2,
    sentences: [{ id: 'dispatch', text: '今年以来，公安机关共出警{F15}，协助法院成功化解案件{F16}。' }],
  },
  {
    id: 'bounty',
    heading: '执行悬赏',
    lead: '（三）推行执行悬赏。',
    level: 2,
    sentences: [
      {
        id: 'bounty',
        text: '自{F17}以来，发布执行悬赏公告{F18}，涉及案件{F19}、被执行人{F20}，通过群众提供线索成功控制被执行人{F21}，共计到位金额{F22}，成功率为{F23}。',
      },
    ],
  },
  {
    id: 'coercion',
    heading: '强制措施',
    lead: '（四）用足强制措施。',
    level: 2,
    sentences: [
      { id: 'measures', text: '拘传{F24}，罚款{F25}，拘留{F26}，实际送拘{F27}，判处拒执罪{F08}{F09}。' },
      { id: 'share', text: '实际送拘人数{F28}，拒执罪打击案件数{F29}。' },
    ],
  },
  {
    id: 'clearing',
    heading: '终本清仓',
    lead: '（五）开展“终本清仓”。',
    level: 2,
    sentences: [{ id: 'cleared', text: '终本积案出清{F30}，到位{F31}。' }],
  },
  {
    id: 'effects',
    heading: '三、典型案例与成效',
    level: 1,
    sentences: [{ id: 'examples', text: '〔案例与成效待填，选一至两件〕', placeholder: true }],
  },
  {
    id: 'outlook',
    heading: '四、下步打算',
    level: 1,
    sentences: [
      {
        id: 'mode',
        text: '{next}年，推行“{F32}{F33}”执行模式，抓实“{F34}”核心指标及其他重要指标，推动质效指标均衡发展。',
      },
      { id: 'goals', text: '抓牢执源治理“牛鼻子”，实现{F35}、{F36}、执行到位持续向好。' },
    ],
  },
]
