import type { DateCell } from '../raw.ts'

const lastSerial = 2_958_465
const dates = new Map<number, DateCell | undefined>()
const rememberedDates = 40_000

/** Days since 1899-12-30 (since 1904-01-01 in workbooks of old Macs) as the day they show; times to the second. */
export function dateOfSerial(serial: number, since1904 = false): DateCell | undefined {
  const days = since1904 ? serial + 1462 : serial
  if (dates.has(days)) return dates.get(days)
  const cell = dateCell(days)
  if (dates.size < rememberedDates) dates.set(days, cell)
  return cell
}

function dateCell(serial: number): DateCell | undefined {
  if (!(serial >= 0) || serial > lastSerial + 1 || Math.floor(serial) === 60) return undefined
  const seconds = Math.round(serial * 86_400)
  const days = Math.floor(seconds / 86_400)
  const time = seconds % 86_400
  const clock = [time / 3600, (time / 60) % 60, time % 60]
    .map((part) => String(Math.floor(part)).padStart(2, '0'))
    .join(':')
  if (days === 0) return { kind: 'date', text: clock }
  // Excel believes that 1900 was a leap year; days before that March stand one later.
  const day = new Temporal.PlainDate(1899, 12, days < 60 ? 31 : 30).add({ days }).toString()
  return { kind: 'date', text: time === 0 ? day : `${day} ${clock}` }
}

/** 0.9974 in a percent cell is read by everybody as 99.74%. */
export function percentText(text: string): string {
  const percent = Number((Number(text) * 100).toPrecision(14))
  return `${percent}%`
}
