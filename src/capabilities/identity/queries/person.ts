import { z } from 'zod'
import { recordReading } from '#kernel/query.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { label } from '#kernel/values/labels.ts'
import { PersonCard, type HoldingRow } from '../contract.ts'
import { openWorkOf } from '../open-work.ts'
import { rolesInWords } from '../role-cards.ts'
import { staffRecord } from '../store.ts'

/** One person: posts with their days, teams, rights in words, work in hand. */
export const person = recordReading({
  name: 'identity.person',
  title: label('人员详情', 'Person'),
  may: 'identity.read-people',
  record: staffRecord,
  input: z.object({}),
  output: PersonCard,
  read: async (tx, staff, _input, { today }) => {
    const holdings = await holdingsOf(tx, staff.staff_id, today)
    const { rows: teams } = await tx.client.query<{
      teamId: string
      name: string
      fromOn: string
      untilOn: string | null
    }>(
      `select m.team_id as "teamId", t.name, m.from_on as "fromOn", m.until_on as "untilOn"
       from identity_team_member m join identity_team t on t.court_id = m.court_id and t.team_id = m.team_id
       where m.court_id = current_court() and m.staff_id = $1 order by m.from_on desc, t.name limit 100`,
      [staff.staff_id],
    )
    const current = holdings.filter(({ current: holds }) => holds).map(({ postId }) => postId)
    const work = await openWorkOf(tx, staff.staff_id)
    return {
      staffId: staff.staff_id,
      name: staff.name,
      loginName: staff.login_name,
      unitId: staff.unit_id,
      activeFrom: staff.active_from,
      activeUntil: staff.active_until,
      proposedBy: staff.proposed_by,
      secondFactorSince: staff.totp_confirmed_at,
      temporaryPassword: staff.password_is_temporary,
      lastSignIn: staff.last_sign_in_at === null ? null : { at: staff.last_sign_in_at, from: staff.last_sign_in_from },
      holdings,
      teams,
      rights: await rolesInWords(tx, current),
      openWork: work.map(({ title, count }) => ({ title: title.zh, count })),
      version: staff.version,
    }
  },
})

async function holdingsOf(tx: Tx, staffId: string, today: Temporal.PlainDate): Promise<HoldingRow[]> {
  const { rows } = await tx.client.query<HoldingRow>(
    `select h.holding_id as "holdingId", h.post_id as "postId", p.title, h.from_on as "fromOn", h.until_on as "untilOn",
            f.name as "inPlaceOf", h.warrant, h.version,
            h.from_on <= $2 and (h.until_on is null or h.until_on >= $2) as current
     from identity_holding h
     join identity_post p on p.court_id = h.court_id and p.post_id = h.post_id
     left join identity_staff f on f.court_id = h.court_id and f.staff_id = h.in_place_of
     where h.court_id = current_court() and h.staff_id = $1
     order by h.until_on desc nulls first, h.from_on desc, p.sort limit 200`,
    [staffId, today.toString()],
  )
  return rows
}
