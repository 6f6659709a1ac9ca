import { type Actor, actorReference, isAccountOf } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import type { ApprovalRow } from './storage/approvals.ts';

const PERSON = 'person:';

/** Whether whoever looks asked for an approval, under this account or another of theirs. */
export const isRequestedBy = async (
  db: Queryable,
  { requested_by: by }: Pick<ApprovalRow, 'requested_by'>,
  actor: Actor,
): Promise<boolean> =>
  by === actorReference(actor) ||
  (actor.kind === 'person' && by.startsWith(PERSON) && (await isAccountOf(db, by.slice(PERSON.length), actor.person)));
