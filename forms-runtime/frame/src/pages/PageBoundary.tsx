import { Component, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { Failure } from '../failures/Failure.tsx';
import { useFrameText } from '../texts/frame-texts.ts';
import { Page } from './Page.tsx';

/** Loads the page anew: a part of the program that did not arrive is asked for again only then. */
const reload = (): void => window.location.reload();

const BrokenPage = () => {
  const t = useFrameText();
  return (
    <Page title={t('failure.title')}>
      <Failure error={undefined} onRetry={reload} />
    </Page>
  );
};

interface BoundaryProps {
  readonly children: ReactNode;
}

/** React catches render errors in classes only. */
class Boundary extends Component<BoundaryProps, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError(): { readonly isBroken: boolean } {
    return { isBroken: true };
  }

  override render(): ReactNode {
    return this.state.isBroken ? <BrokenPage /> : this.props.children;
  }
}

/** Keeps a broken page from taking the rest along. Another page is another chance. */
export const PageBoundary = ({ children }: BoundaryProps) => {
  const [path] = useLocation();
  return <Boundary key={path}>{children}</Boundary>;
};
