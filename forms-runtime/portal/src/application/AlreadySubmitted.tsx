import { Page } from '@irisflow/frame';
import { LinkButton } from '@irisflow/ui';
import { usePersonalText } from '../texts/personal-texts.ts';

/** For the way back to a form that was sent already. */
export const AlreadySubmitted = () => {
  const t = usePersonalText();
  return (
    <Page title={t('application.gone')} lead={t('application.gone.text')}>
      <LinkButton href="/my/cases">{t('nav.cases')}</LinkButton>
    </Page>
  );
};
