import { Navigate } from '@tanstack/react-router'
import { EmptyState } from '../components/EmptyState.tsx'
import { PageHead } from '../components/PageHead.tsx'
import { usePages } from '../frame/FramePages.tsx'
import { menuFor } from '../frame/menu.ts'
import { shellLabels } from '../labels.ts'
import { useLabels } from '../language.ts'
import { useSession } from '../session.ts'

/** The first page of this person's menu, which is 今日工作台 for everyone who has one. */
export function IndexPage() {
  const t = useLabels(shellLabels)
  const [first] = menuFor(usePages(), useSession().permissions)
  if (first) return <Navigate to={first.path} replace />
  return (
    <>
      <PageHead title={t.product} />
      <EmptyState title={t.nothingHere} next={t.nothingHereDetail} />
    </>
  )
}
