import { RefusalPage, RequireSignIn } from '@irisflow/frame';
import { LinkButton } from '@irisflow/ui';
import type { ReactNode } from 'react';
import { usePortalText } from '../texts/portal-texts.ts';
import { isCitizen } from './citizen.ts';

const NotCitizen = () => {
  const t = usePortalText();
  return (
    <RefusalPage title={t('signIn.notCitizen')} lead={t('signIn.notCitizen.text')}>
      <LinkButton href="/desk/">{t('signIn.toDesk')}</LinkButton>
    </RefusalPage>
  );
};

/** Personal pages, for citizens. */
export const RequireCitizen = ({ children }: { readonly children: ReactNode }) => (
  <RequireSignIn isWelcome={isCitizen} refusal={<NotCitizen />}>
    {children}
  </RequireSignIn>
);
