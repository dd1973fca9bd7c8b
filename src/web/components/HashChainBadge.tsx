import { SafetyCertificateOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { label } from '#kernel/values/labels.ts'
import { useLabels } from '../language.ts'
import { StatusTag } from './StatusTag.tsx'

export type ChainState =
  | { readonly state: 'passed'; readonly count: number; readonly at?: string }
  | { readonly state: 'unverified' }
  | { readonly state: 'broken'; readonly seq: number }

/** Whether journal entries still follow from one another; opens the entry in question and its neighbours. */
export function HashChainBadge({ chain, href }: { readonly chain: ChainState; readonly href?: string }) {
  const t = useLabels({ unverified: label('未校验', 'Not verified'), ...wordsOf(chain) })
  const tone = { passed: 'ok', unverified: 'neutral', broken: 'fault' } as const
  const tag = (
    <StatusTag tone={tone[chain.state]}>
      <SafetyCertificateOutlined aria-hidden />
      {t[chain.state]}
    </StatusTag>
  )
  return href ? <Link to={href}>{tag}</Link> : tag
}

const wordsOf = (chain: ChainState) => ({
  passed:
    chain.state === 'passed'
      ? label(`校验通过 ${chain.count.toLocaleString('en')}条`, `Verified, ${chain.count} entries`)
      : label('', ''),
  broken:
    chain.state === 'broken'
      ? label(`断在第${chain.seq.toLocaleString('en')}条`, `Broken at ${chain.seq}`)
      : label('', ''),
})
