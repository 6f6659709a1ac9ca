import { PageHeading, Skeleton } from '@irisflow/ui';
import { useFrameText } from '../texts/frame-texts.ts';
import { useDocumentTitle } from './use-document-title.ts';

/** A page on its way. Nobody arrives here: focus waits for the page itself. */
export const LoadingPage = () => {
  const t = useFrameText();
  useDocumentTitle(t('loading.page'));
  return (
    <>
      <PageHeading title={t('loading.page')} />
      <Skeleton lines={4} />
    </>
  );
};
