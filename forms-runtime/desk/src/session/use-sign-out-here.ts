import { useSignOut } from '@irisflow/client';
import { useToast } from '@irisflow/ui';
import { useLocation } from 'wouter';
import { useDeskText } from '../texts/desk-texts.ts';

/** Ends the session on the first page: the next person does not see which file was open. */
export const useSignOutHere = (): (() => void) => {
  const t = useDeskText();
  const toast = useToast();
  const [, navigate] = useLocation();
  const { mutate } = useSignOut();
  return () => {
    navigate('/');
    sessionStorage.clear();
    mutate(undefined, { onError: () => toast(t('account.signOut.failed')) });
  };
};
