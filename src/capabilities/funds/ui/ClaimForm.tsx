import { Button, Checkbox } from 'antd'
import { useEffect, useState, type FormEvent } from 'react'
import type { z } from 'zod'
import { label } from '#kernel/values/labels.ts'
import { formatYuan } from '#kernel/values/money.ts'
import { useCommand } from '#web/api.ts'
import { useAnnounce } from '#web/components/Announcer.tsx'
import type { DrawerPlace } from '#web/components/DataList.tsx'
import { KeyHint } from '#web/components/KeyHint.tsx'
import { Message } from '#web/components/Message.tsx'
import { Refusal } from '#web/components/Refusal.tsx'
import { useKeys } from '#web/keys/useKeys.tsx'
import { useLabels } from '#web/language.ts'
import { claimKinds, type LineMatch, type LineRow } from '../claims/contract.ts'
import { proposeClaim } from './api.ts'
import { Candidates } from './Candidates.tsx'
import { change, leftOf, nextCandidate, split, without, type DraftPart } from './claim-parts.ts'
import { EvidenceField, type Paper } from './EvidenceField.tsx'
import { labels } from './labels.ts'
import { PartLines } from './PartLines.tsx'
import { UnknownMoney } from './UnknownMoney.tsx'

type Match = z.output<typeof LineMatch>
type Props = { readonly line: z.output<typeof LineRow>; readonly match: Match; readonly place: DrawerPlace }

/** What the books say of this case, as the words of the claim until the person writes others. */
const reasonsOf = ({ candidates }: Match, parts: readonly DraftPart[]): string =>
  parts
    .flatMap(({ caseNumber }) => {
      const known = candidates.find((candidate) => candidate.caseNumber === caseNumber)
      return known ? [known.reasons.join('，')] : []
    })
    .filter((words, index, all) => words !== '' && all.indexOf(words) === index)
    .join('；')
    .slice(0, 200)

const kindOf = ({ kind }: Match) => claimKinds.find((known) => known === kind) ?? 'case'

