import { Breadcrumbs, PageHeading, type Crumb } from '@irisflow/ui';
import type { ReactNode } from 'react';
import { useArrival } from './use-arrival.ts';
import { useDocumentTitle } from './use-document-title.ts';
import { useKeptFocus } from './use-kept-focus.ts';

/** Holds the place of a line that comes with the answer of the platform, so that nothing jumps when it is there. */
export const COMING = '\u00a0';

export interface PageProps {
  readonly title: string;
  readonly eyebrow?: ReactNode;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  /** The way back up. */
  readonly crumbs?: readonly Crumb[];
  readonly children?: ReactNode;
}

/** A page with its title, in the document and in the tab. Its heading takes focus when one arrives from another page, and when what had it is gone. */
export const Page = ({ title, crumbs, children, ...heading }: PageProps) => {
  useDocumentTitle(title);
  useArrival();
  useKeptFocus();
  return (
    <>
      {crumbs !== undefined && <Breadcrumbs crumbs={crumbs} />}
      <PageHeading title={title} {...heading} />
      {children}
    </>
  );
};
