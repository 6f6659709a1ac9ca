import { Component, type ReactNode } from 'react';

export interface PreviewBoundaryProps {
  fallback: ReactNode;
  children: ReactNode;
}

/** Keeps a form that cannot be drawn from taking the editor with it. React offers this to classes only. */
export class PreviewBoundary extends Component<PreviewBoundaryProps, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    return this.state.hasFailed ? this.props.fallback : this.props.children;
  }
}
