import { z } from 'zod'
import { caseTypeCodes } from './case-types.ts'
import { eventKindCodes, stageCodes } from './stages.ts'
import { mannerCodes } from './manners.ts'
import { FenText, PlainDateText } from '#kernel/values/wire.ts'

const DayOrNull = PlainDateText.nullable()

/** A line of the case register. */
export const CaseRow = z.object({
  caseId: z.uuid(),
  caseNumber: z.string(),
  typeCode: z.enum(caseTypeCodes),
  applicants: z.string(),
  debtors: z.string(),
  cause: z.string().nullable(),
  filedOn: PlainDateText,
  claimFen: FenText,
  recoveredFen: FenText,
  stage: z.enum(stageCodes),
  track: z.enum(['simple', 'complex']).nullable(),
  flags: z.array(z.string()),
  livelihood: z.string().nullable(),
  handlerId: z.string().nullable(),
  handlerName: z.string().nullable(),
  clerkId: z.string().nullable(),
  teamId: z.string().nullable(),
  town: z.string().nullable(),
  closedOn: DayOrNull,
  manner: z.enum(mannerCodes).nullable(),
  lastEventOn: PlainDateText,
  /** Days from filing to closing, or to today. */
  daysInCourt: z.int(),
  /** What the clock that ends first asks for, until when, and how it stands; null when none runs. */
  nextStep: z.string().nullable(),
  nextDue: DayOrNull,
  dueState: z.enum(['overdue', 'urgent', 'due', 'far', 'paused', 'met']).nullable(),
  /** The same day for the order of the list, the last of days when no clock runs. */
  dueOn: PlainDateText,
  /** Codes as a sheet prints them. */
  stageWord: z.string(),
  trackWord: z.string().nullable(),
  mannerWord: z.string().nullable(),
  version: z.int(),
})
export type CaseRow = z.output<typeof CaseRow>

/** What the list can be narrowed by; everything is optional. */
export const CaseFilter = z.object({
  /** A name, or a number however it is written: 23执恢45. */
  text: z.string().max(80).optional(),
  /** Cases in which the reader is handler or clerk. */
  mine: z.boolean().optional(),
  /** Cases with a clock that is late, ends today, or ends by Sunday. */
  due: z.enum(['overdue', 'today', 'week']).optional(),
  /** Open cases that reach 30, 90, 150 or 180 days since filing in this week, Monday to Sunday. */
  reaching: z.boolean().optional(),
  unassigned: z.boolean().optional(),
  track: z.enum(['simple', 'complex']).optional(),
  flag: z.enum(['重大', '敏感', '涉稳']).optional(),
  /** Whether the case is of a livelihood category (涉民生). */
  livelihood: z.boolean().optional(),
  handlerName: z.string().max(50).optional(),
  /** The judgment or award the case rests on, as it is numbered. */
  basisNumber: z.string().max(80).optional(),
  typeCode: z.enum(caseTypeCodes).optional(),
  stage: z.enum(stageCodes).optional(),
  open: z.boolean().optional(),
  manner: z.enum(mannerCodes).optional(),
  handlerId: z.uuid().optional(),
  teamId: z.uuid().optional(),
  town: z.string().optional(),
  filedFrom: PlainDateText.optional(),
  filedTo: PlainDateText.optional(),
  closedFrom: PlainDateText.optional(),
  closedTo: PlainDateText.optional(),
  claimAtLeastFen: FenText.optional(),
  claimAtMostFen: FenText.optional(),
  /** Open cases in which nothing happened since this day. */
  quietSince: PlainDateText.optional(),
  /** The same by days up to today: a saved view stays true from day to day. */
  quietDays: z.int().min(1).max(3650).optional(),
  /** Closed at least so many months ago. */
  closedMonthsAgo: z.int().min(0).max(600).optional(),
  caseIds: z.array(z.uuid()).max(1000).optional(),
})
export type CaseFilter = z.output<typeof CaseFilter>

export const RecordEvent = z.object({
  kind: z
    .enum(eventKindCodes)
    .exclude(['filed', 'assigned', 'closed', 're-triaged', 'round-terminated', 'pool-look-up']),
  occurredOn: PlainDateText,
  note: z.string().max(500).optional(),
})

