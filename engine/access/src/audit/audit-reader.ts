import { requireStaff, type Actor } from '../actor.ts';
import { CaseworkError } from '@irisflow/foundation';

/** The chain that somebody may read: that of their administration; null means every one. */
export const requireAuditReader = (actor: Actor): string | null => {
  if (actor.kind !== 'job') return requireStaff(actor, ['auditor', 'administrator']).administration;
  if (actor.name === 'auditProof' || actor.name === 'operator') return null;
  throw new CaseworkError('FORBIDDEN', `Expected a job that reads the audit, but found ${actor.name}`);
};
