import type { CalculatorName, Explanation } from '#law/calc.ts'
import { useAnnounce } from '#web/components/Announcer.tsx'
import { useLabels } from '#web/language.ts'
import { copyText } from './copy-text.ts'
import { labels } from './labels.ts'
import { resultText } from './result-text.ts'
import type { Calculating } from './useCalculation.ts'

type Props = Calculating & { readonly name: CalculatorName; readonly outcome: Explanation }

/** Takes the calculation along: as text with its link, or on A4. */
export function ResultActs(props: Props) {
  const t = useLabels(labels)
  const announce = useAnnounce()
  const copy = async () => {
    await copyText(resultText(props, window.location.href))
    announce(t.copied)
  }
  return (
    <span className="dx-row dx-noprint">
      <button type="button" className="dx-link" onClick={() => void copy()}>
        {t.copy}
      </button>
      <button type="button" className="dx-link" onClick={() => window.print()}>
        {t.print}
      </button>
    </span>
  )
}
