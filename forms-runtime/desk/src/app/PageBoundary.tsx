import { Component, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { useDeskText } from '../texts/desk-texts.ts';
import { Failure } from './Failure.tsx';
import { Page } from './Page.tsx';

const BrokenPage = ({ onRetry }: { readonly onRetry: () => void }) => {
  const t = useDeskText();
  return (
    <Page title={t('failure.title')}>
      <Failure error={undefined} onRetry={onRetry} />
    </Page>
  );
};

interface BoundaryState {
  readonly isBroken: boolean;
}

/** React catches render errors in classes only. */
class Boundary extends Component<{ readonly children: ReactNode }, BoundaryState> {
  override state: BoundaryState = { isBroken: false };

  static getDerivedStateFromError(): BoundaryState {
    return { isBroken: true };
  }

  override render(): ReactNode {
    return this.state.isBroken ? (
      <BrokenPage onRetry={() => this.setState({ isBroken: false })} />
    ) : (
      this.props.children
    );
  }
}

/** Keeps a broken page from taking the rest along, and offers another try; a new place is a new chance. */
export const PageBoundary = ({ children }: { readonly children: ReactNode }) => {
  const [place] = useLocation();
  return <Boundary key={place}>{children}</Boundary>;
};
