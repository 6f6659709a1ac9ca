import type { Queryable } from '@irisflow/database';
import type { Actor } from '../actor.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { takeInvitation } from '../storage/invitations.ts';
import { findPerson, type PersonRow } from '../storage/people.ts';
import { updateStaff } from '../storage/staff.ts';
import type { Surroundings } from '../surroundings.ts';

interface Arrival {
  /** Who lets them in. */
  readonly actor: Actor;
  readonly row: PersonRow;
  readonly claims: {
    readonly issuer: string;
    readonly subject: string;
    readonly email?: string;
    readonly isEmailVerified?: boolean;
  };
}

const verifiedEmailOf = ({ email, isEmailVerified = false }: Arrival['claims']): string | null =>
  isEmailVerified && email !== undefined ? email.toLowerCase() : null;

/** Gives somebody who signs in the roles that they were promised. Who works somewhere already is not lured away. */
export const acceptInvitation = async (
  surroundings: Surroundings,
  tx: Queryable,
  { actor, row, claims }: Arrival,
): Promise<PersonRow> => {
  if (row.administration !== null || row.roles.includes('administrator')) return row;
  const { issuer, subject } = claims;
  const verifiedEmail = verifiedEmailOf(claims);
  const invitation = await takeInvitation(tx, { issuer, subject, verifiedEmail, at: surroundings.clock.now() });
  if (invitation === undefined) return row;
  const { administration, groups } = invitation;
  const roles = [...new Set([...row.roles, ...invitation.roles])];
  await updateStaff(tx, { id: row.id, administration, roles, groups });
  await appendAudit(surroundings, tx, {
    actor,
    action: 'invitation.accepted',
    object: `person:${row.id}`,
    administration,
    detail: { invitation: invitation.id, roles, groups },
  });
  return (await findPerson(tx, row.id)) ?? row;
};
