import { useSuspenseQuery } from '@tanstack/react-query'
import { Button, Radio } from 'antd'
import { useState, type FormEvent } from 'react'
import type { z } from 'zod'
import { label } from '#kernel/values/labels.ts'
import { formatYuan } from '#kernel/values/money.ts'
import { textIn, type ActFormProps } from '#pages/desk'
import { queryOptionsFor, useCommand } from '#web/api.ts'
import { Message } from '#web/components/Message.tsx'
import { Refusal } from '#web/components/Refusal.tsx'
import { useKeys } from '#web/keys/useKeys.tsx'
import { useLabels, useText } from '#web/language.ts'
import type { PlanCreditors } from '../../payouts/case-contract.ts'
import type { SharingMethod } from '../../payouts/rules/plan-shares.ts'
import { AmountInput } from '../AmountInput.tsx'
import { creditorsReading, drawPlan } from '../api.ts'
import { blankShare, claimsOf, missingIn, previewOf, type DraftShare, type Rank } from './draft-plan.ts'
import { DraftTable } from './DraftTable.tsx'
import { methodLabels, planLabels } from './plan-labels.ts'

const labels = {
  ...planLabels,
  addCost: label('加一项费用', 'Add a cost'),
  addFee: label('加执行费', 'Add the fee'),
  addCreditor: label('加债权人', 'Add a creditor'),
  method: label('同一顺位不够分时', 'Where a rank cannot be paid in full'),
  free: label('可分配', 'Free'),
  given: label('分出', 'Given'),
  later: label('先不办', 'Not now'),
  nobody: label('请加债权人。', 'Add a creditor.'),
  name: label('有一行没有写债权人。', 'A line has no creditor.'),
  basisMissing: label('有一行没有写依据：判决、票据或者登记。', 'A line has no basis.'),
  amount: label('有一行没有写债权金额。', 'A line has no sum.'),
  noFund: label('请写分配款，不能超过可分配金额。', 'State the fund, at most what is free.'),
  done: label('方案已作成，请逐人送达', 'The plan is drawn; serve it on everybody'),
}
const courtItself = '本院'

/** The applicant of the case and those of the debtor's other open cases, as the register has them. */
const knownShares = ({ creditors }: z.output<typeof PlanCreditors>): readonly DraftShare[] =>
  creditors.map(({ creditor, partyId, ownCaseNumber, claimFen }, key) => ({
    ...blankShare([], 'ordinary'),
    key,
    creditor,
    partyId,
    ownCaseNumber,
    basis: ownCaseNumber,
    claimFen: claimFen !== null && claimFen > 0n ? claimFen : null,
  }))

/** 制作分配方案: who takes part and by which rank; what everybody gets is seen to the fen while it is written. */
export function DrawPlanForm({ input, onDone, onCancel }: ActFormProps) {
  const caseId = textIn(input, 'caseId')
  const t = useLabels(labels)
  const text = useText()
  const { data: known } = useSuspenseQuery(queryOptionsFor(creditorsReading, { caseId }))
  const [shares, setShares] = useState(() => knownShares(known))
  const [fundFen, setFund] = useState<bigint | null>(known.freeFen)
  const [method, setMethod] = useState<SharingMethod>('proportional')
  const [missing, setMissing] = useState<string>()
  const { mutate, error, isPending, reset } = useCommand(drawPlan)
  const preview = previewOf(fundFen ?? 0n, shares, method)
  const touched = () => {
    setMissing(undefined)
    reset()
  }
  const change = (key: number, to: Partial<DraftShare>) => {
    touched()
    setShares(shares.map((share) => (share.key === key ? { ...share, ...to } : share)))
  }
  const add = (rank: Rank, more: Partial<DraftShare> = {}) => {
    touched()
    setShares([...shares, { ...blankShare(shares, rank), ...more }])
  }
  const wrong = (): string | undefined => {
    const found = missingIn(shares)
    if (found !== undefined) return { nobody: t.nobody, name: t.name, basis: t.basisMissing, amount: t.amount }[found]
    return fundFen === null || fundFen <= 0n || fundFen > known.freeFen ? t.noFund : undefined
  }
  const send = (event?: FormEvent) => {
    event?.preventDefault()
    const found = wrong()
    setMissing(found)
    if (found !== undefined || isPending) return
    const given = drawPlan.input.parse({ caseId, fundFen: String(fundFen), method, claims: claimsOf(shares) })
    mutate({ input: given }, { onSuccess: () => onDone(t.done) })
  }
  useKeys('record', [{ keys: 'mod+enter', title: drawPlan.title, run: () => send() }])
  const hasFee = shares.some(({ rank }) => rank === 'fee')
  return (
    <form className="dx-form dx-funds-draw" onSubmit={send} noValidate aria-label={text(drawPlan.title)}>
      {error && <Refusal problem={error} />}
      {missing !== undefined && (
        <Message tone="fault" role="alert">
          {missing}
        </Message>
      )}
      <div className="dx-row dx-funds-fund">
        <span>{t.fund}</span>
        <AmountInput label={t.fund} amountFen={fundFen} onChange={(next) => (touched(), setFund(next))} />
        <span className="dx-t2">
          {t.free} {formatYuan(known.freeFen)} 元
        </span>
        <span className="dx-space" />
        <span className="dx-t2">{t.method}</span>
        <Radio.Group
          aria-label={t.method}
          value={method}
          onChange={({ target }) => (touched(), setMethod(target.value === 'sequence' ? 'sequence' : 'proportional'))}
          options={(['proportional', 'sequence'] as const).map((value) => ({
            value,
            label: text(methodLabels[value]),
          }))}
        />
      </div>
      <DraftTable
        shares={shares}
        awarded={preview.awarded}
        onChange={change}
        onRemove={(key) => (touched(), setShares(shares.filter((share) => share.key !== key)))}
      />
      <div className="dx-row">
        <Button size="small" onClick={() => add('ordinary')}>
          {t.addCreditor}
        </Button>
        <Button size="small" onClick={() => add('cost')}>
          {t.addCost}
        </Button>
        {!hasFee && known.feeFen > 0n && (
          <Button
            size="small"
            onClick={() => add('fee', { creditor: courtItself, basis: t.takeFee, claimFen: known.feeFen })}
          >
            {t.addFee} {formatYuan(known.feeFen)} 元
          </Button>
        )}
        <span className="dx-space" />
        <span role="status">
          {t.fund} {formatYuan(fundFen ?? 0n)} − {t.given} {formatYuan(preview.givenFen)} ={' '}
          <b>
            {t.surplus} {formatYuan(preview.surplusFen)} 元
          </b>
        </span>
      </div>
      <details className="dx-funds-workings">
        <summary>{t.workings}</summary>
        {preview.workings.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </details>
      <div className="dx-form-acts">
        <Button type="primary" htmlType="submit" loading={isPending}>
          {text(drawPlan.title)}
        </Button>
        <Button onClick={onCancel}>{t.later}</Button>
        <kbd>Ctrl Enter</kbd>
      </div>
    </form>
  )
}
