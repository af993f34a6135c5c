import { Component, type ReactNode } from 'react'

import { Button } from '#renderer/ui/button'
import { EmptyState } from '#renderer/ui/empty-state'

type Props = { children: ReactNode; title: string; mend: string }

/** Keeps one broken screen from taking the frame with it. */
export class ErrorBoundary extends Component<Props, { broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override componentDidCatch(error: unknown) {
    console.error(error)
  }

  override render() {
    const { children, title, mend } = this.props
    if (!this.state.broken) return children
    return (
      <EmptyState
        title={title}
        action={
          <Button look="go" onPress={() => this.setState({ broken: false })}>
            {mend}
          </Button>
        }
      />
    )
  }
}
