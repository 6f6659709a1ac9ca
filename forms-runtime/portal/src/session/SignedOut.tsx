import { useSignInPath } from '@irisflow/frame';
import { LinkButton, Notice } from '@irisflow/ui';
import { usePortalText } from '../texts/portal-texts.ts';

/** The session is over; what was typed waits for the person to sign in again. */
export const SignedOut = () => {
  const t = usePortalText();
  return (
    <Notice tone="warning" title={t('application.signedOut')} live>
      <p>{t('application.signedOut.text')}</p>
      <LinkButton href={useSignInPath()} size="small">
        {t('application.signInAgain')}
      </LinkButton>
    </Notice>
  );
};
