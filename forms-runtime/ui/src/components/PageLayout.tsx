import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { SkipLink } from './SkipLink.tsx';

export interface PageLayoutProps {
  readonly header: ReactNode;
  readonly footer?: ReactNode;
  /** True for screens that need the whole width, such as a worklist. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** Header, main part and footer, with the skip link first. */
export const PageLayout = ({ header, footer, wide = false, children }: PageLayoutProps) => (
  <div className="iris-page">
    <SkipLink />
    {header}
    <main id="main" tabIndex={-1} className={classNames('iris-page__main', wide && 'iris-page__main--wide')}>
      {children}
    </main>
    {footer}
  </div>
);
