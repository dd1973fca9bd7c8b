import { useQueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { label } from '#kernel/values/labels.ts'
import { Dialog } from '../components/Dialog.tsx'
import { dropDrafts } from '../drafts.ts'
import { signInGate } from '../http.ts'
import { useLabels } from '../language.ts'
import { useGo } from '../navigation.ts'
import { SignInForm } from '../pages/SignInForm.tsx'
import { sessionOptions, useSession } from '../session.ts'
import '../pages/sign-in.css'

const labels = {
  title: label('登录已过期', 'Your session has ended'),
  kept: label(
    '已填内容都在。登录后接着办，刚才的操作只会办一次。',
    'What you filled in is kept; your act is done once.',
  ),
}

/** Over the page, whose forms stay as they are. What was under way goes on after signing in. */
export function SignInAgain() {
  const t = useLabels(labels)
  const client = useQueryClient()
  const go = useGo()
  const { actor } = useSession()
  const shut = useSyncExternalStore(signInGate.subscribe, signInGate.isShut)
  if (!shut) return null
  // What one person had begun is not finished in the name of another.
  const goOn = () => {
    const session = client.getQueryData(sessionOptions.queryKey)
    if (session?.actor.id === actor.id) return signInGate.open()
    signInGate.open(false)
    dropDrafts()
    client.clear()
    client.setQueryData(sessionOptions.queryKey, session)
    go('/')
  }
  return (
    <Dialog title={t.title} width={420}>
      <p className="dx-t2" style={{ marginBottom: 16 }}>
        {t.kept}
      </p>
      <SignInForm heading={false} onDone={goOn} />
    </Dialog>
  )
}
