import type { FormDefinition } from '@irisflow/forms';
import { Component, type ReactNode } from 'react';

export interface PreviewBoundaryProps {
  form: FormDefinition;
  fallback: ReactNode;
  children: ReactNode;
}

interface BoundaryState {
  /** The form that could not be drawn; another form gets another try. */
  failed: FormDefinition | null;
}

/** Keeps a form that cannot be drawn from blanking the preview. React offers this to classes only. */
export class PreviewBoundary extends Component<PreviewBoundaryProps, BoundaryState> {
  override state: BoundaryState = { failed: null };

  override componentDidCatch(): void {
    this.setState({ failed: this.props.form });
  }

  static getDerivedStateFromError(): null {
    return null;
  }

  override render(): ReactNode {
    return this.state.failed === this.props.form ? this.props.fallback : this.props.children;
  }
}
