import type { SeizureKind } from './seizure-expiry.ts'

/**
 * Kinds of asset in the words of court ledgers, with the other ways of writing each. How long a seizure of it may last:
 * 解释 (2022) art. 485. A vehicle is a movable though it is registered.
 */
export const assetKinds = {
  银行存款: ['存款', '银行账户', '账户存款', '资金'],
  网络资金: ['支付宝', '微信零钱', '互联网账户'],
  不动产: ['房产', '房屋', '土地使用权', '土地', '房地产'],
  机动车: ['车辆', '汽车', '小型汽车', '船舶'],
  动产: ['机器设备', '存货', '设备', '其他动产'],
  股权: ['股份', '公司股权', '出资'],
  证券: ['股票', '债券', '基金', '理财产品'],
  公积金: ['住房公积金'],
  保险: ['保单', '保险产品', '人身保险'],
  到期债权: ['债权', '应收账款', '应收款'],
  收入: ['工资', '退休金', '养老金', '劳务报酬'],
  林权等权利: ['林权', '承包经营权', '土地承包经营权', '采矿权'],
  其他财产权: ['知识产权', '其他'],
} as const satisfies Readonly<Record<string, readonly string[]>>

const termOf: Readonly<Record<keyof typeof assetKinds, SeizureKind>> = {
  银行存款: 'deposit',
  网络资金: 'deposit',
  不动产: 'immovable',
  机动车: 'movable',
  动产: 'movable',
  股权: 'otherRight',
  证券: 'otherRight',
  公积金: 'otherRight',
  保险: 'otherRight',
  到期债权: 'otherRight',
  收入: 'otherRight',
  林权等权利: 'otherRight',
  其他财产权: 'otherRight',
}

/** The term in law of an asset of this kind; a word of another court has none until somebody says what it is. */
export const seizureKindOf = (word: string | null): SeizureKind | undefined =>
  word !== null && Object.hasOwn(termOf, word) ? termOf[word as keyof typeof assetKinds] : undefined
