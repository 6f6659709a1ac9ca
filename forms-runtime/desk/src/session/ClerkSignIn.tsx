import type { DemoPersonView } from '@irisflow/client';
import { SignInPage } from '@irisflow/frame';
import { StatusTag } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';
import { isAdministrator, isSupervisor, worksAtDesk } from './clerk.ts';

/** Where agents and administrators say who they are. */
export const ClerkSignIn = () => {
  const t = useDeskText();
  const tagOf = (person: DemoPersonView) =>
    isSupervisor(person) ? (
      <StatusTag tone="accent">{t('role.supervisor')}</StatusTag>
    ) : (
      isAdministrator(person) && <StatusTag>{t('role.administrator')}</StatusTag>
    );
  return <SignInPage isWelcome={worksAtDesk} tagOf={tagOf} />;
};
