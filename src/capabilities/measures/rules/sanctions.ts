import { checksFor, type CaseAround } from '#capabilities/registers'
import { formatYuan } from '#kernel/values/money.ts'
import { day } from '#kernel/values/dates.ts'
import { detentionDays, personFine, summonsHours, summonsHoursWithDetention, unitFine } from '#law/parameters.ts'
import { valueOn } from '#law/parameter.ts'
import { detention } from '../registers/detention.ts'
import { fine } from '../registers/fine.ts'
import { summons } from '../registers/summons.ts'

const on = (text: string | null): Temporal.PlainDate | undefined => (text === null ? undefined : day(text))

const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}
/** From arrival to leaving by the clock, never rounded; one who leaves before midnight's hour came the day before. */
const minutesBetween = (arrivedAt: string | null, leftAt: string | null): number =>
  arrivedAt === null || leftAt === null ? 0 : (minutesOf(leftAt) - minutesOf(arrivedAt) + 1440) % 1440
const inWords = (minutes: number): string =>
  minutes % 60 === 0 ? `${minutes / 60}小时` : `${Math.floor(minutes / 60)}小时${minutes % 60}分钟`

/** Questioning after compelled appearance: eight hours, twenty-four when detention may follow (解释 (2022) art. 482). */
export const summonsChecks = checksFor(summons, [
  {
    code: 'W_SUMMONS_TOO_LONG',
    kind: 'unlawful',
    field: 'hours',
    rule: 'summons.hours',
    find: ({ hours, arrivedAt, leftAt, summonedOn, result }) => {
      const most = valueOn(result === '转拘留' ? summonsHoursWithDetention : summonsHours, on(summonedOn)).value
      const minutes = Math.max((hours ?? 0) * 60, minutesBetween(arrivedAt, leftAt))
      return minutes > most * 60
        ? `询问${inWords(minutes)}，超过法定的${most}小时；请核对，超时的应当立即放行并写明情况。`
        : undefined
    },
  },
])

type Judged = {
  readonly case: CaseAround | null
  readonly debtor: { readonly kind: string; readonly name: string } | null
}
/** Where the register of parties does not say what somebody is, the name does. */
const namesAUnit = /公司|厂|店|社|中心|银行|医院|学校|协会|委员会|合伙|集团|企业|行|部$/
function isUnit(around: Judged | null): boolean {
  const debtor = around?.debtor
  if (!debtor || debtor.kind === 'person') return false
  return debtor.kind !== 'unknown' || (debtor.name.length > 4 && namesAUnit.test(debtor.name))
}

type Sanction = { readonly ground: string | null; readonly decidedOn: string | null }
type Beside = {
  readonly around: { readonly others: readonly { readonly record: Sanction }[] } | null
  readonly by?: string
  readonly before?: Sanction
}

/** One act is not punished twice in the same way; fine and detention may be combined (解释 (2022) art. 184). */
function punishedTwice(
  { ground, decidedOn }: Sanction,
  { around, by, before }: Beside,
  how: string,
): string | undefined {
  if (ground === null || decidedOn === null) return undefined
  // On record the later one is at fault; a new one is refused wherever its day would put it.
  const isNew = by !== undefined && before === undefined
  const clashes = (other: string | null) => other !== null && (isNew ? other !== decidedOn : other < decidedOn)
  const same = around?.others.find(({ record }) => record.ground === ground && clashes(record.decidedOn))
  return same && `已于${same.record.decidedOn}以“${ground}”${how}过；同一行为不得再次${how}，有新的行为请写明新的事由。`
}

