/** Invented cases as they cross the wire. */
export type CaseWire = {
  caseId: string
  number: string
  applicant: string
  debtor: string
  claimed: string
  recovered: string
  filled: number
  stage: string
  hold: boolean
  next: string
  clockState: string
  daysLeft: number
  days: number
}

const seeds = [
  '987 某建材公司 周某华 12840000 0 2 已分案 发执行通知 urgent 0 10',
  '812 范某 某物流部 2640000 2640000 6 款项分配 认领案款 due 1 88',
  '655 谢某 某运输公司 96215037 41000000 5 处置中 续行冻结 due 2 157',
  '318 吕某 施某 8300000 1250000 4 查控中 送达拘留决定 due 3 171',
  '841 罗某 某餐饮店 4126000 0 4 查控中 核查财产报告 far 4 63',
  '690 谭某 某置业公司 218600000 30000000 5 处置中 选评估机构 far 5 140',
  '577 郝某 廖某 35670000 0 5 处置中 发二拍公告 far 6 149',
  '433 某信用社 龚某 9800000 630000 4 查控中 补查不动产 far 7 166',
  '768 严某 覃某、覃某某 5200000 800000 4 查控中 阅办网格反馈 far 8 92',
  '恢45 吴某 郑某 4600000 2000000 5 和解履行中 等27日款 paused 15 58',
  '903 某农资店 岳某 1785000 0 3 已通知 发起查控 far 9 31',
  '911 孟某 某建筑劳务公司 21460000 6460000 4 查控中 询问负责人 far 11 28',
  '926 邹某 曾某 940000 440000 3 已通知 催报财产 far 12 24',
  '935 某村镇银行 尹某、宋某 14322056 0 3 已通知 发起查控 far 13 22',
  '948 蓝某 某酒店管理公司 6800000 0 2 已分案 发执行通知 far 6 4',
  '950 易某 车某 3150000 0 2 已分案 发执行通知 far 6 4',
]

export function simulatedCase(index: number): CaseWire {
  const [
    serial = '',
    applicant = '',
    debtor = '',
    claimed = '',
    recovered = '',
    filled = '',
    stage = '',
    next = '',
    clockState = '',
    left = '',
    days = '',
  ] = (seeds[index % seeds.length] ?? '').split(' ')
  const round = Math.floor(index / seeds.length)
  const number = round === 0 ? serial : String(1000 + index)
  return {
    caseId: `case-${index}`,
    number: `（2024）川1123执${number}号`,
    applicant,
    debtor,
    claimed,
    recovered,
    filled: Number(filled),
    stage,
    hold: clockState === 'paused',
    next,
    clockState: round > 0 && index % 41 === 0 ? 'overdue' : clockState,
    daysLeft: round > 0 && index % 41 === 0 ? -3 : Number(left),
    days: Number(days),
  }
}
