import { Link } from '@tanstack/react-router'
import { EmptyState } from '../components/EmptyState.tsx'
import { PageHead } from '../components/PageHead.tsx'
import { shellLabels } from '../labels.ts'
import { useLabels } from '../language.ts'

export function NotFoundPage() {
  const t = useLabels(shellLabels)
  return (
    <>
      <PageHead title={t.notFoundTitle} />
      <EmptyState title={t.notFoundTitle} next={t.notFoundDetail} act={<Link to="/">{t.toDesk}</Link>} />
    </>
  )
}
