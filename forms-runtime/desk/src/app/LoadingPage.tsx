import { Skeleton } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';
import { Page } from './Page.tsx';

/** A page on its way. */
export const LoadingPage = () => {
  const t = useDeskText();
  return (
    <Page title={t('loading.page')}>
      <Skeleton lines={4} />
    </Page>
  );
};