/** 认领: one case or several, what shows it, and the words to a second person. 1 to 9 choose, Enter claims, S splits, U keeps it unknown. */
export function ClaimForm({ line, match, place }: Props) {
  const { bankLineId, unclaimedFen } = line
  const t = useLabels(labels)
  const announce = useAnnounce()
  const first = match.candidates[0]?.caseNumber ?? ''
  const [parts, setParts] = useState<readonly DraftPart[]>([
    { key: 0, kind: kindOf(match), caseNumber: first, amountFen: unclaimedFen },
  ])
  const [active, setActive] = useState(0)
  const [typed, setTyped] = useState<ReadonlySet<number>>(new Set())
  const [words, setWords] = useState<string>()
  const [papers, setPapers] = useState<readonly Paper[]>([])
  const [keepsRest, setKeepsRest] = useState(false)
  const [missing, setMissing] = useState<string>()
  const { mutate, error, isPending, reset } = useCommand(proposeClaim)
  const evidence = words ?? reasonsOf(match, parts)
  const left = leftOf(unclaimedFen, parts)
  const says = useLabels({
    short: label(`还差 ${formatYuan(left)} 元没有分到案件。`, `${formatYuan(left)} yuan are not shared out.`),
    over: label(`比这笔多分了 ${formatYuan(-left)} 元。`, `${formatYuan(-left)} yuan more than came.`),
    done: label(
      `已提出认领 ${formatYuan(unclaimedFen - left)} 元，待另一人复核`,
      `Claim of ${formatYuan(unclaimedFen - left)} proposed`,
    ),
    noCase: label('请选案件，或在下方写案号。', 'Choose a case or write its number.'),
    noWords: label('请写明凭什么认领，至少2个字。', 'Say what shows it.'),
    noAmount: label('每一份都要有金额。', 'Every part needs a sum.'),
  })
  const touched = () => {
    setMissing(undefined)
    reset()
  }
  const set = (key: number, to: Partial<Omit<DraftPart, 'key'>>) => {
    touched()
    setParts((now) => change(unclaimedFen, now, key, to, typed))
    if ('amountFen' in to) setTyped((now) => new Set([...now, key]))
  }
  const choose = (index: number) => {
    const candidate = match.candidates[index]
    if (candidate) set(active, { caseNumber: candidate.caseNumber })
  }
  const splitUp = () => {
    touched()
    const numbers = match.candidates.map(({ caseNumber }) => caseNumber)
    const next = split(unclaimedFen, parts, nextCandidate(numbers, parts))
    setParts(next)
    setActive(next.at(-1)?.key ?? 0)
  }
  const drop = (key: number) => {
    const rest = without(unclaimedFen, parts, key)
    setParts(rest)
    setActive(rest[0]?.key ?? 0)
  }
  const wrong = (): string | undefined => {
    if (parts.some(({ amountFen }) => amountFen === null)) return says.noAmount
    if (left < 0n) return says.over
    if (left > 0n && !keepsRest) return says.short
    if (parts.some(({ kind, caseNumber }) => kind === 'case' && caseNumber.trim() === '')) return says.noCase
    return evidence.trim().length < 2 ? says.noWords : undefined
  }
  const send = (event?: FormEvent) => {
    event?.preventDefault()
    const found = wrong()
    setMissing(found)
    if (found !== undefined || isPending) return
    const input = proposeClaim.input.parse({
      bankLineId,
      evidence: evidence.trim(),
      papers: papers.map(({ fileId, fileName }) => ({ fileId, fileName })),
      parts: parts.map(({ kind, caseNumber, amountFen }) => ({
        kind,
        ...(caseNumber.trim() !== '' && { caseNumber: caseNumber.trim() }),
        amountFen: String(amountFen ?? 0n),
      })),
    })
    mutate({ input }, { onSuccess: () => announce(says.done) })
  }
  useLateKeys([
    ...match.candidates.slice(0, 9).map((candidate, index) => ({
      keys: String(index + 1),
      title: label(candidate.caseNumber, candidate.caseNumber),
      run: () => choose(index),
    })),
    { keys: 'enter', title: labels.claim, run: () => send() },
    { keys: 'mod+enter', title: labels.claim, run: () => send() },
    { keys: 's', title: labels.splitInTwo, run: splitUp },
  ])
  const chosen = parts.find(({ key }) => key === active)?.caseNumber
  return (
    <form className="dx-funds-form" onSubmit={send} noValidate aria-label={t.claim}>
      <div className="dx-funds-body">
        <Candidates match={match} chosen={chosen} onChoose={choose} />
        <section>
          <h3>
            {t.parts}
            <button type="button" className="dx-link" onClick={splitUp}>
              {t.splitInTwo} <kbd>S</kbd>
            </button>
          </h3>
          <PartLines parts={parts} active={active} onActive={setActive} onChange={set} onRemove={drop} />
          <p className={`dx-funds-sum ${left === 0n ? 'dx-ok' : ''}`} role="status">
            {t.cameIn} {formatYuan(unclaimedFen)} − {t.sharedOut} {formatYuan(unclaimedFen - left)} ={' '}
            <b>
              {t.rest} {formatYuan(left).replace('-', '−')} {t.yuan}
            </b>
            {left !== 0n && <span className="dx-fault">{left > 0n ? says.short : says.over}</span>}
          </p>
          {left > 0n && (
            <Checkbox checked={keepsRest} onChange={({ target }) => setKeepsRest(target.checked)}>
              {t.keepRest}
            </Checkbox>
          )}
        </section>
        <EvidenceField
          words={evidence}
          papers={papers}
          onWords={(next) => (touched(), setWords(next))}
          onPapers={(next) => (touched(), setPapers(next))}
        />
        <UnknownMoney line={line} />
        {missing !== undefined && (
          <Message tone="fault" role="alert">
            {missing}
          </Message>
        )}
        {error && <Refusal problem={error} />}
      </div>
      <footer className="dx-funds-foot">
        <KeyHint keys="enter">{t.claim}</KeyHint>
        <KeyHint keys="1 9">{t.choose}</KeyHint>
        <span className="dx-space" />
        <Button type="link" disabled={!place.next} onClick={place.next}>
          {t.next}
        </Button>
        <Button type="primary" htmlType="submit" loading={isPending}>
          {t.claim}
        </Button>
      </footer>
    </form>
  )
}

/** Bound after the list beside it, whose Enter would only open what is open already. */
function useLateKeys(bindings: Parameters<typeof useKeys>[1]): void {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const frame = requestAnimationFrame(() => setLate(true))
    return () => cancelAnimationFrame(frame)
  }, [])
  useKeys('record', bindings, { active: late })
}
