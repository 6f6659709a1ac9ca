import type { Right } from './rights.ts';
import type { Grantee } from './roles.ts';

/** Who may do what with the rows of one table; who is not named has no way to it. */
export type Wall = Readonly<Partial<Record<Grantee, readonly Right[]>>>;
