import { EyeInvisibleOutlined, EyeOutlined } from '@ant-design/icons'
import { Button, Popover, Select } from 'antd'
import { useEffect, useState } from 'react'
import { label } from '#kernel/values/labels.ts'
import { useLabels } from '../language.ts'
import { ErrorState } from './ErrorState.tsx'
import './marks.css'

const labels = {
  show: label('显示', 'Show'),
  showLogged: label('显示，留痕', 'Show, logged'),
  hide: label('收起', 'Hide'),
  question: label('查看完整内容？本次用途会留痕。', 'See it in full? The purpose is logged.'),
  purpose: label('用途', 'Purpose'),
  look: label('查看', 'Look'),
}

type Props = {
  /** 511…4021 */
  readonly masked: string
  /** What it is, for the button's name: 证件号. */
  readonly what: string
  readonly purposes: readonly string[]
  /** Gives the whole value for a purpose, which the server logs. Without it the person may not unmask. */
  readonly reveal?: ((purpose: string) => Promise<string>) | undefined
}

const hiddenAgainAfter = 60_000

/** Shows that it is masked. Unmasking asks a purpose, is logged, and ends by itself after a minute. */
export function MaskedField({ masked, what, purposes, reveal }: Props) {
  const t = useLabels(labels)
  const [whole, setWhole] = useState<string>()
  useEffect(() => {
    if (whole === undefined) return undefined
    const timer = setTimeout(() => setWhole(undefined), hiddenAgainAfter)
    return () => clearTimeout(timer)
  }, [whole])
  if (whole !== undefined)
    return (
      <span className="dx-masked">
        {whole}
        <Button type="link" size="small" icon={<EyeOutlined />} onClick={() => setWhole(undefined)}>
          {t.hide}
        </Button>
      </span>
    )
  return (
    <span className="dx-masked">
      {masked}
      {reveal ? (
        <RevealButton what={what} purposes={purposes} reveal={reveal} onShown={setWhole} />
      ) : (
        <EyeInvisibleOutlined className="dx-t3" aria-hidden />
      )}
    </span>
  )
}

type RevealProps = Pick<Props, 'what' | 'purposes'> & {
  readonly reveal: (purpose: string) => Promise<string>
  readonly onShown: (whole: string) => void
}

function RevealButton({ what, purposes, reveal, onShown }: RevealProps) {
  const t = useLabels(labels)
  const [purpose, setPurpose] = useState(purposes[0] ?? '')
  const [error, setError] = useState<unknown>()
  const look = () => reveal(purpose).then(onShown, setError)
  const question = (
    <div style={{ width: 300 }}>
      <p>{t.question}</p>
      <div className="dx-row" style={{ marginTop: 8 }}>
        <Select
          size="small"
          aria-label={t.purpose}
          value={purpose}
          onChange={setPurpose}
          style={{ flex: 1 }}
          options={purposes.map((value) => ({ value, label: value }))}
        />
        <Button size="small" type="primary" onClick={() => void look()}>
          {t.look}
        </Button>
      </div>
      {error !== undefined && <ErrorState error={error} />}
    </div>
  )
  return (
    <Popover trigger="click" content={question}>
      <Button type="link" size="small" icon={<EyeInvisibleOutlined />} aria-label={`${t.showLogged}：${what}`}>
        {t.show}
      </Button>
    </Popover>
  )
}
