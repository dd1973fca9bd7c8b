import { generateSecret, generateURI, verifySync } from 'otplib/functional'
import type { Tx } from '#kernel/database/transaction.ts'

/** A phone's clock may be one step off. */
const toleranceSeconds = 30

export type FreshSecret = { readonly secret: string; readonly sealed: string; readonly address: string }

/** A new time-based secret, with the address an authenticator app reads. */
export function freshSecret({ platform, court }: Tx, staffId: string, loginName: string): FreshSecret {
  const secret = generateSecret()
  return {
    secret,
    sealed: platform.cipher.seal(court, `staff:${staffId}`, secret),
    address: generateURI({ issuer: `兑现 ${court}`, label: loginName, secret }),
  }
}

/** The time step a code belongs to, or null when it is wrong, too old, or was used before. */
export function stepOfCode(
  { platform, court }: Tx,
  staffId: string,
  sealed: string,
  code: string,
  lastStep: string | null,
): number | null {
  if (!/^\d{6}$/.test(code)) return null
  const found = verifySync({
    secret: platform.cipher.open(court, `staff:${staffId}`, sealed),
    token: code,
    epoch: Math.floor(platform.clock().epochMilliseconds / 1000),
    epochTolerance: toleranceSeconds,
  })
  if (!found.valid || !('timeStep' in found)) return null
  return lastStep === null || found.timeStep > Number(lastStep) ? found.timeStep : null
}
