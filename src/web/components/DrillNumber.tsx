import { Link } from '@tanstack/react-router'
import { label } from '#kernel/values/labels.ts'
import { useLabels } from '../language.ts'
import './marks.css'

const labels = {
  imported: label('导入的数字', 'Imported figure'),
  empty: label('没有可算的基数', 'Nothing to reckon from'),
}

type Props = {
  /** As printed by the server, rounding included; `null` where the base is empty. */
  readonly value: string | null
  /** 件 人 人次 条 批 期 天 %. Always shown. */
  readonly unit: string
  /** The list whose total equals the figure. */
  readonly href?: string | undefined
  /** An imported figure opens its source instead and carries a hollow mark. */
  readonly source?: { readonly href?: string | undefined; readonly text: string } | undefined
  readonly why?: string | undefined
}

/** A figure that opens its records. An empty base is —, never 0 % or 100 %. */
export function DrillNumber({ value, unit, href, source, why }: Props) {
  const t = useLabels(labels)
  if (value === null)
    return (
      <span className="dx-t3" title={why ?? t.empty}>
        —
      </span>
    )
  const figure = (
    <>
      {value}
      <small>{unit}</small>
    </>
  )
  const target = source?.href ?? href
  return (
    <>
      {source && (
        <i
          className="dx-hollow"
          role="img"
          aria-label={`${t.imported}：${source.text}`}
          title={`${t.imported}：${source.text}`}
        />
      )}
      {target ? (
        <Link to={target} className="dx-drill">
          {figure}
        </Link>
      ) : (
        <span className="dx-drill">{figure}</span>
      )}
    </>
  )
}
