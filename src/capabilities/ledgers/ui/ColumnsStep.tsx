import { Button, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { label } from '#kernel/values/labels.ts'
import { useCommand } from '#web/api.ts'
import { CommandButton } from '#web/components/CommandButton.tsx'
import type { Column } from '#web/components/columns.ts'
import { Message } from '#web/components/Message.tsx'
import { PlainTable } from '#web/components/PlainTable.tsx'
import { Refusal } from '#web/components/Refusal.tsx'
import { useLabels } from '#web/language.ts'
import { useGo } from '#web/navigation.ts'
import type { PlannedColumn, SheetChoice } from '../contract.ts'
import { dropImport, prepareImport } from './api.ts'
import { labels } from './labels.ts'
import { figure, WizardHead } from './WizardHead.tsx'
import type { Wizard } from './WizardPage.tsx'

/** Second step: what the sheet is, where its head stands, which column is which. What a person says is remembered. */
export function ColumnsStep({ state, plan, sheet, turn, sheets }: Wizard) {
  const t = useLabels(labels)
  const go = useGo()
  const { mutate, error, isPending } = useCommand(prepareImport)
  const choose = (choice: SheetChoice) => {
    mutate({ input: { importId: state.importId, sheet: sheet.sheet, choice: { ...sheet.choice, ...choice } } })
  }
  const ledger = plan.kinds.find(({ kind }) => kind === sheet.kind)
  const titleOf = (field: string) => ledger?.columns.find((column) => column.field === field)?.title ?? field
  return (
    <div className="dx-import-page">
      <WizardHead
        count={`${state.fileName}　${figure(sheet.rowCount)}行`}
        now={1}
        sheets={sheets}
        extra={sheet.above.slice(0, 2).map((line) => (
          <span key={line}>{line.slice(0, 40)}</span>
        ))}
        actions={
          <>
            <CommandButton
              contract={dropImport}
              input={{ importId: state.importId }}
              confirm="放弃这份草稿？已改正的内容不再保留。"
              onDone={() => go('/import')}
            />
            <Button
              type="primary"
              disabled={sheet.kind === null || sheet.missing.length > 0}
              loading={isPending}
              onClick={() => turn('check')}
            >
              {t.toCheck}
            </Button>
          </>
        }
      />
      <div className="dx-import-told">
        {sheet.sameAs !== null && (
          <Message tone="info" role="status">
            与第{sheet.sameAs}批是同一个文件。再导入不会重复，只会补上此后的差异。
          </Message>
        )}
        {sheet.kind === null && (
          <Message tone="fault" role="alert">
            认不出是哪种台账。请在下面选台账种类，再按列名逐一对应。
          </Message>
        )}
        {sheet.missing.length > 0 && (
          <Message tone="fault" role="alert">
            缺少必需的列：{sheet.missing.map(titleOf).join('、')}。请在下面指出它是哪一列，或在原表补上后再选文件。
          </Message>
        )}
        {error && <Refusal problem={error} />}
        <SheetForm key={JSON.stringify([sheet.kind, sheet.headLast, sheet.period])} {...{ plan, sheet, choose }} />
      </div>
      <div className="dx-tw">
        <PlainTable
          caption={t.columns}
          columns={matching(t, ledger?.columns ?? [], sheet.columns, (key, field) =>
            choose({ fields: { ...sheet.choice.fields, [key]: field } }),
          )}
          rows={sheet.columns}
          rowKey={({ index }) => String(index)}
        />
      </div>
    </div>
  )
}

type FormProps = Pick<Wizard, 'plan' | 'sheet'> & { readonly choose: (choice: SheetChoice) => void }

/** Kind, head, unit and period of the sheet, each taken over at once. */
function SheetForm({ plan, sheet, choose }: FormProps) {
  const t = useLabels(labels)
  const [from, setFrom] = useState(sheet.period?.from ?? '')
  const [to, setTo] = useState(sheet.period?.to ?? '')
  const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text)
  const given = isDay(from) && isDay(to) && from <= to
  return (
    <div className="dx-import-form">
      <label>
        {t.kind}
        <Select
          aria-label={t.kind}
          value={sheet.kind}
          placeholder={t.notALedger}
          style={{ width: 200 }}
          onChange={(kind) => choose({ kind })}
          options={plan.kinds.map(({ kind, title }) => ({ value: kind, label: title }))}
        />
      </label>
      <label>
        {t.head}
        <InputNumber
          aria-label={t.head}
          min={1}
          max={200}
          defaultValue={sheet.headLast ?? 1}
          style={{ width: 72 }}
          onBlur={({ target }) => {
            const headRow = Number(target.value)
            if (Number.isInteger(headRow) && headRow > 0 && headRow !== sheet.headLast) choose({ headRow })
          }}
        />
      </label>
      <label>
        {t.unit}
        <Select
          aria-label={t.unit}
          value={sheet.unit}
          style={{ width: 96 }}
          onChange={(unit) => choose({ unit })}
          options={[
            { value: 'yuan', label: t.yuan },
            { value: 'ten-thousand-yuan', label: t.tenThousand },
          ]}
        />
      </label>
      <label>
        {t.period}
        <Input
          aria-label={`${t.period} 从`}
          value={from}
          placeholder="2024-01-01"
          style={{ width: 116 }}
          onChange={({ target }) => setFrom(target.value)}
        />
        至
        <Input
          aria-label={`${t.period} 至`}
          value={to}
          placeholder="2024-12-31"
          style={{ width: 116 }}
          onChange={({ target }) => setTo(target.value)}
        />
      </label>
      {given && (from !== sheet.period?.from || to !== sheet.period.to) && (
        <Button onClick={() => choose({ period: { from, to } })}>{t.reread}</Button>
      )}
      {sheet.period === null && <span className="dx-t2">{t.noPeriod}</span>}
    </div>
  )
}

type Texts = { readonly [Key in keyof typeof labels]: string }

function matching(
  t: Texts,
  fields: readonly { readonly field: string; readonly title: string; readonly required: boolean }[],
  columns: readonly PlannedColumn[],
  match: (headingKey: string, field: string | null) => void,
): readonly Column<PlannedColumn>[] {
  const ways = {
    person: t.byPerson,
    heading: t.byHeading,
    likeness: t.byLikeness,
    content: t.byContent,
    none: t.byNone,
  }
  const held = new Set(columns.map(({ field }) => field))
  const options = [
    { value: '', label: t.keepBeside },
    ...fields.map(({ field, title, required }) => ({
      value: field,
      label: `${title}${required ? ' *' : ''}${held.has(field) ? '' : '（未对应）'}`,
    })),
  ]
  return [
    { id: 'heading', title: label(labels.column.zh, labels.column.en), width: 240, cell: ({ heading }) => heading },
    {
      id: 'field',
      title: label(labels.field.zh, labels.field.en),
      width: 240,
      cell: ({ heading, headingKey, field }) => (
        <Select
          aria-label={`${heading} ${t.field}`}
          value={field ?? ''}
          size="small"
          style={{ width: 216 }}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={(next) => match(headingKey, next === '' ? null : next)}
          options={options}
        />
      ),
    },
    {
      id: 'sureness',
      title: label(labels.sureness.zh, labels.sureness.en),
      width: 120,
      cell: ({ by, confidence }) => (by === 'none' ? ways.none : `${ways[by]} ${Math.round(confidence * 100)}%`),
    },
    {
      id: 'samples',
      title: label(labels.samples.zh, labels.samples.en),
      cell: ({ samples }) => <span className="dx-t2">{samples.join('　')}</span>,
    },
  ]
}
