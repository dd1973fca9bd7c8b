import { setFlagsFromString } from 'node:v8'

/** Rows leave garbage behind by the hundred megabytes; collecting it a little sooner costs no time worth naming. */
export const collectSooner = (): void => setFlagsFromString('--heap-growing-percent=40')
