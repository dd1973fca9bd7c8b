import { useSuspenseQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { label } from '#kernel/values/labels.ts'
import { queryOptionsFor } from '#web/api.ts'
import { Message } from '#web/components/Message.tsx'
import { PageHead } from '#web/components/PageHead.tsx'
import { Panel } from '#web/components/Panel.tsx'
import { Tabs } from '#web/components/Tabs.tsx'
import { useLabels } from '#web/language.ts'
import { usePageSearch } from '#web/navigation.ts'
import { useMay, useSession } from '#web/session.ts'
import type { YearCalendar } from '../contract.ts'
import { labels } from '../labels.ts'
import { yearCalendar } from './api.ts'
import { NoticeImport } from './NoticeImport.tsx'
import { ProposalPanel } from './ProposalPanel.tsx'
import { RuleSheet } from './RuleSheet.tsx'
import { YearGrid } from './YearGrid.tsx'

const Search = z.object({
  year: z.coerce.number().int().min(2000).max(2999).optional().catch(undefined),
  view: z.enum(['calendar', 'sheet']).default('calendar').catch('calendar'),
})

/** U48 规则与节假日: the calendar that every period is reckoned by, a year at a time, and the time-limit sheet. */
export function CalendarPage() {
  const t = useLabels(labels)
  const { today } = useSession()
  const may = useMay()
  const [{ year = today.year, view }, change] = usePageSearch(Search)
  const [importing, setImporting] = useState(false)
  const { data: calendar } = useSuspenseQuery(queryOptionsFor(yearCalendar, { year }))
  const canImport = may('deadlines.propose-notice') && calendar.proposal === null
  return (
    <>
      <PageHead
        title={t.title}
        actions={
          <>
            <Button onClick={() => window.print()}>打印</Button>
            {canImport && !importing && view === 'calendar' && (
              <Button type={calendar.known ? 'default' : 'primary'} onClick={() => setImporting(true)}>
                {t.import}
              </Button>
            )}
          </>
        }
      >
        <Select
          aria-label={t.year}
          value={year}
          onChange={(chosen) => {
            setImporting(false)
            change({ year: chosen })
          }}
          options={calendar.years.map((known) => ({ value: known, label: `${known}年` }))}
        />
      </PageHead>
      <div className="dx-scroll" style={{ overflow: 'auto', padding: '0 20px 16px' }}>
        <Tabs
          label={t.views}
          chosen={view}
          onChoose={(id) => change({ view: id === 'sheet' ? 'sheet' : 'calendar' })}
          tabs={[
            { id: 'calendar', title: t.calendar },
            { id: 'sheet', title: t.sheet },
          ]}
        />
        {view === 'sheet' ? (
          <Panel title={t.sheet}>
            <RuleSheet />
          </Panel>
        ) : (
          <>
            {calendar.proposal && (
              <Panel title={t.proposal}>
                <ProposalPanel proposal={calendar.proposal} today={today.toString()} />
              </Panel>
            )}
            {importing && (
              <Panel title={`${year}年 ${t.import}`}>
                <NoticeImport year={year} today={today.toString()} onDone={() => setImporting(false)} />
              </Panel>
            )}
            {!importing && (
              <Panel title={`${year}年 ${t.calendar}`}>
                <Standing calendar={calendar} />
                <YearGrid year={year} days={calendar.days} today={today.toString()} />
              </Panel>
            )}
          </>
        )}
      </div>
    </>
  )
}

function Standing({ calendar }: { readonly calendar: YearCalendar }) {
  const { year, known, source, importedBy, workedDays, waiting } = calendar
  const t = useLabels(labels)
  const told = useLabels({
    worked: label(`全年工作日 ${workedDays} 天`, `${workedDays} worked days`),
    waiting: label(`${waiting} 个在走的期限在等${year}年的通知。`, `${waiting} clocks wait for the notice of ${year}.`),
  })
  if (!known)
    return (
      <Message tone="due">
        {t.unknown}
        {waiting > 0 ? told.waiting : t.nobodyWaits}
      </Message>
    )
  return (
    <p className="dx-t2">
      {told.worked}　{t.source} {source}　{importedBy ?? t.withProgram}
    </p>
  )
}
