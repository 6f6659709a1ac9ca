import { actingAs, job, type Acting, type PersonActor, resumeSession as resumeAccount } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { findUsableMandate, type UsableMandate } from '../storage/mandates.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';

const actingUnder = (mandate: UsableMandate): Acting => ({
  mandateId: mandate.id,
  party: { id: mandate.mandator_id, kind: mandate.kind, name: mandate.name },
  procedures: mandate.procedures,
  mayDelegate: mandate.may_delegate,
});

/** Whom a person may act for under a mandate today; undefined when it is over, or was never theirs. */
export const findActing = async (
  surroundings: Surroundings,
  { mandateId, partyId }: { readonly mandateId: string; readonly partyId: string },
): Promise<Acting | undefined> => {
  const { database, clock } = actingAs(surroundings, job('signIn'));
  const mandate = await findUsableMandate(database, { id: mandateId, partyId, today: dayOf(clock.now()) });
  return mandate === undefined ? undefined : actingUnder(mandate);
};

/** Who a session token belongs to, and for whom they act; a mandate that ended meanwhile leaves nobody to act for. */
export const resumeSession: UseCase<{ token: string }, PersonActor | null> = async (surroundings, actor, input) => {
  const found = await resumeAccount(surroundings, actor, input);
  const mandateId = found?.session?.mandateId ?? null;
  if (found === null || mandateId === null) return found;
  return {
    ...found,
    acting: (await findActing(surroundings, { mandateId, partyId: found.person.partyId })) ?? 'nobody',
  };
};
