import { CheckCircleOutlined } from '@ant-design/icons'
import { useId } from 'react'
import type { z } from 'zod'
import { CaseNumber } from '#web/components/CaseNumber.tsx'
import { Message } from '#web/components/Message.tsx'
import { Money } from '#web/components/Money.tsx'
import { useLabels } from '#web/language.ts'
import type { LineMatch } from '../claims/contract.ts'
import { labels } from './labels.ts'

type Props = {
  readonly match: z.output<typeof LineMatch>
  readonly chosen: string | undefined
  readonly onChoose: (index: number) => void
}

/** Whose it may be, likeliest first, each with what speaks for it. */
export function Candidates({ match: { candidates, doubt }, chosen, onChoose }: Props) {
  const t = useLabels(labels)
  const name = useId()
  return (
    <section>
      <h3 id={`${name}-title`}>{t.candidates}</h3>
      {doubt !== null && <Message tone="info">{doubt}</Message>}
      {candidates.length === 0 && <p className="dx-t2">{t.noCandidate}</p>}
      <ul className="dx-funds-candidates" role="radiogroup" aria-labelledby={`${name}-title`}>
        {candidates.map(({ caseNumber, caseId, reasons, debtors, outstandingFen, confidence }, index) => (
          <li key={caseNumber} className={caseNumber === chosen ? 'dx-on' : ''} role="none">
            <label>
              <input
                type="radio"
                name={name}
                checked={caseNumber === chosen}
                aria-label={caseNumber}
                onChange={() => onChoose(index)}
              />
              {index < 9 && <kbd>{index + 1}</kbd>}
              <CaseNumber number={caseNumber} href={caseId === null ? undefined : `/cases/${caseId}`} hang={false} />
              <span className="dx-funds-why">
                {reasons.map((reason) => (
                  <span key={reason}>
                    <CheckCircleOutlined aria-hidden /> {reason}
                  </span>
                ))}
              </span>
            </label>
            <p className="dx-13 dx-t2">
              {debtors}　{t.outstanding} <Money amount={outstandingFen} unit />　{t.confidence}{' '}
              {Math.round(confidence * 100)}%
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
