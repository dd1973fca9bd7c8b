import { QueryErrorResetBoundary } from '@tanstack/react-query'
import { Component, type ReactNode } from 'react'
import { ErrorState } from './ErrorState.tsx'

type Props = {
  readonly what?: string | undefined
  /** Where the reader is: a fault ends when he goes elsewhere. */
  readonly place?: string | undefined
  readonly children: ReactNode
}

/** A fault inside stays inside: this panel says so and offers 重试, the others go on. */
export function PanelBoundary({ what, place, children }: Props) {
  return (
    <QueryErrorResetBoundary>
      {({ reset }) => (
        <Boundary what={what} place={place} onReset={reset}>
          {children}
        </Boundary>
      )}
    </QueryErrorResetBoundary>
  )
}

type BoundaryProps = Props & { readonly onReset: () => void }

class Boundary extends Component<BoundaryProps, { readonly error?: unknown }> {
  override state: { readonly error?: unknown } = {}

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override componentDidUpdate({ place }: BoundaryProps) {
    if (place !== this.props.place && this.state.error !== undefined) this.#retry()
  }

  readonly #retry = () => {
    this.props.onReset()
    this.setState({ error: undefined })
  }

  override render(): ReactNode {
    const { error } = this.state
    if (error === undefined) return this.props.children
    return <ErrorState error={error} what={this.props.what} onRetry={this.#retry} />
  }
}
