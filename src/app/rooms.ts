import { audit } from '#capabilities/audit'
import { bankruptcy } from '#capabilities/bankruptcy'
import { bounty } from '#capabilities/bounty'
import { calculators } from '#capabilities/calculators'
import { campaigns } from '#capabilities/campaigns'
import { cases } from '#capabilities/cases'
import { commandCentre } from '#capabilities/command-centre'
import { crime } from '#capabilities/crime'
import { deadlines } from '#capabilities/deadlines'
import { desk } from '#capabilities/desk'
import { field } from '#capabilities/field'
import { hotline } from '#capabilities/hotline'
import { funds } from '#capabilities/funds'
import { identity } from '#capabilities/identity'
import { indicators } from '#capabilities/indicators'
import { judgments } from '#capabilities/judgments'
import { ledgers } from '#capabilities/ledgers'
import { measures } from '#capabilities/measures'
import { operations } from '#capabilities/operations'
import { parties } from '#capabilities/parties'
import { partners } from '#capabilities/partners'
import { preservation } from '#capabilities/preservation'
import { property } from '#capabilities/property'
import { registers } from '#capabilities/registers'
import { report } from '#capabilities/report'
import { supervision } from '#capabilities/supervision'
import { urging } from '#capabilities/urging'
import type { Capability } from '#kernel/capability.ts'

/** All rooms, each after those it rests on. Adding a room is one line here. */
export const rooms: readonly Capability[] = [
  operations,
  identity,
  desk,
  audit,
  ledgers,
  deadlines,
  parties,
  cases,
  indicators,
  report,
  registers,
  funds,
  measures,
  crime,
  hotline,
  bounty,
  commandCentre,
  judgments,
  urging,
  preservation,
  property,
  supervision,
  field,
  partners,
  campaigns,
  bankruptcy,
  calculators,
]
