import { useQuery } from '@tanstack/react-query'
import { ErrorState } from '../components/ErrorState.tsx'
import { LoadingState } from '../components/LoadingState.tsx'
import { Frame } from '../frame/Frame.tsx'
import { sessionOptions } from '../session.ts'
import { SignInPage } from './SignInPage.tsx'

/** Nothing is shown to anybody before he has signed in; then the page he asked for. */
export function Root() {
  const { data: session, error, isPending, refetch } = useQuery(sessionOptions)
  if (isPending) return <LoadingState />
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  return session ? <Frame /> : <SignInPage />
}
