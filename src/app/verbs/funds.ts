import { toldLines, type ToldLine } from '#capabilities/funds'
import { inTransaction, type Tx } from '#kernel/database/transaction.ts'
import { formatYuan } from '#kernel/values/money.ts'
import { courtFor } from '../actor.ts'
import { openPlatform } from '../open.ts'
import { exit, Usage, type Arguments, type Verb } from './verb.ts'

type Question = (tx: Tx, args: Arguments) => Promise<number>

/** What may be asked of case money on the command line; none of it changes anything. */
const questions: Readonly<Record<string, Question>> = {
  match: async (tx, { json }) => {
    const lines = await toldLines(tx)
    if (json) console.log(JSON.stringify(lines))
    else for (const line of lines) console.log(lineText(line))
    return exit.done
  },
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
  usage: 'funds match [--json]',
  summary: '案款：逐笔列出到账属于或可能属于哪件案件及理由',
  flags: {},
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
