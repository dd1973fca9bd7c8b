import {
  byCaseLimit,
  byCourt,
  byLookups,
  byRule,
  type ClockRule,
  lookupCount,
  togetherWith,
} from '#capabilities/deadlines'
import { label } from '#kernel/values/labels.ts'
import { changePartyLimit, enforcementLimit, nonLitigationLimit, objectionLimit, reviewLimit } from '#law/parameters.ts'

/** What a case is, as far as clocks ask. The others are the type codes, `执`. */
export const traits = {
  /** Administrative decision enforced without a suit (非诉行政执行). */
  nonLitigation: 'non-litigation',
  /** The objection asks for a party to be changed or added. */
  changeParty: 'change-party',
  /** This round was ended; the case lies in the pool (终本库). */
  inPool: 'in-pool',
} as const

/** Events that clocks know beyond those of the register. */
export const clockEvents = {
  /** The day the application came in, as the register states it. */
  received: 'received',
  /** A look-up after the round was ended. */
  lookUp: 'pool-look-up',
  /** Another case took this one up again. */
  resumed: 'resumed',
  /** The day the end of the round was put on record here. */
  onRecord: 'on-record',
} as const

const enforcement = ['执', '执恢']

const caseClock = {
  subject: 'case',
  starts: ['filed'],
  lapses: ['closed'],
  early: true,
  warn: 3,
  source: 'L',
} as const satisfies Partial<ClockRule>

const recordEvent = (kind: string, zh: string, en: string): NonNullable<ClockRule['act']> => ({
  title: label(zh, en),
  command: 'cases.record-event',
  input: { kind },
})

const open = { title: label('办理', 'Open') }

const processError = label('程序瑕疵，已采取的措施仍有效', 'Process error; measures already taken stay valid')
const countedAgainst = label(
  '计入超期；申请执行人可请求上一级法院督促执行',
  'Counted against the court; the applicant may ask the higher court',
)

/** 审限: from filing to closing. Time that the law deducts is recorded as suspension. */
const timeLimit = {
  ...caseClock,
  title: label('审限', 'Time limit of the case'),
  finishes: ['closed'],
  lapses: [],
  pauses: [{ from: 'suspended', until: ['suspension-lifted'], title: label('中止执行', 'Suspended') }],
  extendedBy: ['limit-extended'],
  warn: 10,
  whom: 'handler',
  missed: countedAgainst,
  act: open,
} as const satisfies Partial<ClockRule>

/**
 * The clocks of a case, rows of the time-limit sheet (practice §15.1).
 *
 * T04, T05: 解释 art. 480 counts from the receipt of the application, so the clock does where that day is on record, and
 * from filing where it is not. The bureau's published node figures count from filing (K17); the two never tie.
 */
export const caseClockRules: readonly ClockRule[] = [
  {
    ...caseClock,
    id: 'T03',
    title: label('分案', 'Allocation'),
    among: ['执', '执恢', '执保'],
    finishes: ['assigned'],
    limit: byRule('limit.assign'),
    whom: 'allocator',
    missed: processError,
    act: { title: label('分案', 'Assign'), command: 'cases.assign-case' },
  },
  {
    ...caseClock,
    id: 'T04',
    title: label('发执行通知', 'Execution notice'),
    among: ['执'],
    starts: [clockEvents.received, 'filed'],
    finishes: ['notice-served'],
    limit: byRule('filing.notice'),
    whom: 'clerk',
    missed: processError,
    act: recordEvent('notice-served', '登记送达', 'Record service'),
  },
  {
    ...caseClock,
    id: 'T05',
    title: label('发报告财产令', 'Report order'),
    among: ['执'],
    starts: [clockEvents.received, 'filed'],
    finishes: ['report-order-served'],
    limit: togetherWith('filing.notice', 'report.order'),
    whom: 'clerk',
    missed: processError,
    act: recordEvent('report-order-served', '登记送达', 'Record service'),
  },
  {
    ...caseClock,
    id: 'T07',
    title: label('首次网络查控', 'First network inquiry'),
    among: ['执'],
    starts: ['assigned'],
    finishes: ['first-inquiry'],
    limit: byCourt({
      amount: 5,
      unit: 'day',
      onHoliday: 'none',
      author: '执行办案节点规定',
      since: '2018-01-01',
      check: '参照其他基层法院的节点规定，待本院确认',
    }),
    whom: 'clerk',
    missed: label('计入节点超期', 'Counted as an overdue node'),
    source: 'S',
    act: recordEvent('first-inquiry', '登记查控', 'Record inquiry'),
  },
  {
    ...timeLimit,
    id: 'T25',
    among: enforcement,
    except: [traits.nonLitigation],
    limit: byCaseLimit('enforcement', enforcementLimit),
  },
  {
    ...timeLimit,
    id: 'T25.non-litigation',
    title: label('非诉行政审限', 'Time limit, administrative'),
    among: [traits.nonLitigation],
    limit: byCaseLimit('non-litigation', nonLitigationLimit),
  },
  {
    ...timeLimit,
    id: 'T25.objection',
    title: label('异议审查期限', 'Time limit of an objection'),
    among: ['执异'],
    except: [traits.changeParty],
    limit: byCaseLimit('objection', objectionLimit),
    warn: 3,
  },
  {
    ...timeLimit,
    id: 'T25.change-party',
    title: label('变更追加审查期限', 'Time limit of changing a party'),
    among: [traits.changeParty],
    limit: byCaseLimit('change-party', changePartyLimit),
  },
  {
    ...timeLimit,
    id: 'T25.review',
    title: label('复议审查期限', 'Time limit of a review'),
    among: ['执复'],
    limit: byCaseLimit('review', reviewLimit),
    warn: 5,
  },
  {
    subject: 'case',
    id: 'T43',
    title: label('终本后查询', 'Look-up after the round'),
    among: [traits.inPool],
    starts: ['round-terminated', 'closed'],
    finishes: [clockEvents.lookUp],
    lapses: [clockEvents.resumed],
    knownFrom: clockEvents.onRecord,
    steps: lookupCount,
    limit: byLookups,
    warn: 10,
    whom: 'handler',
    missed: label('终本管理不合规', 'Pool not looked after'),
    source: 'L',
    act: { title: label('登记查询', 'Record look-up'), command: 'cases.record-look-up' },
  },
]
