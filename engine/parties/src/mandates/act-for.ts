import {
  actingFor,
  appendAudit,
  type PersonActor,
  requireRole,
  setSessionMandate,
  tokenHashOf,
} from '@irisflow/access';
import { CaseworkError } from '@irisflow/foundation';
import type { UseCase } from '../surroundings.ts';
import { findActing } from './resume-session.ts';

export interface ActFor {
  readonly token: string;
  /** Null for oneself. */
  readonly mandateId: string | null;
}

/** Says for whom this session acts from now on; it is on record before anything is done. */
export const actFor: UseCase<ActFor, PersonActor> = async (surroundings, actor, { token, mandateId }) => {
  const person = requireRole(actor, ['citizen']);
  const session = actor.kind === 'person' ? actor.session : null;
  const acting =
    mandateId === null ? undefined : await findActing(surroundings, { mandateId, partyId: person.partyId });
  if (mandateId !== null && acting === undefined)
    throw new CaseworkError('NOT_FOUND', `Expected a mandate ${mandateId} in force, but there is none`);
  const self: PersonActor = { kind: 'person', person, session: session === null ? null : { ...session, mandateId } };
  const chosen: PersonActor = acting === undefined ? self : { ...self, acting };
  await actingFor(surroundings, chosen, 'signIn').database.transaction(async (tx) => {
    await setSessionMandate(tx, { tokenHash: tokenHashOf(token), mandateId });
    await appendAudit(surroundings, tx, {
      actor: chosen,
      action: 'acting.chosen',
      object: `party:${acting?.party.id ?? person.partyId}`,
      administration: null,
    });
  });
  return chosen;
};
