import { SettingOutlined } from '@ant-design/icons'
import { Button, Checkbox, Popover } from 'antd'
import { label } from '#kernel/values/labels.ts'
import { useLabels, useText } from '../language.ts'
import type { Column } from './columns.ts'
import type { List } from './useList.ts'

const labels = { export: label('导出台账', 'Export'), print: label('打印', 'Print'), columns: label('选列', 'Columns') }

/** 导出台账 and 打印, for the head of the page. */
export function ListTools({
  list,
  title,
}: {
  readonly list: Pick<List<unknown>, 'exportHref'>
  readonly title?: string
}) {
  const t = useLabels(labels)
  return (
    <>
      <Button href={list.exportHref} download>
        {title ?? t.export}
      </Button>
      <Button onClick={() => window.print()}>{t.print}</Button>
    </>
  )
}

type ChooserProps<Row> = {
  readonly columns: readonly Column<Row>[]
  readonly isShown: (column: Column<Row>) => boolean
  readonly show: (id: string, shown: boolean) => void
}

/** Which columns to see; the first stays. */
export function ColumnChooser<Row>({ columns, isShown, show }: ChooserProps<Row>) {
  const t = useLabels(labels)
  const text = useText()
  const choices = columns.map((column, index) => (
    <div key={column.id}>
      <Checkbox
        checked={isShown(column)}
        disabled={index === 0}
        onChange={({ target }) => show(column.id, target.checked)}
      >
        {text(column.title)}
      </Checkbox>
    </div>
  ))
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
          <legend className="dx-hidden">{t.columns}</legend>
          {choices}
        </fieldset>
      }
    >
      <button type="button" className="dx-icon-button" aria-label={t.columns} title={t.columns}>
        <SettingOutlined />
      </button>
    </Popover>
  )
}
