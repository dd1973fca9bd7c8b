import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from 'antd'
import { label } from '#kernel/values/labels.ts'
import { queryOptionsFor } from '#web/api.ts'
import { useAnnounce } from '#web/components/Announcer.tsx'
import { CommandButton } from '#web/components/CommandButton.tsx'
import { CommandForm } from '#web/components/CommandForm.tsx'
import { useLabels } from '#web/language.ts'
import { useMay } from '#web/session.ts'
import { momentText } from '#web/time.ts'
import type { Proposal } from '../contract.ts'
import { labels } from '../labels.ts'
import { calendarEffect, refuseNotice, signNotice } from './api.ts'
import { EffectTable } from './EffectTable.tsx'
import { YearGrid } from './YearGrid.tsx'

type Props = { readonly proposal: Proposal; readonly today: string }

/** What waits to be signed, what it would move, and the two ways to decide. */
export function ProposalPanel({ proposal: { approvalId, notice, proposedBy, proposedAt }, today }: Props) {
  const t = useLabels(labels)
  const told = useLabels({ by: label(`${proposedBy} 提出于 ${momentText(proposedAt)}`, `Proposed by ${proposedBy}`) })
  const may = useMay()
  const announce = useAnnounce()
  const [refusing, setRefusing] = useState(false)
  const { data: effect } = useSuspenseQuery(queryOptionsFor(calendarEffect, { notice }))
  return (
    <>
      <p>
        {told.by}　{t.source} {notice.source}
      </p>
      <EffectTable effect={effect} />
      <YearGrid year={notice.year} days={notice.days} today={today} />
      {may('deadlines.sign-notice') && !refusing && (
        <div className="dx-form-acts">
          <CommandButton
            contract={signNotice}
            input={{ approvalId }}
            primary
            confirm={`签发${notice.year}年放假安排？${effect.clocks}个期限随即改期，并记入审计轨迹。`}
            onDone={() => announce(t.signed)}
          />
          <Button onClick={() => setRefusing(true)}>退回</Button>
        </div>
      )}
      {refusing && (
        <CommandForm
          contract={refuseNotice}
          initial={{ approvalId }}
          fields={{ reason: { title: labels.reason } }}
          onDone={() => setRefusing(false)}
          onCancel={() => setRefusing(false)}
        />
      )}
    </>
  )
}
