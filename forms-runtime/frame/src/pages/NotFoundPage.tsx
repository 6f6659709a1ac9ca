import { LinkButton } from '@irisflow/ui';
import { useFrameText } from '../texts/frame-texts.ts';
import { Page } from './Page.tsx';

/** For addresses that lead nowhere. */
export const NotFoundPage = () => {
  const t = useFrameText();
  return (
    <Page title={t('notFound.title')} lead={t('notFound.text')}>
      <LinkButton href="/">{t('notFound.home')}</LinkButton>
    </Page>
  );
};