export const AssignCase = z.object({
  /** Left out, the handler is drawn; given, it is an appointment and needs its reason. */
  handlerId: z.uuid().optional(),
  clerkId: z.uuid().optional(),
  teamId: z.uuid().optional(),
  /** People who must not have this case, each with the ground. */
  avoid: z
    .array(z.object({ staffId: z.uuid(), reason: z.string().trim().min(2).max(80) }))
    .max(30)
    .default([]),
  reason: z.string().trim().max(200).optional(),
})

export const TriageCase = z.object({
  /** Left out, the rules decide; another track than theirs needs a reason. */
  track: z.enum(['simple', 'complex']).optional(),
  reason: z.string().trim().max(200).optional(),
})

export const ClaimItem = z.object({
  kind: z.enum(['principal', 'interest', 'penalty', 'costs', 'act', 'other']),
  amountFen: FenText,
  /** The sentence of the judgment this item comes from. */
  quoted: z.string().min(1).max(1000),
})
export type ClaimItem = z.output<typeof ClaimItem>

export const NamedPartyInput = z.object({
  role: z.enum(['applicant', 'debtor', 'third-party']),
  name: z.string().trim().min(1).max(120),
  kind: z.enum(['person', 'legal', 'unincorporated', 'unknown']),
  /** Resident number or unified social credit code. */
  idNumber: z.string().trim().max(30).optional(),
  phone: z.string().trim().max(30).optional(),
  /** Somebody on record, chosen by the person who files; their identifier is the one on record. */
  partyId: z.uuid().optional(),
})

export const KnownParties = z.object({
  rows: z.array(
    z.object({
      partyId: z.string(),
      name: z.string(),
      kind: z.enum(['person', 'legal', 'unincorporated', 'unknown']),
      idMasked: z.string().nullable(),
      cases: z.int(),
    }),
  ),
})
export type KnownParties = z.output<typeof KnownParties>

export const FileCase = z.object({
  /** Chosen by the caller, so that a form sent twice files one case. */
  caseId: z.uuid(),
  typeCode: z.enum(caseTypeCodes),
  receivedOn: PlainDateText,
  filedOn: PlainDateText,
  cause: z.string().trim().min(1).max(80),
  basisNumber: z.string().trim().min(1).max(80),
  basisIssuer: z.string().trim().min(1).max(80),
  town: z.string().trim().max(40).optional(),
  livelihood: z.string().trim().max(40).optional(),
  flags: z
    .array(z.enum(['重大', '敏感', '涉稳']))
    .max(3)
    .default([]),
  claimItems: z.array(ClaimItem).min(1).max(40),
  parties: z.array(NamedPartyInput).min(2).max(200),
  links: z
    .array(
      z.object({ number: z.string().max(60), relation: z.enum(['resumes', 'objects-to', 'preserves-for', 'related']) }),
    )
    .max(20)
    .default([]),
})
export type FileCase = z.output<typeof FileCase>

export const CloseCase = z.object({
  /** 终本 is another act with its own check list. */
  manner: z.enum(mannerCodes).exclude(['round-terminated']),
  occurredOn: PlainDateText,
  reason: z.string().trim().max(200).optional(),
})

export const TerminateRound = z.object({ occurredOn: PlainDateText, reason: z.string().trim().min(2).max(200) })

export const ChangeClaim = z.object({
  claimFen: FenText,
  waivedFen: FenText,
  unenforceableFen: FenText,
  recoveredFen: FenText,
  reason: z.string().trim().min(2).max(200),
})

export const SetFlags = z.object({
  flags: z.array(z.enum(['重大', '敏感', '涉稳'])).max(3),
  livelihood: z.string().trim().max(40).nullable(),
  reason: z.string().trim().min(2).max(200),
})

const LabelText = z.object({ zh: z.string(), en: z.string() })

/** Why an act may not be done, or what to mind when doing it, in the words of the refusal itself. */
export const MenuReason = z.object({
  type: z.string(),
  title: LabelText,
  detail: LabelText,
  rule: z.string().nullable(),
  citation: z.string().nullable(),
  remedy: z.object({ title: LabelText, command: z.string().optional(), href: z.string().optional() }).nullable(),
  pointers: z.array(z.object({ pointer: z.string(), detail: z.string() })),
})

export const MenuItem = z.object({
  command: z.string(),
  title: LabelText,
  cites: z.array(z.string()),
  state: z.enum(['allowed', 'refused']),
  because: MenuReason.nullable(),
  /** Rules that the court has yet to confirm (待法院确认): they warn and do not refuse. */
  warnings: z.array(MenuReason),
})
export type MenuItem = z.output<typeof MenuItem>

