import { Component, type ReactNode } from 'react';

interface Props {
  /** Shown instead of what failed. */
  fallback: ReactNode;
  children: ReactNode;
}

/** Keeps a fault of one part from blanking the whole window. */
export class ErrorBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}