/** A person up to 100,000 yuan, a unit 50,000 to 1,000,000 (民事诉讼法 (2023) art. 118). */
export const fineChecks = checksFor(fine, [
  {
    code: 'W_FINE_ABOVE_CAP',
    kind: 'unlawful',
    field: 'amount',
    rule: 'fine.person.max',
    needs: 'case',
    find: ({ amount, decidedOn }, { around }) => {
      const most = valueOn(personFine, on(decidedOn)).value
      return amount !== null && !isUnit(around) && amount > most
        ? `对个人罚款${formatYuan(amount)}元，超过上限${formatYuan(most)}元，请核对金额。`
        : undefined
    },
  },
  {
    code: 'W_FINE_OUT_OF_RANGE',
    kind: 'unlawful',
    field: 'amount',
    rule: 'fine.unit.range',
    needs: 'case',
    find: ({ amount, decidedOn }, { around }) => {
      const { min, max } = valueOn(unitFine, on(decidedOn)).value
      return amount !== null && isUnit(around) && (amount < min || amount > max)
        ? `对单位罚款${formatYuan(amount)}元，应在${formatYuan(min)}元至${formatYuan(max)}元之间，请核对金额。`
        : undefined
    },
  },
  {
    code: 'W_FINED_TWICE',
    kind: 'unlawful',
    field: 'ground',
    rule: 'measure.repeat',
    needs: 'others',
    find: (entry, facts) => punishedTwice(entry, facts, '罚款'),
  },
  {
    code: 'W_FINE_PAID_ABOVE',
    kind: 'doubtful',
    field: 'paid',
    find: ({ amount, paid }) =>
      amount !== null && paid !== null && paid > amount
        ? `已缴${formatYuan(paid)}元多于罚款${formatYuan(amount)}元，请核对，多缴的应当退还。`
        : undefined,
  },
])

/** At most fifteen days; one act is not punished twice (民事诉讼法 (2023) art. 118; 解释 (2022) art. 184). */
export const detentionChecks = checksFor(detention, [
  {
    code: 'W_DETENTION_TOO_LONG',
    kind: 'unlawful',
    field: 'days',
    rule: 'detain.max',
    find: ({ days, decidedOn }) => {
      const most = valueOn(detentionDays, on(decidedOn)).value
      return days !== null && (days < 1 || days > most)
        ? `拘留${days}日，法定为1日至${most}日，请核对天数。`
        : undefined
    },
  },
  {
    code: 'W_DETAINED_TWICE',
    kind: 'unlawful',
    field: 'ground',
    rule: 'measure.repeat',
    needs: 'others',
    find: (entry, facts) => punishedTwice(entry, facts, '拘留'),
  },
  {
    code: 'W_DELIVERED_AND_NOT',
    kind: 'doubtful',
    field: 'notDelivered',
    find: ({ deliveredOn, notDelivered }) =>
      deliveredOn !== null && notDelivered !== null
        ? `有送拘日期${deliveredOn}，又填了未送拘原因“${notDelivered}”，请核对。`
        : undefined,
  },
  {
    code: 'W_RELEASED_LATE',
    kind: 'unlawful',
    field: 'releasedOn',
    rule: 'detain.max',
    find: ({ deliveredOn, releasedOn, days }) => {
      if (deliveredOn === null || releasedOn === null || days === null) return undefined
      const last = day(deliveredOn).add({ days }).toString()
      return releasedOn > last
        ? `送拘${deliveredOn}、拘留${days}日，应于${last}前解除，实际${releasedOn}，请核对。`
        : undefined
    },
  },
  {
    code: 'W_RELEASED_EARLY',
    kind: 'doubtful',
    field: 'release',
    rule: 'detain.early',
    find: ({ deliveredOn, releasedOn, days, release }) => {
      if (deliveredOn === null || releasedOn === null || days === null || release !== '期满释放') return undefined
      const last = day(deliveredOn)
        .add({ days: days - 1 })
        .toString()
      return releasedOn < last
        ? `写明期满释放，${releasedOn}却早于期满日${last}；提前解除须经院长批准，请核对解除原因。`
        : undefined
    },
  },
  {
    code: 'W_RELEASED_BEFORE_DELIVERY',
    kind: 'unlawful',
    field: 'releasedOn',
    find: ({ deliveredOn, releasedOn }) =>
      releasedOn !== null && (deliveredOn === null || releasedOn < deliveredOn)
        ? `解除日期${releasedOn}前没有送拘，请核对送拘日期。`
        : undefined,
  },
])
