import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { queryOptionsFor } from '#web/api.ts'
import { useAnnounce } from '#web/components/Announcer.tsx'
import { CommandButton } from '#web/components/CommandButton.tsx'
import { ErrorState } from '#web/components/ErrorState.tsx'
import { Message } from '#web/components/Message.tsx'
import { useLabels } from '#web/language.ts'
import { Notice } from '../contract.ts'
import { labels } from '../labels.ts'
import { calendarEffect, proposeNotice } from './api.ts'
import { EffectTable } from './EffectTable.tsx'
import { readNotice } from './read-notice.ts'
import { YearGrid } from './YearGrid.tsx'

type Props = { readonly year: number; readonly today: string; readonly onDone: () => void }

/** Paste the notice, see the days and what they would move, then propose. Nothing moves here. */
export function NoticeImport({ year, today, onDone }: Props) {
  const t = useLabels(labels)
  const announce = useAnnounce()
  const id = useId()
  const [text, setText] = useState('')
  const [source, setSource] = useState('')
  const [tried, setTried] = useState<Notice>()
  const { days, unread } = readNotice(text, year)
  const read = Notice.safeParse({ year, source, days })
  const change = (set: (value: string) => void) => (value: string) => {
    set(value)
    setTried(undefined)
  }
  return (
    <div className="dx-form">
      <div className="dx-form-field">
        <label htmlFor={`${id}-text`}>{t.paste}</label>
        <Input.TextArea
          id={`${id}-text`}
          rows={6}
          value={text}
          onChange={({ target }) => change(setText)(target.value)}
          aria-describedby={`${id}-hint`}
        />
        <p id={`${id}-hint`} className="dx-t3">
          {t.pasteHint}
        </p>
      </div>
      <div className="dx-form-field">
        <label htmlFor={`${id}-source`}>{t.source}</label>
        <Input
          id={`${id}-source`}
          value={source}
          placeholder={t.sourceHint}
          onChange={({ target }) => change(setSource)(target.value)}
        />
      </div>
      {unread.length > 0 && (
        <Message tone="fault">
          {t.unread}：{unread.join('；')}
        </Message>
      )}
      {tried && <Tried notice={tried} />}
      <div className="dx-form-acts">
        {tried ? (
          <CommandButton
            contract={proposeNotice}
            input={{ notice: tried }}
            primary
            onDone={() => {
              announce(t.proposed)
              onDone()
            }}
          />
        ) : (
          <Button type="primary" disabled={!read.success} onClick={() => setTried(read.data)}>
            {t.try}
          </Button>
        )}
        {!read.success && <span className="dx-t2">{days.length === 0 ? t.nothingRead : t.sourceNeeded}</span>}
      </div>
      {days.length > 0 && <YearGrid year={year} days={days} today={today} />}
    </div>
  )
}

function Tried({ notice }: { readonly notice: Notice }) {
  const t = useLabels(labels)
  const { data, error, refetch } = useQuery(queryOptionsFor(calendarEffect, { notice }))
  if (error) return <ErrorState error={error} what={t.try} onRetry={() => void refetch()} />
  return data ? <EffectTable effect={data} /> : null
}
