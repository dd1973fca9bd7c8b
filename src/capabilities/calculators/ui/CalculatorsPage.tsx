import { Button } from 'antd'
import { calculators, isCalculatorName } from '#law/calc.ts'
import { EmptyState } from '#web/components/EmptyState.tsx'
import { PageHead } from '#web/components/PageHead.tsx'
import { useLabels } from '#web/language.ts'
import { useGo, useParam } from '#web/navigation.ts'
import { Calculation } from './Calculation.tsx'
import { CalculatorList } from './CalculatorList.tsx'
import { labels } from './labels.ts'
import './calculators.css'

const count = Object.keys(calculators).length

/** 计算器: the law reckons in the browser, and each result prints how it came about. */
export function CalculatorsPage() {
  const t = useLabels(labels)
  const name = useParam('name')
  return (
    <div className="calc-page">
      <PageHead title={t.title} count={`${count}种`} />
      <div className="calc-columns">
        <CalculatorList chosen={name} />
        {isCalculatorName(name) ? <Calculation key={name} name={name} /> : <NothingChosen name={name} />}
      </div>
    </div>
  )
}

function NothingChosen({ name }: { readonly name: string }) {
  const t = useLabels(labels)
  const go = useGo()
  if (name === '') return <EmptyState title={t.choose} next={t.chooseNext} />
  return (
    <EmptyState
      title={`${t.unknown}：${name}`}
      next={t.unknownNext}
      act={<Button onClick={() => go('/calculators')}>{t.title}</Button>}
    />
  )
}
