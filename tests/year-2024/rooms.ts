import { cases } from '#capabilities/cases'
import { deadlines } from '#capabilities/deadlines'
import { identity } from '#capabilities/identity'
import { indicators } from '#capabilities/indicators'
import { ledgers } from '#capabilities/ledgers'
import { operations } from '#capabilities/operations'
import { parties } from '#capabilities/parties'
import { report } from '#capabilities/report'

export const rooms = [operations, identity, ledgers, deadlines, parties, cases, indicators, report]
