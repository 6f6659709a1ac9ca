import { useSession } from '@irisflow/client';

/** Whether the person at the screen may lift masks and change values; the server decides again. */
export const useMayCorrect = (): boolean => {
  const roles = useSession().data?.person?.roles ?? [];
  return roles.includes('supervisor') || roles.includes('administrator');
};
