import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState, useSyncExternalStore, type FormEvent } from 'react'
import { label } from '#kernel/values/labels.ts'
import { newId } from '#kernel/values/ids.ts'
import { Dialog } from '../components/Dialog.tsx'
import { Message } from '../components/Message.tsx'
import { call, proofGate } from '../http.ts'
import { useLabels } from '../language.ts'
import type { Problem } from '../problem.ts'
import '../pages/sign-in.css'

const labels = {
  title: label('再次验证身份', 'Prove your identity again'),
  why: label(
    '这一步需要重新验证密码，十分钟内有效。',
    'This act asks for your password again; it holds for ten minutes.',
  ),
  password: label('密码', 'Password'),
  code: label('动态口令', 'One-time code'),
  verify: label('验证', 'Verify'),
  cancel: label('先不办', 'Not now'),
}

/** Asked over the page when a sensitive act needs it; the act then goes on by itself. */
export function ProveAgain() {
  const shut = useSyncExternalStore(proofGate.subscribe, proofGate.isShut)
  return shut ? <Proof /> : null
}

function Proof() {
  const t = useLabels(labels)
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const { mutate, error, isPending } = useMutation<unknown, Problem>({
    mutationFn: () =>
      call('/api/commands/identity.prove-again', {
        method: 'POST',
        body: { ...(password && { password }), ...(code && { code: code.trim() }) },
        headers: { 'idempotency-key': newId() },
        passGate: true,
      }),
    onSuccess: () => proofGate.open(),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    mutate()
  }
  return (
    <Dialog title={t.title} width={420} onClose={() => proofGate.open(false)}>
      <form onSubmit={submit}>
        <p className="dx-t2" style={{ marginBottom: 12 }}>
          {t.why}
        </p>
        {error && (
          <Message tone="fault" role="alert">
            {error.document.detail}
          </Message>
        )}
        <div className="dx-field">
          <label htmlFor="proof-password">{t.password}</label>
          <div className="dx-big">
            <input
              id="proof-password"
              type="password"
              autoComplete="current-password"
              autoFocus
              value={password}
              onChange={({ target }) => setPassword(target.value)}
            />
          </div>
        </div>
        <div className="dx-field">
          <label htmlFor="proof-code">{t.code}</label>
          <div className="dx-big">
            <input
              id="proof-code"
              inputMode="numeric"
              autoComplete="one-time-code"
              value={code}
              onChange={({ target }) => setCode(target.value)}
            />
          </div>
        </div>
        <div className="dx-row">
          <Button type="primary" htmlType="submit" loading={isPending}>
            {t.verify}
          </Button>
          <Button onClick={() => proofGate.open(false)}>{t.cancel}</Button>
        </div>
      </form>
    </Dialog>
  )
}
