import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Acts, useOpenAct } from '#pages/desk'
import { queryOptionsFor } from '#web/api.ts'
import { useAnnounce } from '#web/components/Announcer.tsx'
import { CommandButton } from '#web/components/CommandButton.tsx'
import { EmptyState } from '#web/components/EmptyState.tsx'
import { PageHead } from '#web/components/PageHead.tsx'
import { Panel } from '#web/components/Panel.tsx'
import { useLabels, useText } from '#web/language.ts'
import { momentText } from '#web/time.ts'
import type { MergeProposalCard } from '../contract.ts'
import { groundLabels } from '../labels.ts'
import { approveMerge, mergesReading } from './api.ts'
import { labels } from './labels.ts'

/** Merges that wait for a second person: both records, the ground, who proposed it. */
export function MergesPage() {
  const t = useLabels(labels)
  return (
    <Acts>
      <PageHead title={t.merges} />
      <Panel title={t.merges} scrolls>
        <Cards />
      </Panel>
    </Acts>
  )
}

function Cards() {
  const t = useLabels(labels)
  const { data } = useSuspenseQuery(queryOptionsFor(mergesReading, {}))
  if (data.length === 0) return <EmptyState title={t.noMerges} />
  return (
    <ul className="dx-lines">
      {data.map((card, index) => (
        <Card key={card.approvalId} card={card} first={index === 0} />
      ))}
    </ul>
  )
}

function Card({ card, first }: { readonly card: MergeProposalCard; readonly first: boolean }) {
  const t = useLabels(labels)
  const text = useText()
  const open = useOpenAct()
  const announce = useAnnounce()
  const { approvalId, keep, merge, ground, evidence, proposedBy, proposedAt, mine } = card
  return (
    <li>
      <div>
        <p>
          {t.keep} <Link to={`/parties/${keep.partyId}`}>{keep.name}</Link> {keep.idMasked ?? t.noNumber}　{t.merge}{' '}
          <Link to={`/parties/${merge.partyId}`}>{merge.name}</Link> {merge.idMasked ?? t.noNumber}
        </p>
        <p className="dx-t2 dx-13" title={evidence}>
          {text(groundLabels[ground])}：{evidence}　{proposedBy} {t.proposedBy} {momentText(proposedAt)}
        </p>
        {mine && <p className="dx-t2 dx-13">{t.mine}</p>}
      </div>
      <div className="dx-row">
        <CommandButton contract={approveMerge} input={{ approvalId }} primary={first} onDone={() => announce(t.done)} />
        <Button onClick={() => open({ command: 'parties.refuse-merge', input: { approvalId } })}>{t.refuse}</Button>
      </div>
    </li>
  )
}
