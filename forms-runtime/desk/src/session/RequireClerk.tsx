import { RefusalPage, RequireSignIn } from '@irisflow/frame';
import { LinkButton, useLocale } from '@irisflow/ui';
import type { ReactNode } from 'react';
import { useDeskText } from '../texts/desk-texts.ts';
import { isClerk } from './clerk.ts';

const NotClerk = () => {
  const t = useDeskText();
  const locale = useLocale();
  return (
    <RefusalPage title={t('signIn.notClerk')} lead={t('signIn.notClerk.text')}>
      <LinkButton href={`/${locale}`}>{t('signIn.toPortal')}</LinkButton>
    </RefusalPage>
  );
};

/** Pages of the desk, for those who work there. */
export const RequireClerk = ({ children }: { readonly children: ReactNode }) => (
  <RequireSignIn isWelcome={isClerk} refusal={<NotClerk />}>
    {children}
  </RequireSignIn>
);
