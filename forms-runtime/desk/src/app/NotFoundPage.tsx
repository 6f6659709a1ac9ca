import { LinkButton } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';
import { Page } from './Page.tsx';

/** For addresses that lead nowhere. */
export const NotFoundPage = () => {
  const t = useDeskText();
  return (
    <Page title={t('notFound.title')} lead={t('notFound.text')}>
      <LinkButton href="/">{t('notFound.home')}</LinkButton>
    </Page>
  );
};
