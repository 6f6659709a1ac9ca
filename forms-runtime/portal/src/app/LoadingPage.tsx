import { PageHeading, Skeleton } from '@irisflow/ui';
import { usePortalText } from '../texts/portal-texts.ts';

/** A page on its way. Nobody arrives here: focus waits for the page itself. */
export const LoadingPage = () => {
  const t = usePortalText();
  return (
    <>
      <PageHeading title={t('loading.page')} />
      <Skeleton lines={4} />
    </>
  );
};