/** An act that a running clock asks for, with what is known of its input. */
export const MustDo = z.object({
  ruleId: z.string(),
  step: z.int(),
  title: LabelText,
  act: LabelText,
  command: z.string(),
  input: z.record(z.string(), z.unknown()),
  dueOn: PlainDateText,
  daysLeft: z.int(),
  state: z.enum(['overdue', 'urgent', 'due', 'far', 'paused', 'met']),
})
export type MustDo = z.output<typeof MustDo>

export const CaseMenu = z.object({ items: z.array(MenuItem), must: z.array(MustDo) })

/** Who could be given the case, and what the draw would weigh. */
export const Candidates = z.object({
  rows: z.array(
    z.object({
      staffId: z.uuid(),
      name: z.string(),
      openCases: z.int(),
      /** Chance in the draw, in thousandths; null when barred. */
      chance: z.int().nullable(),
      avoid: z.string().nullable(),
    }),
  ),
  /** The track the court's rules give, and why. */
  lane: z.object({
    track: z.enum(['simple', 'complex']),
    ruleId: z.string(),
    ruleVersion: z.string(),
    reason: z.string(),
  }),
})
export type Candidates = z.output<typeof Candidates>

/** One item of the list that is gone through before a round is ended. */
export const TerminationCheck = z.object({
  id: z.string(),
  title: LabelText,
  state: z.enum(['met', 'missing', 'not-applicable']),
  /** What fails, in the words of the refusal. */
  missing: z.string().nullable(),
  /** The event that proves it. */
  proof: z.object({ title: LabelText, on: PlainDateText }).nullable(),
  /** The kind of event that would heal it. */
  remedy: z.object({ kind: z.enum(eventKindCodes), title: LabelText }).nullable(),
})
export const TerminationChecks = z.object({
  on: PlainDateText,
  checks: z.array(TerminationCheck),
  citations: z.array(z.string()),
  workings: z.array(z.string()),
})
export type TerminationChecks = z.output<typeof TerminationChecks>

export const TimelineRow = z.object({
  on: PlainDateText,
  at: z.string().nullable(),
  room: z.string(),
  id: z.string(),
  kind: LabelText,
  title: z.string(),
  detail: z.string().nullable(),
  by: z.string().nullable(),
  recordedAt: z.string().nullable(),
  href: z.string().nullable(),
  caseNumber: z.string().nullable(),
})
export type TimelineRow = z.output<typeof TimelineRow>

const LinkRow = z.object({
  number: z.string(),
  relation: z.enum(['resumes', 'objects-to', 'preserves-for', 'related']),
  caseId: z.uuid().nullable(),
})

export const Cockpit = z.object({
  caseId: z.uuid(),
  caseNumber: z.string(),
  typeCode: z.enum(caseTypeCodes),
  receivedOn: DayOrNull,
  filedOn: PlainDateText,
  cause: z.string().nullable(),
  basisNumber: z.string().nullable(),
  basisIssuer: z.string().nullable(),
  claimFen: FenText,
  waivedFen: FenText,
  unenforceableFen: FenText,
  recoveredFen: FenText,
  track: z.enum(['simple', 'complex']).nullable(),
  trackReason: z.string().nullable(),
  handlerId: z.string().nullable(),
  handlerName: z.string().nullable(),
  clerkId: z.string().nullable(),
  clerkName: z.string().nullable(),
  teamId: z.string().nullable(),
  town: z.string().nullable(),
  livelihood: z.string().nullable(),
  flags: z.array(z.string()),
  preserved: z.boolean(),
  closedOn: DayOrNull,
  manner: z.enum(mannerCodes).nullable(),
  closingReason: z.string().nullable(),
  remark: z.string().nullable(),
  details: z.record(z.string(), z.string()),
  stage: z.enum(stageCodes),
  version: z.int(),
  parties: z.array(
    z.object({
      role: z.enum(['applicant', 'debtor', 'objector', 'third-party']),
      position: z.int(),
      partyId: z.uuid(),
      name: z.string(),
      kind: z.enum(['person', 'legal', 'unincorporated', 'unknown']),
      idMasked: z.string().nullable(),
    }),
  ),
  claimItems: z.array(ClaimItem),
  links: z.array(LinkRow),
  linkedFrom: z.array(LinkRow),
  /** First day of each kind of event, for the stage bar. */
  stageSince: z.record(z.string(), PlainDateText).nullable(),
})
export type Cockpit = z.output<typeof Cockpit>
