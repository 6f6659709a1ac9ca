import { RefusalPage, RequireSignIn } from '@irisflow/frame';
import { LinkButton } from '@irisflow/ui';
import type { ReactNode } from 'react';
import { useDeskText } from '../texts/desk-texts.ts';
import { isCommunicator } from './clerk.ts';

const NotCommunicator = () => {
  const t = useDeskText();
  return (
    <RefusalPage title={t('campaigns.refused')} lead={t('signIn.notAdministrator.text')}>
      <LinkButton href="/">{t('signIn.toTasks')}</LinkButton>
    </RefusalPage>
  );
};

/** Pages for whoever may write to many people at once. */
export const RequireCommunicator = ({ children }: { readonly children: ReactNode }) => (
  <RequireSignIn isWelcome={isCommunicator} refusal={<NotCommunicator />}>
    {children}
  </RequireSignIn>
);
