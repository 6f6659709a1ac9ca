import { PageHeading } from '@irisflow/ui';
import type { ReactNode } from 'react';
import { useArrival } from './use-arrival.ts';
import { useDocumentTitle } from './use-document-title.ts';

export interface PageProps {
  readonly title: string;
  readonly eyebrow?: ReactNode;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

/** A page with its title, in the document and in the tab. Its heading takes focus when one arrives from another page. */
export const Page = ({ title, children, ...heading }: PageProps) => {
  useDocumentTitle(title);
  const titleRef = useArrival();
  return (
    <>
      <PageHeading title={title} titleRef={titleRef} {...heading} />
      {children}
    </>
  );
};
