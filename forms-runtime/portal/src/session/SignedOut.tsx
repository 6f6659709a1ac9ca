import { levelNeeded, useSignInPath } from '@irisflow/frame';
import { LinkButton, Notice } from '@irisflow/ui';
import { usePortalText } from '../texts/portal-texts.ts';

/** The session is over, or too weak for what was wanted; what was typed waits for the person to sign in again. */
export const SignedOut = ({ error }: { readonly error?: unknown }) => {
  const t = usePortalText();
  const signIn = useSignInPath(error);
  const isTooWeak = levelNeeded(error) !== undefined;
  return (
    <Notice tone="warning" title={t(isTooWeak ? 'application.tooWeak' : 'application.signedOut')} live>
      <p>{t('application.signedOut.text')}</p>
      <LinkButton href={signIn} size="small">
        {t('application.signInAgain')}
      </LinkButton>
    </Notice>
  );
};
