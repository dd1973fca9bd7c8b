import { z } from 'zod'
import { settingValue } from '#capabilities/operations'
import { reading } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { Years } from '../contract.ts'
import { yearOf } from '../rules/statistical-year.ts'
import { yearStartsIn } from '../settings.ts'

/** Which years this court counts in: the one that runs, and the last that is over. */
export const years = reading({
  name: 'indicators.years',
  title: label('统计年度', 'Statistical years'),
  may: 'indicators.read',
  reach: 'anyone',
  input: z.object({}),
  output: Years,
  read: async (tx, _input, { today }) => {
    const startsIn = await settingValue(tx, yearStartsIn)
    const current = yearOf(today, startsIn)
    const last = yearOf(current.from.subtract({ days: 1 }), startsIn)
    return { startsIn, last: text(last), current: text(current) }
  },
})

const text = ({ from, to }: ReturnType<typeof yearOf>) => ({ from: from.toString(), to: to.toString() })
