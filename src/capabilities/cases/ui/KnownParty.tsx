import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { label } from '#kernel/values/labels.ts'
import { queryOptionsFor } from '#web/api.ts'
import { Message } from '#web/components/Message.tsx'
import { useLabels } from '#web/language.ts'
import { knownPartiesReading } from './api.ts'
import { chosenFrom, withoutChoice, type Line } from './filing-form.ts'

const labels = {
  onRecord: label('登记中已有同名或同号的当事人：', 'On record under this name or number: '),
  same: label('就是此人', 'This one'),
  chosen: label('已选登记中的当事人', 'Chosen from the register'),
  undo: label('取消选择', 'Undo'),
  noNumber: label('无证件号', 'no identifier'),
  cases: label('件', ' cases'),
} as const

type Props = { readonly line: Line; readonly onFill: (values: Line['values']) => void }

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

/** Who is on record under what has been typed. Nobody is taken for another unless the person who files says so. */
export function KnownParty({ line: { values }, onFill }: Props) {
  const t = useLabels(labels)
  const asked = { name: textOf(values['name']), idNumber: textOf(values['idNumber']) }
  const isChosen = values['partyId'] !== undefined
  const { data } = useQuery({
    ...queryOptionsFor(knownPartiesReading, asked),
    enabled: !isChosen && (asked.name.length > 1 || asked.idNumber.length > 14),
  })
  if (isChosen)
    return (
      <Message tone="info" role="status">
        {t.chosen}　
        <Button type="link" size="small" onClick={() => onFill(withoutChoice(values))}>
          {t.undo}
        </Button>
      </Message>
    )
  if (!data || data.rows.length === 0) return null
  return (
    <Message tone="info" role="status">
      {t.onRecord}
      {data.rows.map((party) => (
        <span key={party.partyId} className="dx-case-known">
          {party.name} {party.idMasked ?? t.noNumber}（{party.cases}
          {t.cases}）
          <Button type="link" size="small" onClick={() => onFill(chosenFrom(values, party))}>
            {t.same}
          </Button>
        </span>
      ))}
    </Message>
  )
}
