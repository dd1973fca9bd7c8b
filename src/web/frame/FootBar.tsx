import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  DisconnectOutlined,
  SafetyCertificateOutlined,
} from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { formatDayZh } from '#kernel/values/dates.ts'
import { shellLabels } from '../labels.ts'
import { useLabels } from '../language.ts'
import { useLink } from '../live.ts'
import { usePreferences } from '../preferences.ts'
import { useSession } from '../session.ts'
import { LinkIfAny } from './FramePages.tsx'
import { courtTime, weekdayIn } from '../time.ts'

/** Today and whether it is a working day, how fresh the page is, the link, the chain. */
export function FootBar({ onKeys }: { readonly onKeys: () => void }) {
  const t = useLabels(shellLabels)
  const { language } = usePreferences()
  const { today, todayIsWorkingDay } = useSession()
  const date = language === 'zh' ? formatDayZh(today) : today.toString()
  return (
    <footer className="dx-foot">
      <span>
        {date} {weekdayIn(today, language)}{' '}
        {todayIsWorkingDay === null ? '' : todayIsWorkingDay ? t.workingDay : t.restDay}
      </span>
      <Freshness />
      <Chain />
      <span className="dx-space" />
      <button type="button" onClick={onKeys}>
        <kbd>?</kbd> {t.keys}
      </button>
    </footer>
  )
}

const staleAfter = 60_000

function Freshness() {
  const t = useLabels(shellLabels)
  const client = useQueryClient()
  const { online, heardAt } = useLink()
  const { read, now } = useReadingTimes()
  const stale = !online && now - heardAt > staleAfter
  return (
    <>
      <button
        type="button"
        className={stale ? 'dx-late' : ''}
        onClick={() => void client.invalidateQueries()}
        title={t.refresh}
      >
        {stale && <ClockCircleOutlined aria-hidden />} {t.dataAsOf}{' '}
        {courtTime(Temporal.Instant.fromEpochMilliseconds(read))}
        {stale && ` ${t.refresh}`}
      </button>
      <span className={`dx-sign ${online ? 'dx-good' : 'dx-bad'}`} role="status">
        {online ? <CheckCircleOutlined aria-hidden /> : <DisconnectOutlined aria-hidden />}
        {online ? t.online : t.offline}
      </span>
    </>
  )
}

/** When anything on screen was last read. Looked at every few seconds: nobody reads this line faster. */
function useReadingTimes(): { readonly read: number; readonly now: number } {
  const client = useQueryClient()
  const times = () => {
    const now = Date.now()
    return {
      read:
        Math.max(
          ...client
            .getQueryCache()
            .getAll()
            .map(({ state }) => state.dataUpdatedAt),
          0,
        ) || now,
      now,
    }
  }
  const [seen, look] = useState(times)
  useEffect(() => {
    const timer = setInterval(() => look(times()), 3000)
    return () => clearInterval(timer)
  })
  return seen
}

function Chain() {
  const t = useLabels(shellLabels)
  const { chain } = useSession()
  const [tone, text] = !chain ? ['', t.chainUnknown] : chain.ok ? ['dx-good', t.chainGood] : ['dx-bad', t.chainBroken]
  return (
    <LinkIfAny to="/audit" className={`dx-sign ${tone}`}>
      <SafetyCertificateOutlined aria-hidden />
      {text}
    </LinkIfAny>
  )
}
