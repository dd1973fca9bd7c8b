import { indicatorsJson, indicatorValues, periodOf } from '#capabilities/indicators'
import { inTransaction } from '#kernel/database/transaction.ts'
import { dayOf } from '#kernel/values/dates.ts'
import { courtFor } from '../actor.ts'
import { openPlatform } from '../open.ts'
import { dayFlag } from './period-flags.ts'
import { exit, flagText, type Verb } from './verb.ts'

export const indicatorsVerb: Verb = {
  name: 'indicators',
  usage: 'indicators --from 2024-01-01 --to 2024-12-31 [--as-of 日期] [--court CODE]',
  summary: '计算一段时间的全部指标，印出口径在先',
  flags: { from: 'value', to: 'value', 'as-of': 'value' },
  run: async (args) => {
    const [from, to] = [dayFlag(args, 'from'), dayFlag(args, 'to')]
    const asOf = flagText(args, 'as-of') === undefined ? undefined : dayFlag(args, 'as-of')
    const opened = await openPlatform(args.config)
    try {
      const court = await courtFor(opened)
      const values = await inTransaction(
        opened.platform,
        { court, unit: null },
        (tx) => indicatorValues(tx, periodOf(from, to, asOf, dayOf(opened.platform.clock()))),
        'read only',
      )
      if (args.json) console.log(indicatorsJson(values))
      else
        for (const { definition, of, printed, numerator, denominator } of values)
          console.log(`${definition.id.padEnd(4)} ${of.title.zh}  ${printed}  = ${numerator} / ${denominator}`)
      return exit.done
    } finally {
      await opened.close()
    }
  },
}
