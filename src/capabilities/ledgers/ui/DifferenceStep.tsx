import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { queryOptionsFor } from '#web/api.ts'
import { CommandButton } from '#web/components/CommandButton.tsx'
import { ErrorState } from '#web/components/ErrorState.tsx'
import { Figures } from '#web/components/Figures.tsx'
import { LoadingState } from '#web/components/LoadingState.tsx'
import { Message } from '#web/components/Message.tsx'
import { useLabels } from '#web/language.ts'
import type { Preview } from '../contract.ts'
import { previewReading, startImport } from './api.ts'
import { Differences } from './Differences.tsx'
import { labels } from './labels.ts'
import { figure, WizardHead } from './WizardHead.tsx'
import type { Wizard } from './WizardPage.tsx'

/** Fourth step: what will be new, what will change field by field, what stays because a person typed it. */
export function DifferenceStep({ state, sheet, turn, sheets }: Wizard) {
  const t = useLabels(labels)
  const input = { importId: state.importId, sheet: sheet.sheet, view: 'bad' as const, context: false, after: 0 }
  const { data, error, refetch } = useQuery(queryOptionsFor(previewReading, input))
  return (
    <div className="dx-import-page">
      <WizardHead
        count={`${state.fileName}　${figure(data?.views.all ?? sheet.rowCount)}行`}
        now={3}
        sheets={sheets}
        extra={<span>{t.nothingDeleted}</span>}
        actions={
          <>
            <Button onClick={() => turn('check')}>{t.toCheck}</Button>
            <CommandButton primary contract={startImport} input={{ importId: state.importId }} />
          </>
        }
      />
      <div className="dx-import-scroll">
        {error ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : data === undefined ? (
          <LoadingState lines={8} />
        ) : (
          <WhatChanges preview={data} />
        )}
      </div>
    </div>
  )
}

function WhatChanges({ preview }: { readonly preview: Preview }) {
  const t = useLabels(labels)
  const { created, changed, same, conflicts, setAside } = preview.counts
  const fields = preview.changedFields.map(({ title, count }) => `${title} ${figure(count)}`).join('、')
  return (
    <>
      <Figures
        figures={[
          { title: t.created, value: figure(created) },
          { title: t.changed, value: figure(changed) },
          { title: t.same, value: figure(same) },
          { title: t.conflicts, value: figure(conflicts) },
          { title: t.waiting, value: figure(setAside) },
        ]}
      />
      {fields !== '' && <p className="dx-t2">变更的项目：{fields}</p>}
      {conflicts > 0 && (
        <Message tone="info" role="status">
          {figure(conflicts)}条与人工填写的内容不同：只列出，不覆盖。
        </Message>
      )}
      {setAside > 0 && (
        <Message tone="info" role="status">
          {figure(setAside)}行仍有误，这次不导入，留在本批里待更正。
        </Message>
      )}
      {preview.differences.length > 0 && (
        <p className="dx-t2">以下逐格列出前{figure(preview.differences.length)}条；证件号码和电话遮掩显示。</p>
      )}
      <Differences rows={preview.differences} />
    </>
  )
}
