import { answer, platform } from '@irisflow/client';

/** Ends the session and loads the desk anew: on a shared computer no file of a citizen may stay in memory. */
export const signOutHere = async (): Promise<void> => {
  try {
    await answer(platform.DELETE('/api/session'));
  } finally {
    sessionStorage.clear();
    window.location.assign('/desk/');
  }
};
