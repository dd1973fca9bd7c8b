import { caseRecord } from '#capabilities/cases'
import { settingValue } from '#capabilities/operations'
import { recordReading } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { formatCitation } from '#law/citation.ts'
import { ruleOn } from '#law/rules.ts'
import { z } from 'zod'
import { AttemptList, HoldList } from '../case-contract.ts'
import { holdsOn } from '../hold-sources.ts'
import { attemptsBeforeDeposit } from '../settings.ts'

type Hold = Omit<z.input<typeof HoldList>['holds'][number], 'citation'>

const citationOf = (rule: string, today: Temporal.PlainDate): string =>
  ruleOn(rule, today).citations.map(formatCitation).join('；')

/** 暂停发放: whatever stops money of the case today, and whether a person may lift it here. */
export const holds = recordReading({
  name: 'funds.holds',
  title: label('暂停发放的事由', 'What holds the money'),
  may: 'funds.read',
  record: caseRecord,
  input: z.object({}),
  output: HoldList,
  read: async (tx, { caseNumber }, _input, { today }) => {
    const { rows: placed } = await tx.client.query<Hold>(
      `select h.hold_id as "holdId", h.rule, h.reason as text, nullif(cardinality(h.claim_ids), 0) as receipts,
              n.name as "placedBy", (h.placed_at at time zone 'Asia/Shanghai')::date as "placedOn", h.version
       from funds_hold h
       left join identity_staff_name n on n.court_id = h.court_id and n.staff_id::text = h.placed_by
       where h.case_number = $1 and h.lifted_at is null order by h.placed_at, h.hold_id limit 200`,
      [caseNumber],
    )
    const { holds: found } = await holdsOn(tx, [caseNumber], today)
    const others = found.filter(({ rule, text }) => !placed.some((one) => one.rule === rule && one.text === text))
    const all: readonly Hold[] = [
      ...placed,
      ...others.map(({ rule, text, claimIds }) => ({
        holdId: null,
        rule,
        text,
        receipts: claimIds?.length ?? null,
        placedBy: null,
        placedOn: null,
        version: null,
      })),
    ]
    return { holds: all.map((hold) => ({ ...hold, citation: citationOf(hold.rule, today) })) }
  },
})

/** 联系经过: every try to reach somebody whose money lies here, before it is put aside or handed over. */
export const attempts = recordReading({
  name: 'funds.attempts',
  title: label('联系收款人经过', 'Attempts to reach a payee'),
  may: 'funds.read',
  record: caseRecord,
  input: z.object({}),
  output: AttemptList,
  read: async (tx, { caseNumber }) => {
    const { rows } = await tx.client.query<z.input<typeof AttemptList>['attempts'][number]>(
      `select a.attempt_id as "attemptId", a.payee, a.happened_on as "occurredOn", a.how, a.outcome, n.name as "recordedBy"
       from funds_contact_attempt a
       left join identity_staff_name n on n.court_id = a.court_id and n.staff_id::text = a.recorded_by
       where a.case_number = $1 order by a.happened_on desc, a.attempt_id desc limit 500`,
      [caseNumber],
    )
    return { needed: await settingValue(tx, attemptsBeforeDeposit), attempts: rows }
  },
})
