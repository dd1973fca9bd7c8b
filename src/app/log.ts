import pino from 'pino'
import type { Log } from '#kernel/platform.ts'

/** JSON lines on standard error. Fields that could hold personal data are cut before they are written. */
export function processLog(): Log {
  const logger = pino(
    {
      level: process.env['LOG_LEVEL'] ?? 'info',
      redact: { paths: ['*.idNumber', '*.phone', '*.name', '*.password', '*.address', 'input'], censor: '***' },
    },
    pino.destination(2),
  )
  return { info: (fields, text) => logger.info(fields, text), error: (fields, text) => logger.error(fields, text) }
}
