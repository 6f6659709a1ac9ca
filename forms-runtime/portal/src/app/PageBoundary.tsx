import { Component, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { Failure } from './Failure.tsx';
import { Page } from './Page.tsx';
import { usePortalText } from '../texts/portal-texts.ts';

const BrokenPage = ({ onRetry }: { readonly onRetry: () => void }) => {
  const t = usePortalText();
  return (
    <Page title={t('failure.title')}>
      <Failure error={undefined} onRetry={onRetry} />
    </Page>
  );
};

interface BoundaryProps {
  /** A new place is a new chance. */
  readonly place: string;
  readonly children: ReactNode;
}

interface BoundaryState {
  readonly failedAt: string | undefined;
}

/** React catches render errors in classes only. */
class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { failedAt: undefined };

  override componentDidCatch(): void {
    this.setState({ failedAt: this.props.place });
  }

  static getDerivedStateFromError(): BoundaryState {
    return { failedAt: '' };
  }

  override render(): ReactNode {
    const { failedAt } = this.state;
    const isBroken = failedAt !== undefined && (failedAt === '' || failedAt === this.props.place);
    return isBroken ? <BrokenPage onRetry={() => this.setState({ failedAt: undefined })} /> : this.props.children;
  }
}

/** Keeps a broken page from taking the rest along, and offers another try. */
export const PageBoundary = ({ children }: { readonly children: ReactNode }) => {
  const [place] = useLocation();
  return <Boundary place={place}>{children}</Boundary>;
};
