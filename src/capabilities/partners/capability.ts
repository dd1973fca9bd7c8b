import { setting, settingValue } from '#capabilities/operations'
import { grant, keep, registerRoom, watchOn } from '#capabilities/registers'
import { z } from 'zod'
import { label } from '#kernel/values/labels.ts'
import { partnerFigures } from './figures.ts'
import { partnerIndicators } from './indicators.ts'
import { restrictionMatrix } from './queries/restriction-matrix.ts'
import { unitSheet } from './queries/unit-sheet.ts'
import { jointMeeting, resolution } from './registers/conference.ts'
import { jointMatter } from './registers/joint-matter.ts'
import { memberUnit } from './registers/member-unit.ts'
import { assistanceRequest, unitRestriction } from './registers/requests.ts'
import { matterChecks, memberChecks, requestChecks, restrictionChecks } from './rules/checks.ts'
import { dueByUnit } from './rules/completing.ts'
import { restrictionReleases } from './releases.ts'

const warning = setting({
  key: 'partners.warn-days',
  title: label('联动时限预警（天）', 'Warning before partners are due'),
  hint: label('决议和协助请求到期前多少天放上工作台。', 'How many days ahead they lie on the desk.'),
  schema: z.int().min(0).max(60),
  fallback: 3,
})
const ahead: Parameters<typeof watchOn>[0]['ahead'] = async (tx) => ({
  days: await settingValue(tx, warning),
  urgent: 0,
})

/** The conference is kept by bureau and office; requests go out from the cases. */
const conference = { record: 'partners.confer' } as const

export const partners = registerRoom({
  name: 'partners',
  title: label('联动', 'Partners'),
  migrations: new URL('migrations/', import.meta.url),
  permissions: {
    'partners.members': { title: label('查看联席会议', 'Read: joint conference') },
    'partners.confer': { title: label('登记联席会议和联动共治', 'Record the joint conference') },
  },
  roleGrants: [
    { role: 'everyone', permission: 'partners.members', scope: 'court' },
    ...grant('clerk', 'own', 'partners.read', 'partners.record'),
    ...grant('judge', 'own', 'partners.read', 'partners.record'),
    ...grant('judge', 'team', 'partners.read'),
    ...grant('director', 'court', 'partners.read', 'partners.record', 'partners.confer'),
    ...grant('office', 'court', 'partners.read', 'partners.confer'),
    ...grant('president', 'court', 'partners.read'),
    ...grant('inspector', 'court', 'partners.read'),
    ...grant('dispatcher', 'court', 'partners.read', 'partners.record'),
  ],
  registers: [
    keep(assistanceRequest, { checks: requestChecks, complete: dueByUnit }),
    keep(unitRestriction, { cites: ['joint.notice', 'dishonest.delete'], checks: restrictionChecks }),
    keep(jointMatter, { may: conference, checks: matterChecks }),
    keep(memberUnit, { may: conference, checks: memberChecks }),
    keep(jointMeeting, { may: conference }),
    keep(resolution, { may: conference }),
  ],
  queries: [partnerIndicators.records, restrictionMatrix, unitSheet],
  indicators: partnerIndicators.indicators,
  figures: partnerFigures,
  settings: [warning],
  releases: restrictionReleases,
  desk: [
    watchOn({
      register: assistanceRequest,
      section: label('事项', 'Matters'),
      what: label('协助请求待答复', 'Reply due'),
      day: 'dueOn',
      until: ['repliedOn'],
      ahead,
      why: ({ unit, matter }) => `${String(unit)} · ${String(matter)}`,
      act: { name: 'remind', title: label('催办', 'Remind') },
      also: 'partners.confer',
    }),
    watchOn({
      register: resolution,
      section: label('事项', 'Matters'),
      what: label('联席会议决议到期', 'Resolution due'),
      day: 'dueOn',
      until: ['doneOn'],
      ahead,
      why: ({ unit, matter }) => `${String(unit)} · ${String(matter)}`,
      act: { name: 'finish', title: label('登记落实', 'Record as done') },
      also: 'partners.confer',
    }),
  ],
})
