import { useSuspenseQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { Suspense, useState } from 'react'
import { queryOptionsFor } from '#web/api.ts'
import { CommandForm } from '#web/components/CommandForm.tsx'
import type { Control } from '#web/components/FormField.tsx'
import { LoadingState } from '#web/components/LoadingState.tsx'
import { Message } from '#web/components/Message.tsx'
import { PageHead } from '#web/components/PageHead.tsx'
import { PanelBoundary } from '#web/components/PanelBoundary.tsx'
import { useLabels } from '#web/language.ts'
import { useSession } from '#web/session.ts'
import { changePassword, whoAmI } from './api.ts'
import { labels } from './labels.ts'
import { SecondFactor } from './SecondFactor.tsx'
import { SessionList } from './SessionList.tsx'
import '#web/components/panel.css'
import './account.css'

/** One's own account: what it still needs, password, second factor, and where it is signed in. */
export function AccountPage() {
  const t = useLabels(labels)
  const { actor } = useSession()
  return (
    <>
      <PageHead title={t.account} />
      <div className="dx-account">
        <PanelBoundary what={t.account}>
          <Suspense fallback={<LoadingState lines={6} />}>
            <Account />
          </Suspense>
        </PanelBoundary>
      </div>
      <SessionList input={{ staffId: actor.id, openOnly: true }} />
    </>
  )
}

function Account() {
  const t = useLabels(labels)
  const { data } = useSuspenseQuery(queryOptionsFor(whoAmI, {}))
  return (
    <>
      {data.mustChangePassword && <Message tone="due">{t.mustChange}</Message>}
      {data.secondFactor === 'enrol' && <Message tone="due">{t.mustEnrol}</Message>}
      <div className="dx-account-parts">
        <section>
          <h2>{t.who}</h2>
          <dl className="dx-kv">
            <dt>{t.name}</dt>
            <dd>{data.name}</dd>
            <dt>{t.post}</dt>
            <dd>{data.posts.join('、') || '—'}</dd>
            <dt>{t.teams}</dt>
            <dd>{data.teams.map(({ name }) => name).join('、') || '—'}</dd>
          </dl>
        </section>
        <section>
          <h2>{t.secondFactor}</h2>
          <p className="dx-t2">{data.enrolled ? t.bound : t.unbound}</p>
          <SecondFactor enrolled={data.enrolled} />
        </section>
        <section>
          <h2>{t.passwordPart}</h2>
          <Password />
        </section>
      </div>
    </>
  )
}

function Password() {
  const t = useLabels(labels)
  const [changed, setChanged] = useState(false)
  if (changed) {
    return (
      <Message tone="ok" role="status">
        {t.changed}
      </Message>
    )
  }
  return (
    <CommandForm
      contract={changePassword}
      fields={{
        password: { title: labels.password, control: secret('current-password') },
        newPassword: { title: labels.newPassword, hint: labels.passwordHint, control: secret('new-password') },
      }}
      onDone={() => setChanged(true)}
    />
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
