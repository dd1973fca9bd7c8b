import { useSuspenseQuery } from '@tanstack/react-query'
import { Progress } from 'antd'
import { label } from '#kernel/values/labels.ts'
import { queryOptionsFor } from '#web/api.ts'
import { ErrorState } from '#web/components/ErrorState.tsx'
import { Message } from '#web/components/Message.tsx'
import { useLabels } from '#web/language.ts'
import { momentText } from '#web/time.ts'
import { chain } from './api.ts'
import { labels } from './labels.ts'
import type { Verification } from './useVerification.ts'

const grouped = (n: number): string => n.toLocaleString('en')
const spaced = (hash: string): string => hash.slice(0, 16).replaceAll(/(.{4})(?=.)/g, '$1 ')

/** Where the chain stands and what the last reading of it found. */
export function ChainBand({ verification }: { readonly verification: Verification }) {
  const t = useLabels(labels)
  switch (verification.state) {
    case 'idle':
      return <Standing />
    case 'running': {
      const { upTo, head } = verification
      return (
        <Message tone="info" role="status">
          {t.verifying} {grouped(upTo)} / {grouped(head)}
          <Progress percent={Math.floor((upTo / Math.max(1, head)) * 100)} size="small" aria-label={t.verifying} />
        </Message>
      )
    }
    case 'passed':
      return <Passed entries={verification.entries} seconds={verification.seconds} />
    case 'broken':
      return <BrokenBand broken={verification.broken} />
    case 'failed':
      return <ErrorState error={verification.problem} what={t.verify} />
  }
}

function Standing() {
  const t = useLabels(labels)
  const { data } = useSuspenseQuery(queryOptionsFor(chain, {}))
  const { head, hash, lastSeal, sealHolds } = data
  return (
    <Message tone={sealHolds === false ? 'fault' : lastSeal ? 'ok' : 'info'} role="status">
      {t.head} {grouped(Number(head))}
      {t.entries}　{spaced(hash)} …　
      {lastSeal ? (
        <>
          {t.lastSeal} {momentText(lastSeal.sealedAt)}　{sealHolds ? t.sealHolds : t.sealOff}
        </>
      ) : (
        t.noSeal
      )}
    </Message>
  )
}

function Passed({ entries, seconds }: { readonly entries: number; readonly seconds: number }) {
  const t = useLabels({
    passed: label(
      `校验通过：${grouped(entries)}条记录首尾相连，未见改动。用时 ${seconds.toFixed(1)}秒。`,
      `Verified: ${grouped(entries)} entries follow from one another, in ${seconds.toFixed(1)} s.`,
    ),
  })
  return (
    <Message tone="ok" role="status">
      {t.passed}
    </Message>
  )
}

function BrokenBand({ broken }: { readonly broken: Extract<Verification, { state: 'broken' }>['broken'] }) {
  const { seq, why, expected, found } = broken
  const t = useLabels({
    broken: label(
      `断在第${grouped(Number(seq))}条（${why}），应为 ${expected.slice(0, 16)}… 实为 ${found.slice(0, 16)}…；此后记录暂不可信，请通知审计管理员与纪检。`,
      `Broken at entry ${grouped(Number(seq))}; what follows cannot be trusted. Tell the audit administrator.`,
    ),
  })
  return (
    <Message tone="fault" role="alert">
      {t.broken}
    </Message>
  )
}
