import type { ReactNode } from 'react'
import './figures.css'

export type Figure = { readonly title: string; readonly value: ReactNode; readonly unit?: string }

/** Figures of a record in equal columns, 16 px, for a drawer. */
export const Figures = ({ figures }: { readonly figures: readonly Figure[] }) => (
  <dl className="dx-figures">
    {figures.map(({ title, value, unit }) => (
      <div key={title}>
        <dt>{title}</dt>
        <dd>
          {value}
          {unit && <small> {unit}</small>}
        </dd>
      </div>
    ))}
  </dl>
)

/** The money line of a cockpit, 20 px, with the people in charge at its end. */
export const FigureLine = ({
  figures,
  people,
}: {
  readonly figures: readonly Figure[]
  readonly people: readonly Figure[]
}) => (
  <div className="dx-moneyline">
    <dl>
      {figures.map(({ title, value, unit }) => (
        <div key={title}>
          <dt>{title}</dt>
          <dd>
            {value}
            {unit && <small>{unit}</small>}
          </dd>
        </div>
      ))}
    </dl>
    <dl className="dx-people">
      {people.map(({ title, value }) => (
        <div key={title}>
          <dt>{title}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  </div>
)
