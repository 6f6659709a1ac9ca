import { Skeleton } from '@irisflow/ui';
import { usePortalText } from '../texts/portal-texts.ts';
import { Page } from './Page.tsx';

/** A page on its way. */
export const LoadingPage = () => {
  const t = usePortalText();
  return (
    <Page title={t('loading.page')}>
      <Skeleton lines={4} />
    </Page>
  );
};
