import { Message } from '#web/components/Message.tsx'
import { useLabels } from '#web/language.ts'
import { labels } from './labels.ts'

/** A temporary password, shown this once. */
export function OncePassword({ password }: { readonly password: string }) {
  const t = useLabels(labels)
  return (
    <Message tone="info" role="status">
      <p>
        {t.once}：<code style={{ fontSize: 16, userSelect: 'all' }}>{password}</code>
      </p>
      <p>{t.onceText}</p>
    </Message>
  )
}
