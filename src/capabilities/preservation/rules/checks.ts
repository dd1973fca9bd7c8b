import { checksFor } from '#capabilities/registers'
import { formatYuan, timesRatio } from '#kernel/values/money.ts'
import { day } from '#kernel/values/dates.ts'
import { parameter, ratio, valueOn } from '#law/parameter.ts'
import { preservedAsset } from '../registers/preserved-asset.ts'
import { termChecks } from './term.ts'

/** In suit no more security is asked for than this share of the sum to be secured (保全规定 art. 5). */
const securityShare = parameter('preserve.guarantee', '请求保全数额的比例', ratio)

export const assetChecks = checksFor(preservedAsset, [
  ...termChecks,
  {
    code: 'W_SECURITY_ABOVE_SHARE',
    kind: 'doubtful',
    field: 'guarantee',
    rule: 'preserve.guarantee',
    find: ({ stage, claim, guarantee, startsOn }) => {
      if (stage !== '诉讼保全' || claim === null || guarantee === null || startsOn === null) return undefined
      const most = timesRatio(claim, valueOn(securityShare, day(startsOn)).value)
      return guarantee > most
        ? `诉讼保全的担保${formatYuan(guarantee)}元超过请求保全数额的百分之三十（${formatYuan(most)}元），请核对；争议标的担保按标的价值计。`
        : undefined
    },
  },
  {
    code: 'W_SECURED_ABOVE_CLAIM',
    kind: 'doubtful',
    field: 'amount',
    rule: 'freeze.excess',
    find: ({ claim, amount }) =>
      claim !== null && amount !== null && amount > claim
        ? `实际保全${formatYuan(amount)}元多于申请保全${formatYuan(claim)}元，请核对是否超标的，超出部分应当解除。`
        : undefined,
  },
  {
    code: 'W_RELEASED_WITHOUT_REASON',
    kind: 'doubtful',
    field: 'releaseReason',
    find: ({ releasedOn, releaseReason }) =>
      releasedOn !== null && releaseReason === null ? `${releasedOn}解除而没有写原因，请补填。` : undefined,
  },
])
