import { settingValue } from '#capabilities/operations'
import { grant, keep, registerRoom, watchOn } from '#capabilities/registers'
import { label } from '#kernel/values/labels.ts'
import { supervisionCounts } from './counts.ts'
import { board } from './board.ts'
import { complaintDays, withDueDay } from './due.ts'
import { counted } from './indicators.ts'
import { lateCaseMoney, lateClocks, lateComplaints } from './red-items.ts'
import { complaint } from './registers/complaint.ts'
import { instruction } from './registers/instruction.ts'
import { takeover } from './registers/takeover.ts'
import { complaintChecks, instructionChecks } from './rules/checks.ts'

const section = label('督办', 'Supervision')
const leaders = { record: 'supervision.instruct' } as const

export const supervision = registerRoom({
  name: 'supervision',
  title: label('监督', 'Supervision'),
  migrations: new URL('migrations/', import.meta.url),
  permissions: {
    'supervision.instruct': { title: label('批办、包案', 'Give instructions and take cases over') },
    'supervision.report': { title: label('办理、回复', 'Report and answer') },
  },
  roleGrants: [
    ...grant('clerk', 'own', 'supervision.read', 'supervision.report'),
    ...grant('judge', 'own', 'supervision.read', 'supervision.report'),
    ...grant('money-officer', 'own', 'supervision.read', 'supervision.report'),
    ...grant('inspector', 'court', 'supervision.read', 'supervision.record', 'supervision.report'),
    ...grant('office', 'court', 'supervision.read', 'supervision.record'),
    ...grant(
      'director',
      'court',
      'supervision.read',
      'supervision.record',
      'supervision.report',
      'supervision.instruct',
    ),
    ...grant('president', 'court', 'supervision.read', 'supervision.report', 'supervision.instruct'),
  ],
  registers: [
    keep(complaint, {
      may: { record: 'supervision.record', steps: { answer: 'supervision.report', inform: 'supervision.report' } },
      checks: complaintChecks,
      complete: withDueDay,
    }),
    keep(instruction, {
      may: { ...leaders, steps: { report: 'supervision.report' } },
      checks: instructionChecks,
    }),
    keep(takeover, { may: leaders }),
  ],
  queries: [counted.records, board],
  redItems: [lateCaseMoney, lateClocks, lateComplaints],
  indicators: counted.indicators,
  settings: [complaintDays],
  deskCounts: supervisionCounts,
  desk: [
    watchOn({
      register: complaint,
      section,
      what: label('信访到期', 'Complaint due'),
      day: 'dueOn',
      until: ['answeredOn'],
      ahead: async (tx) => {
        const { answer, warn } = await settingValue(tx, complaintDays)
        return { days: warn, urgent: 1, unstated: { after: 'receivedOn', days: answer } }
      },
      why: ({ complaintNumber, category }) => `${String(complaintNumber)} · ${String(category)}`,
      act: { name: 'answer', title: label('答复', 'Answer') },
      onlyNamed: true,
      also: 'supervision.record',
    }),
    watchOn({
      register: instruction,
      section,
      what: label('批办到期', 'Instruction due'),
      day: 'dueOn',
      until: ['closedOn', 'reportedOn'],
      ahead: async () => ({ days: 7, urgent: 1 }),
      why: ({ leader, text }) => `${String(leader)}批办 · ${String(text).slice(0, 40)}`,
      act: { name: 'report', title: label('回复', 'Report') },
      onlyNamed: true,
      also: 'supervision.instruct',
    }),
  ],
})
