import { filingReaction, firstMoneyReaction, giveVirtualAccount } from './give.ts'
import { virtualAccounts } from './reading.ts'
import { virtualSettings } from './settings.ts'

/** What 一案一账号 adds to the room. */
export const virtualParts = {
  commands: [giveVirtualAccount],
  queries: [virtualAccounts],
  reactions: [filingReaction, firstMoneyReaction],
  settings: virtualSettings,
} as const
