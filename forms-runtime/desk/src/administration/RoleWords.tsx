import type { Role } from '@irisflow/client';
import { useDeskText } from '../texts/desk-texts.ts';

/** Roles in the words of the reader. */
export const RoleWords = ({ roles }: { readonly roles: readonly Role[] }) => {
  const t = useDeskText();
  return <>{roles.map((role) => t(`role.${role}`)).join(', ')}</>;
};
