import { useSuspenseQuery } from '@tanstack/react-query'
import { Button, Input, Modal } from 'antd'
import { Suspense, useState } from 'react'
import { label } from '#kernel/values/labels.ts'
import { queryOptionsFor } from '#web/api.ts'
import type { Column } from '#web/components/columns.ts'
import { CommandForm } from '#web/components/CommandForm.tsx'
import type { FieldKind } from '#web/components/form-fields.ts'
import type { Control } from '#web/components/FormField.tsx'
import { PageHead } from '#web/components/PageHead.tsx'
import { LoadingState } from '#web/components/LoadingState.tsx'
import { PanelBoundary } from '#web/components/PanelBoundary.tsx'
import { PlainTable } from '#web/components/PlainTable.tsx'
import { useLabels } from '#web/language.ts'
import { useMay } from '#web/session.ts'
import { momentText } from '#web/time.ts'
import type { SettingRow } from '../contract.ts'
import { setSetting, settings } from './api.ts'
import { labels } from './labels.ts'

/** What the court sets for itself: the value in force, its author and its date. */
export function SettingsPage() {
  const t = useLabels(labels)
  return (
    <>
      <PageHead title={t.settings} />
      <div role="region" aria-label={t.settings} tabIndex={0} style={{ overflow: 'auto', minHeight: 0 }}>
        <PanelBoundary what={t.settings}>
          <Suspense fallback={<LoadingState lines={8} />}>
            <SettingTable />
          </Suspense>
        </PanelBoundary>
      </div>
    </>
  )
}

function SettingTable() {
  const t = useLabels(labels)
  const maySet = useMay()('operations.set')
  const [editing, edit] = useState<SettingRow>()
  const { data } = useSuspenseQuery(queryOptionsFor(settings, {}))
  const words = (value: SettingRow['value']): string => {
    if (typeof value === 'boolean') return value ? t.yes : t.no
    if (value === null || value === '') return '—'
    return typeof value === 'object' ? `${Object.keys(value).length} 项` : String(value)
  }
  const columns: readonly Column<SettingRow>[] = [
    { id: 'title', title: label('参数', 'Setting'), width: 280, cell: ({ titleZh }) => titleZh },
    { id: 'value', title: label('现值', 'Value'), width: 160, cell: ({ value }) => <b>{words(value)}</b> },
    { id: 'hint', title: label('作用', 'What it does'), cell: ({ hintZh }) => hintZh },
    {
      id: 'by',
      title: label('谁定的', 'Set by'),
      width: 240,
      cell: ({ setBy, setAt }) => (setBy === null ? t.shipped : `${setBy}　${setAt === null ? '' : momentText(setAt)}`),
    },
    {
      id: 'act',
      title: label('操作', 'Act'),
      width: 96,
      cell: (row) =>
        maySet && row.mayBeSet ? (
          <Button size="small" onClick={() => edit(row)}>
            {t.change}
          </Button>
        ) : null,
    },
  ]
  return (
    <>
      <PlainTable caption={t.settings} columns={columns} rows={data} rowKey={({ key }) => key} />
      <Modal
        open={editing !== undefined}
        footer={null}
        destroyOnHidden
        onCancel={() => edit(undefined)}
        title={editing?.titleZh}
      >
        {editing && <SettingForm row={editing} onDone={() => edit(undefined)} />}
      </Modal>
    </>
  )
}

function SettingForm({ row, onDone }: { readonly row: SettingRow; readonly onDone: () => void }) {
  const { key, value, titleZh, titleEn, hintZh, hintEn, schema } = row
  const field = { title: label(titleZh, titleEn), hint: label(hintZh, hintEn) }
  const isList = typeof value === 'object' && value !== null
  return (
    <CommandForm
      contract={setSetting}
      initial={{ key, value }}
      fields={{
        value: isList
          ? { ...field, control: (control) => <JsonField {...control} /> }
          : { ...field, kind: kindOf(schema['type']) },
        reason: { title: labels.reason, hint: labels.reasonHint },
      }}
      onDone={onDone}
      onCancel={onDone}
    />
  )
}

/** A value of several parts, as the text it is stored in. What is not yet whole is kept as typed and refused. */
function JsonField({ id, value, onChange, describedBy }: Control) {
  const [typed, setTyped] = useState(() => JSON.stringify(value, null, 2))
  const change = (text: string) => {
    setTyped(text)
    onChange(parsedOr(text))
  }
  return (
    <Input.TextArea
      id={id}
      rows={12}
      spellCheck={false}
      value={typed}
      aria-describedby={describedBy}
      onChange={({ target }) => change(target.value)}
    />
  )
}

function parsedOr(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

const kindOf = (type: unknown): FieldKind =>
  type === 'integer' || type === 'number' ? 'number' : type === 'boolean' ? 'flag' : 'text'
