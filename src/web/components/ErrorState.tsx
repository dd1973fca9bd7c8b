import { Button } from 'antd'
import { label } from '#kernel/values/labels.ts'
import { shellLabels } from '../labels.ts'
import { useLabels } from '../language.ts'
import { asProblem } from '../problem.ts'
import { Message } from './Message.tsx'
import { NoPermissionState } from './NoPermissionState.tsx'

const labels = { ...shellLabels, rest: label('其他内容不受影响。', 'The rest of the page is not affected.') }

type Props = {
  readonly error: unknown
  readonly what?: string | undefined
  readonly onRetry?: (() => void) | undefined
}

/** What failed, its trace number and 重试; the other panels stay alive. */
export function ErrorState({ error, what, onRetry }: Props) {
  const t = useLabels(labels)
  const { document } = asProblem(error)
  if (document.status === 403) return <NoPermissionState problem={document} />
  return (
    <div className="dx-state-inline">
      <Message tone="fault" role="alert">
        <p>{what ? `${what}没有读出来，${t.rest}` : document.detail}</p>
        <p className="dx-row dx-13 dx-t2">
          {document.trace && (
            <span>
              {t.trace} {document.trace}
            </span>
          )}
          {onRetry && (
            <Button type="link" size="small" style={{ padding: 0 }} onClick={onRetry}>
              {t.retry}
            </Button>
          )}
        </p>
      </Message>
    </div>
  )
}
