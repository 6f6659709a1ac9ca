import { type Actor, findAdministration } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { lockSharedCase } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, inEveryLocale } from '@irisflow/foundation';
import { requireHeldRight } from '@irisflow/rights';
import { findWhole } from '../desk/clerk-occurrence.ts';
import { ruleOf } from '../plan/declared.ts';
import { listEventsOf } from '../storage/events.ts';
import { lockOccurrence } from '../storage/occurrences.ts';
import type { Surroundings } from '../surroundings.ts';
import type { MyOccurrence } from '../views/obligation.ts';
import { viewEvent } from '../views/view-obligation.ts';
import { viewWhole, type Whole } from '../views/view-whole.ts';

/** An occurrence on a right that somebody holds; others do not exist for them. */
export const requireHeldOccurrence = async (
  surroundings: Surroundings,
  tx: Queryable,
  actor: Actor,
  id: string,
): Promise<Whole> => {
  const found = await findWhole(tx, id);
  return { ...found, ...(await requireHeldRight(surroundings, tx, actor, found.obligation.right_id)) };
};

/** Whether an answer would be accepted now: until the end of the grace, and while anybody waits for one. */
const isAnswerable = ({ clock }: Surroundings, { obligation, occurrence }: Whole): boolean =>
  obligation.state !== 'ended' && occurrence.state === 'open' && dayOf(clock.now()) <= occurrence.answer_until;

/** The same for those who may answer it, while it can be answered; locked until the transaction ends. */
export const lockAnswerable = async (
  surroundings: Surroundings,
  tx: Queryable,
  actor: Actor,
  id: string,
): Promise<Whole & { readonly personId: string }> => {
  const held = await requireHeldOccurrence(surroundings, tx, actor, id);
  // The case first, as everybody locks it.
  const { person } = await lockSharedCase(surroundings, tx, actor, held.row.id);
  // What the office judged meanwhile is no longer theirs to lock.
  const locked = await lockOccurrence(tx, id);
  const found = { ...held, occurrence: locked ?? held.occurrence };
  if (locked !== undefined && isAnswerable(surroundings, found)) return { ...found, personId: person.id };
  const { state, answer_until: until } = found.occurrence;
  throw new CaseworkError(
    'OBLIGATION_CLOSED',
    `Expected an occurrence that can be answered until ${until}, but it is ${state} on ${dayOf(surroundings.clock.now())}`,
  );
};

/** One occurrence as its holder sees it: who of the office looked at it is not said. */
export const viewForHolder = async (surroundings: Surroundings, tx: Queryable, found: Whole): Promise<MyOccurrence> => {
  const { obligation, occurrence } = found;
  const rule = await ruleOf(surroundings, tx, obligation);
  const administration = await findAdministration(tx, obligation.administration);
  return {
    ...(await viewWhole(surroundings, tx, found)),
    administration: administration?.name ?? inEveryLocale(() => obligation.administration),
    isOpen: isAnswerable(surroundings, found),
    history: (await listEventsOf(tx, occurrence.id)).map((event) => viewEvent(rule, event)),
  };
};
