import { PageHeading, Skeleton } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';
import { useDocumentTitle } from './use-document-title.ts';

/** A page on its way. Its heading does not take the focus: it would be lost when the page itself arrives. */
export const LoadingPage = () => {
  const t = useDeskText();
  useDocumentTitle(t('loading.page'));
  return (
    <>
      <PageHeading title={t('loading.page')} />
      <Skeleton lines={4} />
    </>
  );
};
