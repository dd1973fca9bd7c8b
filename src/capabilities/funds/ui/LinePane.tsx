import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import type { z } from 'zod'
import { amountInWords } from '#web/amount-in-words.ts'
import { queryOptionsFor, rowsOptions } from '#web/api.ts'
import type { DrawerPlace } from '#web/components/DataList.tsx'
import { LoadingState } from '#web/components/LoadingState.tsx'
import { Money } from '#web/components/Money.tsx'
import { PanelBoundary } from '#web/components/PanelBoundary.tsx'
import { useLabels } from '#web/language.ts'
import type { LineRow } from '../claims/contract.ts'
import { lineList, matchReading } from './api.ts'
import { ClaimForm } from './ClaimForm.tsx'
import { dayAndTime } from './line-columns.tsx'
import { labels } from './labels.ts'
import { LineOut } from './LineOut.tsx'
import { WaitingClaim } from './WaitingClaim.tsx'

type Row = z.output<typeof LineRow>
type Props = { readonly bankLineId: string; readonly row: Row | undefined; readonly place: DrawerPlace }

/** The line in hand: what the bank says of it, whose it may be, and what follows. */
export function LinePane({ bankLineId, row, place }: Props) {
  const t = useLabels(labels)
  const line = useLine(bankLineId, row)
  return (
    <aside className="dx-funds-pane" aria-label={t.line}>
      {line && (
        <>
          <Head line={line} />
          <PanelBoundary what={t.candidates}>
            <Suspense fallback={<LoadingState lines={8} />}>
              <Body line={line} place={place} />
            </Suspense>
          </PanelBoundary>
        </>
      )}
    </aside>
  )
}

/** A line that the list at hand does not hold is asked for by itself. */
function useLine(bankLineId: string, row: Row | undefined): Row | undefined {
  const { data } = useInfiniteQuery({ ...rowsOptions(lineList, { bankLineId }), enabled: row === undefined })
  return row ?? data?.pages[0]?.rows[0]
}

function Head({ line }: { readonly line: Row }) {
  const t = useLabels(labels)
  const { amountFen, unclaimedFen, peerName, peerAccount, memo, summary, serial } = line
  const said = [
    [t.arrived, `${line.on.year}-${dayAndTime(line)}`],
    [t.payer, [peerName, peerAccount].filter((part) => part !== null).join(' ') || '—'],
    [t.memo, memo ?? '—'],
    [t.summary, summary],
    [t.serial, serial],
  ] as const
  return (
    <header className="dx-funds-head">
      <h2>
        <Money amount={amountFen} /> <small>{t.yuan}</small>
        <span className="dx-t2">{amountInWords(amountFen)}</span>
      </h2>
      <dl>
        {said.map(([title, value]) =>
          value ? (
            <div key={title}>
              <dt>{title}</dt>
              <dd title={value}>{value}</dd>
            </div>
          ) : null,
        )}
        {amountFen > 0n && unclaimedFen !== amountFen && (
          <div>
            <dt>{t.left}</dt>
            <dd>
              <Money amount={unclaimedFen} />
            </dd>
          </div>
        )}
      </dl>
    </header>
  )
}

function Body({ line, place }: { readonly line: Row; readonly place: DrawerPlace }) {
  const t = useLabels(labels)
  const { data: match } = useSuspenseQuery(queryOptionsFor(matchReading, { bankLineId: line.bankLineId }))
  if (match.waiting) return <WaitingClaim bankLineId={line.bankLineId} />
  if (line.unclaimedFen > 0n) return <ClaimForm line={line} match={match} place={place} />
  if (line.amountFen < 0n) return <LineOut line={line} />
  return (
    <div className="dx-funds-body">
      <section>
        <h3>{t.claimedFor}</h3>
        <p>{line.cases ?? t.noBalance}</p>
      </section>
    </div>
  )
}
