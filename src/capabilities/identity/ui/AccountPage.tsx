import { useSuspenseQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { useState } from 'react'
import { queryOptionsFor } from '#web/api.ts'
import { CommandForm } from '#web/components/CommandForm.tsx'
import type { Control } from '#web/components/FormField.tsx'
import { Message } from '#web/components/Message.tsx'
import { PageHead } from '#web/components/PageHead.tsx'
import { Panel } from '#web/components/Panel.tsx'
import { useLabels } from '#web/language.ts'
import { changePassword, whoAmI } from './api.ts'
import { labels } from './labels.ts'
import { SecondFactor } from './SecondFactor.tsx'
import { SessionList } from './SessionList.tsx'

/** One's own account: what it still needs, password, second factor, and where it is signed in. */
export function AccountPage() {
  const t = useLabels(labels)
  return (
    <>
      <PageHead title={t.account} />
      <Panel title={t.account} lines={6}>
        <Account />
      </Panel>
      <SessionList input={{ openOnly: true }} />
    </>
  )
}

function Account() {
  const t = useLabels(labels)
  const { data } = useSuspenseQuery(queryOptionsFor(whoAmI, {}))
  const [changed, setChanged] = useState(false)
  return (
    <div style={{ padding: '8px 16px 8px 20px' }}>
      {data.mustChangePassword && <Message tone="due">{t.mustChange}</Message>}
      {data.secondFactor === 'enrol' && <Message tone="due">{t.mustEnrol}</Message>}
      <dl className="dx-kv">
        <dt>{t.name}</dt>
        <dd>{data.name}</dd>
        <dt>{t.post}</dt>
        <dd>{data.posts.join('、') || '—'}</dd>
        <dt>{t.teams}</dt>
        <dd>{data.teams.map(({ name }) => name).join('、') || '—'}</dd>
        <dt>{t.secondFactor}</dt>
        <dd>{data.enrolled ? t.bound : t.unbound}</dd>
      </dl>
      <SecondFactor enrolled={data.enrolled} />
      {changed ? (
        <Message tone="ok" role="status">
          {t.changed}
        </Message>
      ) : (
        <CommandForm
          contract={changePassword}
          fields={{
            password: { title: labels.password, control: secret('current-password') },
            newPassword: { title: labels.newPassword, hint: labels.passwordHint, control: secret('new-password') },
          }}
          onDone={() => setChanged(true)}
        />
      )}
    </div>
  )
}

const secret =
  (autoComplete: 'current-password' | 'new-password') =>
  ({ id, value, onChange, describedBy }: Control) => (
    <Input.Password
      id={id}
      style={{ width: 320 }}
      autoComplete={autoComplete}
      aria-describedby={describedBy}
      value={typeof value === 'string' ? value : ''}
      onChange={({ target }) => onChange(target.value)}
    />
  )
