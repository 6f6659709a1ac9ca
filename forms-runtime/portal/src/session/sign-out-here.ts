import { answer, platform } from '@irisflow/client';
import type { Locale } from '@irisflow/ui';

/**
 * Ends the session and loads the portal anew. On a shared computer nothing of a person may stay behind, neither in
 * storage nor in memory.
 */
export const signOutHere = async (locale: Locale): Promise<void> => {
  try {
    await answer(platform.DELETE('/api/session'));
  } finally {
    sessionStorage.clear();
    window.location.assign(`/${locale}`);
  }
};
