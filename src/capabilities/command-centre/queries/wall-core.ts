import { coreFigures } from '#capabilities/indicators'
import { reading } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { WallCore } from '../contract.ts'

/** 3+1 on the wall, of this year so far; in January of the year that ended. Reckoned apart: it counts all cases of a year. */
export const wallCore = reading({
  name: 'command-centre.wall-core',
  title: label('大屏3+1核心指标', 'Core indicators 3+1 on the wall'),
  may: 'command-centre.wall',
  input: WallCore.pick({}),
  output: WallCore,
  read: async (tx, _input, { today, now, machineDay }) => {
    const year = today.month === 1 ? today.year - 1 : today.year
    const [from, to] = [day(year, 1, 1), day(year, 12, 31)]
    const core = await coreFigures(tx, from, to, machineDay)
    const last = Temporal.PlainDate.compare(to, today) < 0 ? to : today
    return {
      at: now.toString(),
      until: last.toString(),
      members: core.map(({ id, title, row, remark }) => ({
        id,
        title,
        printed: row && remark === null ? row.printed : null,
        remark,
        band: row ? bandOf(row.band) : null,
        inside: row?.inside ?? null,
        outside: row ? outsideOf(row.imported) : null,
        href: hrefOf(id, from, to),
      })),
    }
  },
})

const day = (year: number, month: number, ofMonth: number) => Temporal.PlainDate.from({ year, month, day: ofMonth })

const hrefOf = (id: string, from: Temporal.PlainDate, to: Temporal.PlainDate): string =>
  `/indicators?${new URLSearchParams({ id, variant: 'printed', from: from.toString(), to: to.toString() }).toString()}`

type Figure = NonNullable<Awaited<ReturnType<typeof coreFigures>>[number]['row']>

function bandOf(band: Figure['band']): string | null {
  const limits = [band?.low && `≥${band.low}`, band?.high && `≤${band.high}`].filter((limit) => Boolean(limit))
  return limits.length > 0 ? limits.join(' ') : null
}

/** The mean of the city or province as published, never this court's own line. */
function outsideOf(imported: Figure['imported']): string | null {
  const mean = imported.find(({ kind }) => kind !== 'own')
  return mean ? `${mean.place} ${mean.value}` : null
}
