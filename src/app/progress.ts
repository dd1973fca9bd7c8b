import { styleText } from 'node:util'

/** What long work tells of itself: steps by name, and how far the present one is. Silent in a pipe. */
export type Progress = {
  readonly step: (title: string) => void
  /** `done` of `total`; a total of 0 is unknown. */
  readonly at: (done: number, total: number, unit?: string) => void
  readonly end: () => void
}

export const silentProgress: Progress = { step: () => {}, at: () => {}, end: () => {} }

const barWidth = 24

export function terminalProgress(out: NodeJS.WriteStream): Progress {
  if (!out.isTTY) return silentProgress
  let title = ''
  let startedAt = performance.now()
  const line = (text: string) => out.write(`\r\u001B[2K${text}`)
  return {
    step: (next) => {
      if (title !== '') finish(line, out, title, startedAt)
      title = next
      startedAt = performance.now()
      line(`${styleText('cyan', '…')} ${title}`)
    },
    at: (done, total, unit = '') => {
      const filled = total === 0 ? 0 : Math.round((done / total) * barWidth)
      const bar = '█'.repeat(filled).padEnd(barWidth, '░')
      const rate = Math.round(done / Math.max(0.001, (performance.now() - startedAt) / 1000))
      line(
        `${styleText('cyan', '…')} ${title} ${bar} ${done}${total === 0 ? '' : `/${total}`}${unit}  ${rate}${unit}/秒`,
      )
    },
    end: () => {
      if (title !== '') finish(line, out, title, startedAt)
      title = ''
    },
  }
}

function finish(line: (text: string) => void, out: NodeJS.WriteStream, title: string, startedAt: number): void {
  line(
    `${styleText('green', '✓')} ${title} ${styleText('dim', `${((performance.now() - startedAt) / 1000).toFixed(1)} 秒`)}`,
  )
  out.write('\n')
}
