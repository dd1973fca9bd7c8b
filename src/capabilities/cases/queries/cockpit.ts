import { z } from 'zod'
import { recordReading } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { Cockpit } from '../contract.ts'
import { caseRecord } from '../store.ts'

/** One case whole: head, parties, claim items, links, events in order. */
export const cockpit = recordReading({
  name: 'cases.cockpit',
  title: label('案件驾驶舱', 'Case cockpit'),
  may: 'cases.read',
  record: caseRecord,
  input: z.object({}),
  output: Cockpit,
  read: async ({ client }, { caseId }) => {
    const { rows } = await client.query<{ cockpit: z.input<typeof Cockpit> }>({
      name: 'cases_cockpit',
      text: whole,
      values: [caseId],
    })
    const [found] = rows
    if (!found) throw new Error(`case ${caseId} vanished while it was read`)
    return found.cockpit
  },
})

/** One statement, made once and prepared once on each connection. */
const whole = `
  select jsonb_build_object(
    'caseId', c.case_id, 'caseNumber', c.case_number, 'typeCode', c.type_code, 'receivedOn', c.received_on,
    'filedOn', c.filed_on, 'cause', c.cause, 'basisNumber', c.basis_number, 'basisIssuer', c.basis_issuer,
    'claimFen', c.claim_fen::text, 'waivedFen', c.waived_fen::text, 'unenforceableFen', c.unenforceable_fen::text,
    'recoveredFen', c.recovered_fen::text, 'track', c.track, 'trackReason', c.track_reason,
    'handlerId', c.handler_id, 'handlerName', h.name, 'clerkId', c.clerk_id, 'clerkName', k.name, 'teamId', c.team_id,
    'town', c.town, 'livelihood', c.livelihood, 'flags', c.flags, 'preserved', c.preserved,
    'closedOn', c.closed_on, 'manner', c.manner, 'closingReason', c.closing_reason, 'remark', c.remark,
    'details', c.details, 'stage', c.stage, 'version', c.version,
    'parties', coalesce((
      select jsonb_agg(jsonb_build_object('role', p.role, 'position', p.position, 'partyId', p.party_id, 'name', p.name,
                       'kind', r.kind, 'idMasked', r.id_masked) order by p.role, p.position)
      from cases_party p join parties_named r on r.court_id = p.court_id and r.party_id = p.party_id
      where p.court_id = c.court_id and p.case_id = c.case_id), '[]'),
    'claimItems', coalesce((
      select jsonb_agg(jsonb_build_object('kind', i.kind, 'amountFen', i.amount_fen::text, 'quoted', i.quoted) order by i.position)
      from cases_claim_item i where i.court_id = c.court_id and i.case_id = c.case_id), '[]'),
    'links', coalesce((
      select jsonb_agg(jsonb_build_object('number', l.linked_number, 'relation', l.relation, 'caseId', o.case_id) order by l.linked_number)
      from cases_link l left join cases_case o on o.court_id = l.court_id and o.case_number = l.linked_number
      where l.court_id = c.court_id and l.case_id = c.case_id), '[]'),
    'linkedFrom', coalesce((
      select jsonb_agg(jsonb_build_object('number', o.case_number, 'relation', l.relation, 'caseId', o.case_id) order by o.case_number)
      from cases_link l join cases_case o on o.court_id = l.court_id and o.case_id = l.case_id
      where l.court_id = c.court_id and l.linked_number = c.case_number), '[]'),
    'stageSince', (select jsonb_object_agg(kind, on_day) from (
      select kind, min(occurred_on) as on_day from cases_event e where e.court_id = c.court_id and e.case_id = c.case_id group by kind) first)
  ) as cockpit
  from cases_case c
  left join identity_staff_name h on h.court_id = c.court_id and h.staff_id = c.handler_id
  left join identity_staff_name k on k.court_id = c.court_id and k.staff_id = c.clerk_id
  where c.case_id = $1`
