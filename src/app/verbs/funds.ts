import { dayEnd, digits, monthEnd, overdueOn, toldLines, type Reckoning, type ToldLine } from '#capabilities/funds'
import { inTransaction, type Tx } from '#kernel/database/transaction.ts'
import { formatYuan } from '#kernel/values/money.ts'
import { courtFor } from '../actor.ts'
import { openPlatform } from '../open.ts'
import { dayFlag } from './period-flags.ts'
import { exit, flagText, Usage, type Arguments, type Verb } from './verb.ts'

type Question = (tx: Tx, args: Arguments) => Promise<number>

/** What may be asked of case money on the command line; none of it changes anything. */
const questions: Readonly<Record<string, Question>> = {
  match: async (tx, { json }) => {
    const lines = await toldLines(tx)
    if (json) console.log(JSON.stringify(lines))
    else for (const line of lines) console.log(lineText(line))
    return exit.done
  },
  reconcile: async (tx, args) => {
    const month = flagText(args, 'month')
    if (month === undefined) {
      const reckoning = await dayEnd(tx, dayFlag(args, 'day').toString())
      if (args.json) console.log(JSON.stringify(digits(reckoning)))
      else for (const line of dayText(reckoning)) console.log(line)
      return exit.done
    }
    if (!/^\d{4}-(?:0[1-9]|1[0-2])$/.test(month)) throw new Usage('月份写作 2024-06。')
    const found = await monthEnd(tx, month)
    if (args.json) console.log(JSON.stringify(digits(found)))
    else {
      for (const { day, bankFen, differenceFen } of found.days)
        console.log(`${day}  银行 ${formatYuan(bankFen)}  差额 ${formatYuan(differenceFen)}`)
      console.log(
        `不明款 ${found.unknown.count} 笔 ${formatYuan(found.unknown.amountFen)} 元${found.unknownIsZero ? '，已清零' : ''}`,
      )
      for (const line of dayText(found.end)) console.log(line)
    }
    return exit.done
  },
  overdue: async (tx, args) => {
    const asOf = dayFlag(args, 'as-of')
    const from = flagText(args, 'from') === undefined ? `${asOf.year}-01-01` : dayFlag(args, 'from').toString()
    const found = await overdueOn(tx, asOf.toString(), from)
    if (args.json) console.log(JSON.stringify(digits(found)))
    else
      for (const [title, { count, amountFen, items }] of [
        ['超期', found.overdue],
        ['经批准延缓', found.deferred],
      ] as const) {
        console.log(`${title} ${count} 笔 ${formatYuan(amountFen)} 元`)
        for (const { caseNo, clockStart, paidOn, days, amountFen: fen, reason } of items)
          console.log(
            `  ${caseNo ?? ''}  ${clockStart} 起 ${days} 天  ${formatYuan(fen)}  ${paidOn ?? '未发放'}  ${reason ?? ''}`.trimEnd(),
          )
      }
    return exit.done
  },
}

function dayText({
  day,
  bankFen,
  caseFen,
  suspenseFen,
  differenceFen,
  accounts,
  differences,
}: Reckoning): readonly string[] {
  const stated = accounts.map(
    ({ numberMasked, booksFen, statedFen }) =>
      `  ${numberMasked}  账上 ${formatYuan(booksFen)}  银行 ${statedFen === null ? '未写' : formatYuan(statedFen)}`,
  )
  return [
    `${day}  银行 ${formatYuan(bankFen)} = 案件 ${formatYuan(caseFen)} + 其他 ${formatYuan(suspenseFen)}，差额 ${formatYuan(differenceFen)}`,
    ...stated,
    ...differences.map(({ text }) => `  ${text}`),
  ]
}

const lineText = ({ date, serial, amountFen, case: number, certain, confidence, reasons, doubt }: ToldLine): string =>
  [
    date,
    serial,
    `${formatYuan(BigInt(amountFen))}元`,
    number,
    certain ? '确定' : confidence.toFixed(2),
    doubt ?? '',
    reasons.join('，'),
  ].join('  ')

export const fundsVerb: Verb = {
  name: 'funds',
  usage: 'funds match | reconcile --day 2024-06-30|--month 2024-06 | overdue --as-of 2024-12-31 [--from 日期] [--json]',
  summary: '案款：每笔到账属于哪件案件、日终月末对账、超期未发放',
  flags: { day: 'value', month: 'value', 'as-of': 'value', from: 'value' },
  run: async (args) => {
    const question = questions[args.words[0] ?? '']
    if (!question) throw new Usage(`请写明要问什么：${Object.keys(questions).join('、')}。`)
    const opened = await openPlatform(args.config)
    try {
      const court = await courtFor(opened)
      return await inTransaction(opened.platform, { court, unit: null }, (tx) => question(tx, args), 'read only')
    } finally {
      await opened.close()
    }
  },
}
