import { CheckOutlined, CopyOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { label } from '#kernel/values/labels.ts'
import { useLabels } from '../language.ts'
import './marks.css'

const labels = { copy: label('复制案号', 'Copy the case number'), copied: label('已复制', 'Copied') }

type Props = {
  /** With full-width brackets: （2024）川1123执655号. */
  readonly number: string
  readonly href?: string | undefined
  readonly copy?: boolean
  /** Parties and handler, for the tooltip. */
  readonly title?: string | undefined
  /** Off where the number does not begin a column. */
  readonly hang?: boolean
}

/** Never broken inside; a click opens the case, Shift Enter in a new tab, copying gives plain text. */
export function CaseNumber({ number, href, copy = false, title, hang = true }: Props) {
  const className = hang ? 'dx-number dx-hang' : 'dx-number'
  return (
    <>
      {href ? (
        <Link to={href} className={className} title={title}>
          {number}
        </Link>
      ) : (
        <span className={className} title={title}>
          {number}
        </span>
      )}
      {copy && <CopyButton text={number} />}
    </>
  )
}

function CopyButton({ text }: { readonly text: string }) {
  const t = useLabels(labels)
  const [done, setDone] = useState(false)
  const copy = async () => {
    await copyText(text)
    setDone(true)
    setTimeout(() => setDone(false), 2000)
  }
  return (
    <button
      type="button"
      className="dx-icon-button"
      aria-label={done ? t.copied : t.copy}
      title={t.copy}
      onClick={() => void copy()}
    >
      {done ? <CheckOutlined /> : <CopyOutlined />}
    </button>
  )
}

/** Plain http on a court's own net has no clipboard object; a selected field still copies. */
async function copyText(text: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text)
  const field = document.createElement('textarea')
  field.value = text
  document.body.append(field)
  field.select()
  document.execCommand('copy')
  field.remove()
}
