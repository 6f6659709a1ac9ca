import { actorReference } from '../actor.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { CaseworkError, isoOf } from '@irisflow/foundation';
import {
  deleteExpiredInvitations,
  deleteInvitation,
  insertInvitation,
  listOpenInvitations,
} from '../storage/invitations.ts';
import { actingFor } from '../use-case.ts';
import type { UseCase } from '../surroundings.ts';
import type { InvitationView } from '../views/people.ts';
import { requireAdministrator, requireReach } from './administrator.ts';
import { requireSound, type Grant } from './grant.ts';

const INVITATION_LIVES_MS = 30 * 24 * 3600 * 1000;

/** Who is invited and did not sign in yet: to my administration, or anywhere for the platform. */
export const listInvitations: UseCase<{ administration?: string }, InvitationView[]> = async (
  { database, clock },
  actor,
  input,
) => {
  const administrator = requireAdministrator(actor);
  if (input.administration !== undefined) requireReach(administrator, input.administration);
  const administration = input.administration ?? administrator.administration;
  return listOpenInvitations(database, { administration, at: clock.now() });
};

export interface Invite extends Grant {
  /** The address that the identity provider vouches for; or else who they are there. */
  readonly email?: string;
  readonly issuer?: string;
  readonly subject?: string;
}

const whoOf = ({ email, issuer, subject }: Invite) => {
  const nobody = { email: null, issuer: null, subject: null };
  if (email !== undefined && subject === undefined && issuer === undefined)
    return { ...nobody, email: email.trim().toLowerCase() };
  if (email === undefined && issuer !== undefined && subject !== undefined) return { ...nobody, issuer, subject };
  throw new CaseworkError('INPUT_INVALID', 'Expected an e-mail address, or else an issuer and a subject');
};

/** Promises roles to somebody, who gets them at their next sign-in; after 30 days the promise is over. */
export const invite: UseCase<Invite, InvitationView> = async (surroundings, actor, input) => {
  requireReach(requireAdministrator(actor), input.administration);
  const { database, clock, random, rolesFrom } = surroundings;
  if (rolesFrom === 'provider')
    throw new CaseworkError('ROLES_FROM_PROVIDER', 'Expected roles that are managed here, but all of them are claims');
  await requireSound(database, input);
  const at = clock.now();
  const { administration } = input;
  const invitation = {
    id: random.id(),
    administration,
    ...whoOf(input),
    roles: [...new Set(input.roles)],
    groups: [...new Set(input.groups)],
  };
  const expiresAt = at + INVITATION_LIVES_MS;
  await deleteExpiredInvitations(actingFor(surroundings, actor, 'staffing').database, at);
  await database.transaction(async (tx) => {
    if (!(await insertInvitation(tx, { ...invitation, at, by: actorReference(actor), expiresAt })))
      throw new CaseworkError(
        'INVITATION_EXISTS',
        'Expected somebody who is not invited yet, but there is an invitation',
      );
    await appendAudit(surroundings, tx, {
      actor,
      action: 'invitation.created',
      object: `invitation:${invitation.id}`,
      administration,
      detail: { roles: invitation.roles, groups: invitation.groups },
    });
  });
  return { ...invitation, expiresAt: isoOf(expiresAt) };
};

/** Takes an invitation back that nobody used yet. */
export const withdrawInvitation: UseCase<{ invitationId: string }, void> = async (
  surroundings,
  actor,
  { invitationId },
) => {
  const { administration } = requireAdministrator(actor);
  await surroundings.database.transaction(async (tx) => {
    const gone = await deleteInvitation(tx, { id: invitationId, administration });
    if (gone === undefined)
      throw new CaseworkError('NOT_FOUND', `Expected an open invitation ${invitationId}, but there is none`);
    await appendAudit(surroundings, tx, {
      actor,
      action: 'invitation.withdrawn',
      object: `invitation:${invitationId}`,
      administration: gone.administration,
    });
  });
};
