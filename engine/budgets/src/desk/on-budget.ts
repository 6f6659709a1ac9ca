import { type Actor, appendAudit, type Clerk } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { CaseworkError } from '@irisflow/foundation';
import { requireAccountant } from '@irisflow/ledger';
import { findLine, type Line } from '../storage/lines.ts';
import type { Surroundings } from '../surroundings.ts';

interface Deed {
  readonly tx: Queryable;
  readonly actor: Actor;
  readonly clerk: Clerk;
}

interface Audited {
  readonly action: string;
  readonly object: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** One act of an accountant on the budget of their administration, with its word in the audit. */
export const onBudget = async <Reply>(
  surroundings: Surroundings,
  actor: Actor,
  work: (deed: Deed) => Promise<{ readonly reply: Reply; readonly audited: Audited }>,
): Promise<Reply> => {
  const clerk = requireAccountant(actor);
  return surroundings.database.transaction(async (tx) => {
    const { reply, audited } = await work({ tx, actor, clerk });
    await appendAudit(surroundings, tx, { actor, administration: clerk.administration, ...audited });
    return reply;
  });
};

/** A line of their administration. */
export const requireBudgetLine = async (db: Queryable, { administration }: Clerk, id: string): Promise<Line> => {
  const found = await findLine(db, id);
  if (found?.administration === administration) return found;
  throw new CaseworkError('NOT_FOUND', `Expected a budget line ${id.slice(0, 40)}, but there is none`);
};
