/** How long a matter may take unless the court decides otherwise: working days, days, clock hours or minutes, to the month's end. */
export type Allowance =
  | { readonly unit: 'working-day' | 'day' | 'hour' | 'minute'; readonly amount: number }
  | { readonly unit: 'month-end' }

type Matter = {
  readonly title: string
  readonly post: string
  readonly allowance: Allowance | null
  readonly names: readonly string[]
}

const matter = (title: string, post: string, allowance: Allowance | null, ...names: readonly string[]): Matter => ({
  title,
  post,
  allowance,
  names,
})
const workingDays = (amount: number): Allowance => ({ unit: 'working-day', amount })
const days = (amount: number): Allowance => ({ unit: 'day', amount })

/**
 * The matters of the command centre with post and allowance, as the court begins; it replaces the allowances in its settings.
 * Source: practice handbook §3.3. Those with none wait for a clock of their own.
 */
export const matters = {
  W01: matter('立案信息核对与建档', 'P01', workingDays(1), '立案核对', '建档'),
  W02: matter('当事人信息校验与关联案件检索', 'P01', workingDays(1), '当事人信息校验', '关联案件检索'),
  W03: matter('繁简分流与分案', 'P02', workingDays(1), '繁简分流', '分案'),
  W04: matter('制作送达执行通知书、报告财产令', 'P03', workingDays(3), '送达执行通知书', '送达', '文书送达'),
  W05: matter('网络查控发起', 'P04', workingDays(1), '网络查控', '总对总查控', '查控'),
  W06: matter('反馈甄别与线上冻结', 'P04', { unit: 'hour', amount: 48 }, '线上冻结', '反馈甄别'),
  W07: matter('线下调查', 'P05', workingDays(10), '传统调查', '实地调查', '外调'),
  W08: matter('查封、扣押、冻结、扣划', 'P05', workingDays(10), '查封', '扣押', '冻结', '扣划'),
  W09: matter('续封续冻预警办理', 'P06', null, '续封', '续冻', '续封续冻'),
  W10: matter('财产评估、询价', 'P09', days(30), '评估', '询价', '议价'),
  W11: matter('网络司法拍卖上拍', 'P09', days(30), '网拍', '司法拍卖', '上拍'),
  W12: matter('拍后交付过户', 'P09', workingDays(15), '交付过户', '过户', '腾退交付'),
  W13: matter('限高、失信名单录入、屏蔽、撤销', 'P06', workingDays(3), '失信限高', '失信录入', '限高录入', '信用修复'),
  W14: matter('协助执行联络', 'P07', workingDays(3), '协助联络', '联络成员单位'),
  W15: matter('网格协助派发', 'P07', workingDays(7), '网格协助', '网格派发'),
  W16: matter('执行110接警核查派警', 'P08', { unit: 'minute', amount: 30 }, '接警核查', '执行110'),
  W17: matter('临控申请与布控', 'P08', { unit: 'hour', amount: 24 }, '临控', '布控'),
  W18: matter('外勤行动派车派警', 'P08', workingDays(1), '派车派警', '外勤行动', '派车'),
  W19: matter('拘传、拘留、送拘手续', 'P08', { unit: 'hour', amount: 24 }, '拘传', '拘留', '送拘'),
  W20: matter('案款认领', 'P12', workingDays(1), '认领'),
  W21: matter('案款发放审核付款', 'P12', workingDays(5), '案款发放', '发放审核'),
  W22: matter('不明款核查', 'P12', { unit: 'month-end' }, '不明款'),
  W23: matter('终本核查', 'P13', workingDays(2), '终本审查'),
  W24: matter('终本库定期查询', 'P13', { unit: 'month-end' }, '终本查询', '终本库查询'),
  W25: matter('恢复执行审查', 'P13', workingDays(5), '恢复审查', '恢复执行'),
  W26: matter('事项委托（异地）', 'P07', days(30), '事项委托', '委托执行事项'),
  W27: matter('信访登记转办', 'P14', days(60), '信访转办', '信访'),
  W28: matter('拒执线索核查移送', 'P11', workingDays(10), '拒执移送', '拒执线索'),
  W29: matter('执转破征询移送', 'P10', null, '执转破'),
  W30: matter('执行公开、短信告知', 'P03', workingDays(1), '短信告知', '执行公开'),
  W31: matter('节点预警督办', 'P15', workingDays(2), '节点督办', '督办'),
  W32: matter('质效数据校核', 'P15', workingDays(3), '数据校核'),
  W33: matter('卷宗整理归档', 'P16', days(60), '归档', '卷宗归档'),
} as const satisfies Readonly<Record<string, Matter>>

export type MatterCode = keyof typeof matters
export const matterCodes = Object.keys(matters) as readonly MatterCode[]
const isCode = (code: string): code is MatterCode => code in matters

/** `W07 线下调查`: the words that are kept. */
export const matterWord = (code: MatterCode): string => `${code} ${matters[code].title}`
export function codeIn(word: string): MatterCode | null {
  const code = word.slice(0, 3)
  return isCode(code) ? code : null
}

/** Every matter with the other ways of naming it. */
export const matterWords: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  matterCodes.map((code) => [matterWord(code), [code, matters[code].title, ...matters[code].names]]),
)
