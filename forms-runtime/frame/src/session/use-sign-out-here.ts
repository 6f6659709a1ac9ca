import { useSignOut } from '@irisflow/client';
import { useToast } from '@irisflow/ui';
import { useLocation, useRouter } from 'wouter';
import { useFrameText } from '../texts/frame-texts.ts';

/** Ends the session on the first page. On a shared computer nothing that was typed may stay behind in this tab. */
export const useSignOutHere = (): (() => void) => {
  const t = useFrameText();
  const toast = useToast();
  const [, navigate] = useLocation();
  const { base } = useRouter();
  const { mutate } = useSignOut(`${base}/`);
  return () => {
    // First away from personal pages, or they would lead to the sign-in page and back to themselves.
    navigate('/');
    sessionStorage.clear();
    mutate(undefined, { onError: () => toast(t('account.signOut.failed')) });
  };
};
