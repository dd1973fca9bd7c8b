import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react'
import { label } from '#kernel/values/labels.ts'
import { useAnnounce } from '../components/Announcer.tsx'
import { useLabels } from '../language.ts'
import type { Problem } from '../problem.ts'
import { momentText } from '../time.ts'
import { sessionOptions, signIn, type Credentials, type SignedIn } from '../session.ts'

const labels = {
  signIn: label('登录', 'Sign in'),
  notSignedIn: label('没有登录', 'Not signed in'),
  name: label('用户名', 'User name'),
  password: label('密码', 'Password'),
  show: label('显示', 'Show'),
  hide: label('隐藏', 'Hide'),
  code: label('动态口令', 'One-time code'),
  codeHint: label('手机令牌上的 6 位数字，可以粘贴。没有启用的不填。', 'Six digits; leave empty if you have none.'),
  note: label('登录后会显示上次登录的时间和地点。', 'Your last sign-in is shown afterwards.'),
  last: label('上次登录', 'Last sign-in'),
}

type Props = { readonly name?: string; readonly onDone?: (signedIn: SignedIn) => void; readonly heading?: boolean }

/** Name, password, second factor. The same form on its own page and over a page whose session has ended. */
export function SignInForm({ name: known = '', onDone, heading = true }: Props) {
  const t = useLabels(labels)
  const client = useQueryClient()
  const announce = useAnnounce()
  const [filled, setFilled] = useState({ loginName: known, password: '', code: '' })
  const [shown, setShown] = useState(false)
  const summary = useRef<HTMLDivElement>(null)
  const { mutate, error, isPending } = useMutation<Awaited<ReturnType<typeof signIn>>, Problem, Credentials>({
    mutationFn: signIn,
    onSuccess: ({ session, ...signedIn }) => {
      const { lastSignIn } = signedIn
      client.setQueryData(sessionOptions.queryKey, session)
      if (lastSignIn) announce(`${t.last} ${momentText(lastSignIn.at)}${lastSignIn.from ? ` ${lastSignIn.from}` : ''}`)
      onDone?.(signedIn)
    },
  })
  useEffect(() => {
    if (error) summary.current?.focus()
  }, [error])
  const aboutCode = error?.document.pointers.some(({ pointer }) => pointer === '/code') ?? false
  const change =
    (field: keyof typeof filled) =>
    ({ target }: { target: HTMLInputElement }) =>
      setFilled({ ...filled, [field]: target.value })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { code, ...rest } = filled
    mutate({ ...rest, ...(code && { code: code.trim() }) })
  }
  return (
    <form onSubmit={submit} aria-label={t.signIn}>
      {error && (
        <div className="dx-sum" role="alert" ref={summary} tabIndex={-1}>
          <h3>{error.document.title || t.notSignedIn}</h3>
          <p>
            <a href={aboutCode ? '#sign-in-code' : '#sign-in-password'}>{error.document.detail}</a>
          </p>
        </div>
      )}
      {heading && <h2>{t.signIn}</h2>}
      <Field id="sign-in-name" label={t.name}>
        <input
          id="sign-in-name"
          value={filled.loginName}
          onChange={change('loginName')}
          autoComplete="username"
          required
          autoFocus={!known}
        />
      </Field>
      <Field id="sign-in-password" label={t.password} why={aboutCode ? undefined : error?.document.detail}>
        <input
          id="sign-in-password"
          type={shown ? 'text' : 'password'}
          value={filled.password}
          onChange={change('password')}
          autoComplete="current-password"
          required
          autoFocus={Boolean(known)}
        />
        <button type="button" aria-pressed={shown} onClick={() => setShown(!shown)}>
          {shown ? t.hide : t.show}
        </button>
      </Field>
      <Field id="sign-in-code" label={t.code} hint={t.codeHint} why={aboutCode ? error?.document.detail : undefined}>
        <input
          id="sign-in-code"
          value={filled.code}
          onChange={change('code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={6}
          aria-describedby="sign-in-code-hint"
        />
      </Field>
      <Button type="primary" size="large" block htmlType="submit" loading={isPending}>
        {t.signIn}
      </Button>
      {heading && <p className="dx-signin-note">{t.note}</p>}
    </form>
  )
}

type FieldProps = {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly why?: string | undefined
  readonly children: ReactNode
}

function Field({ id, label: title, hint, why, children }: FieldProps) {
  return (
    <div className={`dx-field ${why ? 'dx-wrong' : ''}`}>
      <label htmlFor={id}>{title}</label>
      {hint && (
        <p className="dx-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {why && <p className="dx-why">{why}</p>}
      <div className="dx-big">{children}</div>
    </div>
  )
}
