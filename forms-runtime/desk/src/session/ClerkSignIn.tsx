import type { DemoPersonView } from '@irisflow/client';
import { SignInPage } from '@irisflow/frame';
import { StatusTag } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';
import { isClerk, isSupervisor } from './clerk.ts';

/** Where agents say who they are. */
export const ClerkSignIn = () => {
  const t = useDeskText();
  const tagOf = (person: DemoPersonView) =>
    isSupervisor(person) && <StatusTag tone="accent">{t('role.supervisor')}</StatusTag>;
  return <SignInPage isWelcome={isClerk} tagOf={tagOf} />;
};
