import { ArrowRightOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { Fragment, useEffect, useId, useRef, useState, type FormEvent, type RefObject } from 'react'
import { label } from '#kernel/values/labels.ts'
import { useLabels, useText } from '../language.ts'
import type { CellPlace } from './import-sheet.ts'

type Props = {
  readonly at: CellPlace
  readonly position: number
  readonly count: number
  /** Whoever works through the cells finds the next one's field in hand; a page that just opened takes no focus. */
  readonly takesFocus: RefObject<boolean>
  readonly onFix: (value: string) => void
}

/** The cell in hand: what the file says, what is wrong, a value to correct it. */
export function ImportFix({ at: { row, column, cell, fault }, position, count, takesFocus, onFix }: Props) {
  const text = useText()
  const id = useId()
  const [value, setValue] = useState(fault.likely ?? cell.text)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (takesFocus.current) form.current?.querySelector('input')?.select()
  }, [takesFocus])
  const t = useLabels({
    where: label(`第${row.row}行 ${text(column.title)}`, `Row ${row.row}, ${text(column.title)}`),
    position: label(`有误第${position}处，共${count}处`, `${position} of ${count}`),
    raw: label('原文', 'In the file'),
    to: label('改为', 'Correct to'),
    fix: label('改正', 'Correct'),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onFix(value)
  }
  return (
    <section className="dx-fix">
      <h2>
        {t.where}
        <span>{t.position}</span>
      </h2>
      <p>
        {t.raw} <span className="dx-raw">{cell.text}</span>
      </p>
      <p style={{ marginTop: 6 }}>{fault.long}</p>
      <form onSubmit={submit} ref={form}>
        <label htmlFor={id}>{t.to}</label>
        <div className="dx-row">
          <Input id={id} value={value} onChange={({ target }) => setValue(target.value)} />
          <Button htmlType="submit">{t.fix}</Button>
        </div>
      </form>
    </section>
  )
}

type AlikeProps = { readonly group: readonly [CellPlace, ...CellPlace[]]; readonly onFix: () => void }

/** One button for all cells alike, with before and after of the first three. */
export function ImportAlike({ group, onFix }: AlikeProps) {
  const t = useLabels({
    title: label(`同类 ${group.length}处`, `${group.length} alike`),
    fix: label(`改正${group.length}处同类`, `Correct all ${group.length}`),
  })
  return (
    <section className="dx-fix">
      <h2>
        {t.title}
        <span>{group[0].fault.short}</span>
      </h2>
      <div className="dx-alike">
        {group.slice(0, 3).map(({ row, cell, fault }) => (
          <Fragment key={row.row}>
            <del>{cell.text}</del>
            <ArrowRightOutlined aria-hidden />
            <b style={{ fontWeight: 400 }}>{fault.likely}</b>
          </Fragment>
        ))}
      </div>
      <Button onClick={onFix}>{t.fix}</Button>
    </section>
  )
}
