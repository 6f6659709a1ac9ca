import { requireStaff, type Actor } from '@irisflow/access';

/** Whose tokens somebody arranges: an administrator those of their administration, an operator those that they name. */
export const tokenOwnerOf = (actor: Actor, named: string | null): string | null =>
  actor.kind === 'job' ? named : requireStaff(actor, ['administrator']).administration;
