import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { label } from '#kernel/values/labels.ts'
import { queryOptionsFor } from '#web/api.ts'
import { CommandButton } from '#web/components/CommandButton.tsx'
import { CommandForm } from '#web/components/CommandForm.tsx'
import { useText } from '#web/language.ts'
import { useMay, useSession } from '#web/session.ts'
import type { PersonCard } from '../contract.ts'
import { deactivate, dropSecondFactor, giveLogin, givePost, posts, resetPassword, unlock } from './api.ts'
import { labels } from './labels.ts'

type Props = { readonly person: PersonCard; readonly onPassword: (password: string) => void }
type Form = 'give-post' | 'give-login' | 'deactivate' | 'drop-second-factor'

/** What this reader may do with this person: two administrators see two halves of it. */
export function PersonActs({ person, onPassword }: Props) {
  const may = useMay()
  const [form, setForm] = useState<Form>()
  const { staffId, version, loginName, activeUntil } = person
  if (activeUntil !== null) return null
  const people = may('identity.manage-people')
  const rights = may('identity.manage-rights')
  const close = () => setForm(undefined)
  return (
    <section>
      <div className="dx-row" style={{ flexWrap: 'wrap' }}>
        {rights && <Opener title={givePost.title} onOpen={() => setForm('give-post')} primary />}
        {people && loginName === null && (
          <Opener title={giveLogin.title} onOpen={() => setForm('give-login')} primary />
        )}
        {people && loginName !== null && (
          <CommandButton
            contract={resetPassword}
            input={{ staffId }}
            version={version}
            confirm={`重置 ${person.name} 的密码？原密码随即作废，各处登录结束。`}
            onDone={({ answer }) => onPassword(answer.temporaryPassword)}
          />
        )}
        {rights && loginName !== null && <CommandButton contract={unlock} input={{ staffId }} />}
        {rights && person.secondFactorSince !== null && (
          <Opener title={dropSecondFactor.title} onOpen={() => setForm('drop-second-factor')} />
        )}
        {people && <Opener title={deactivate.title} onOpen={() => setForm('deactivate')} />}
      </div>
      {form === 'give-post' && <GivePost person={person} onDone={close} />}
      {form === 'give-login' && (
        <CommandForm
          contract={giveLogin}
          version={version}
          initial={{ staffId }}
          fields={{ loginName: { title: labels.login } }}
          onDone={({ answer }) => {
            close()
            onPassword(answer.temporaryPassword)
          }}
          onCancel={close}
        />
      )}
      {form === 'deactivate' && (
        <CommandForm
          contract={deactivate}
          version={version}
          initial={{ staffId }}
          fields={{ reason: { title: labels.reason, hint: labels.reasonHint } }}
          onDone={close}
          onCancel={close}
        />
      )}
      {form === 'drop-second-factor' && (
        <CommandForm
          contract={dropSecondFactor}
          version={version}
          initial={{ staffId }}
          fields={{ reason: { title: labels.reason, hint: labels.reasonHint } }}
          onDone={close}
          onCancel={close}
        />
      )}
    </section>
  )
}

function Opener({
  title,
  onOpen,
  primary = false,
}: {
  readonly title: typeof labels.post
  readonly onOpen: () => void
  readonly primary?: boolean
}) {
  const text = useText()
  return (
    <Button type={primary ? 'primary' : 'default'} onClick={onOpen}>
      {text(title)}
    </Button>
  )
}

function GivePost({ person, onDone }: { readonly person: PersonCard; readonly onDone: () => void }) {
  const { today } = useSession()
  const { data = [] } = useQuery(queryOptionsFor(posts, {}))
  return (
    <CommandForm
      contract={givePost}
      version={person.version}
      initial={{ staffId: person.staffId, fromOn: today.toString() }}
      fields={{
        postId: {
          title: labels.post,
          kind: 'choice',
          options: data.map(({ postId, title }) => ({ value: postId, title: label(title, title) })),
        },
        fromOn: { title: labels.from },
        untilOn: { title: labels.until, hint: labels.untilHint },
        inPlaceOf: {
          title: labels.inPlaceOf,
          kind: 'choice',
          options: data.flatMap(({ title, holders }) =>
            holders.map(({ staffId, name }) => ({ value: staffId, title: label(`${name}（${title}）`, name) })),
          ),
        },
        warrant: { title: labels.warrant, hint: labels.warrantHint },
      }}
      onDone={onDone}
      onCancel={onDone}
    />
  )
}
