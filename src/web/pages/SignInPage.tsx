import { QuestionCircleOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { label } from '#kernel/values/labels.ts'
import { usePages } from '../frame/FramePages.tsx'
import { shellLabels } from '../labels.ts'
import { useLabels } from '../language.ts'
import { courtNameOptions, type SignedIn } from '../session.ts'
import { SignInForm } from './SignInForm.tsx'
import './sign-in.css'

const labels = {
  ...shellLabels,
  platform: label('执行工作平台', 'Enforcement platform'),
  promise: label(
    '本系统在法院专网内运行。每次查看和办理都有记录，可以核对，不能改动。',
    'Every look and every act here is recorded and cannot be altered.',
  ),
  stuck: label('不会登录', 'Cannot sign in'),
  stuckWhom: label('本院综合保障岗', 'The support post of the court'),
  locked: label('账户锁定', 'Account locked'),
  lockedWhom: label('安全管理员，核对本人后可以提前解开', 'The security administrator'),
  own: label('账户不借给他人', 'An account is never lent'),
}

/** U16: paste and password managers work, no picture puzzles. */
export function SignInPage() {
  const t = useLabels(labels)
  const navigate = useNavigate()
  const ownAccount = usePages().find(({ path }) => path === '/account')
  const court = useCourtName()
  return (
    <div className="dx-signin">
      <header className="dx-bar">
        <span className="dx-brand">
          <span className="dx-badge" aria-hidden>
            徽
          </span>
          {court && <b>{court}</b>}
          <span className={court ? 'dx-product' : ''}>{t.product}</span>
        </span>
        <span className="dx-space" />
        <span className="dx-tools">
          <span>
            <QuestionCircleOutlined aria-hidden />
            {t.help}：{t.stuckWhom}
          </span>
        </span>
      </header>
      <main className="dx-signin-main" id="main">
        <section className="dx-signin-who">
          <h1>{t.platform}</h1>
          <p>{t.promise}</p>
          <dl>
            <dt>{t.stuck}</dt>
            <dd>{t.stuckWhom}</dd>
            <dt>{t.locked}</dt>
            <dd>{t.lockedWhom}</dd>
          </dl>
        </section>
        <section className="dx-signin-form">
          <SignInForm
            onDone={(signedIn) => mustSettle(signedIn) && ownAccount && void navigate({ to: ownAccount.path })}
          />
        </section>
      </main>
      <footer className="dx-foot">
        <span className="dx-space" />
        <span>{t.own}</span>
      </footer>
    </div>
  )
}

/** A first password is changed, and a second factor set up, before anything else. */
const mustSettle = ({ mustChangePassword, secondFactor }: SignedIn): boolean =>
  mustChangePassword || secondFactor === 'enrol'

const useCourtName = (): string | undefined => useQuery(courtNameOptions).data
