import { cases } from '#capabilities/cases'
import { identity } from '#capabilities/identity'
import { indicators } from '#capabilities/indicators'
import { parties } from '#capabilities/parties'

export const rooms = [identity, parties, cases, indicators]
