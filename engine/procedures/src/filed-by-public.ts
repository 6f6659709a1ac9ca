import type { Actor } from '@irisflow/access';
import type { ProcedureDescription } from './procedure-description.ts';

/** Whether people and companies apply themselves; otherwise the administration alone opens its cases. */
export const isFiledByPublic = ({ audience }: ProcedureDescription): boolean => audience.length > 0;

/** Whether the catalog shows it: to the public what the public applies for, to everybody else all. */
export const isShownTo = (actor: Actor, description: ProcedureDescription): boolean => {
  const isPublic = actor.kind === 'anonymous' || (actor.kind === 'person' && actor.person.administration === null);
  return !isPublic || isFiledByPublic(description);
};
