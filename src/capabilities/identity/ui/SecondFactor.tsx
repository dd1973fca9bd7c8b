import { useState } from 'react'
import { CommandButton } from '#web/components/CommandButton.tsx'
import { CommandForm } from '#web/components/CommandForm.tsx'
import { Message } from '#web/components/Message.tsx'
import { useLabels } from '#web/language.ts'
import { beginSecondFactor, confirmSecondFactor } from './api.ts'
import { labels } from './labels.ts'

type Secret = { readonly secret: string; readonly address: string }

/** A secret for the authenticator app, then a first code that shows the app holds it. */
export function SecondFactor({ enrolled }: { readonly enrolled: boolean }) {
  const t = useLabels(labels)
  const [fresh, setFresh] = useState<Secret>()
  const [done, setDone] = useState(false)
  if (done) {
    return (
      <Message tone="ok" role="status">
        {t.sixDigits}
      </Message>
    )
  }
  if (!fresh) {
    const confirm = enrolled ? '换一个密钥？确认新密钥之前，原来的仍然有效。' : undefined
    return (
      <CommandButton
        contract={beginSecondFactor}
        input={{}}
        confirm={confirm}
        onDone={({ answer }) => setFresh(answer)}
      />
    )
  }
  return (
    <>
      <p>{t.howTo}</p>
      <p>
        {t.secret}{' '}
        <code style={{ fontSize: 16, userSelect: 'all' }}>{fresh.secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</code>　
        <a href={fresh.address} style={{ textDecoration: 'underline' }}>
          {t.openApp}
        </a>
      </p>
      <CommandForm
        contract={confirmSecondFactor}
        fields={{ code: { title: labels.code } }}
        onDone={() => setDone(true)}
        onCancel={() => setFresh(undefined)}
      />
    </>
  )
}
