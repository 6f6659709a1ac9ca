import { actorReference } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { cursorOf, foldedWords, pageLimit, positionOf } from '@irisflow/foundation';
import { amountOf, requireAccountant } from '@irisflow/ledger';
import { countPayables, listPayables as listRows } from '../storage/payables.ts';
import type { UseCase } from '../surroundings.ts';
import { viewPayable } from '../view-payable.ts';
import type { PayableFilter, PayablePage } from '../views/payables.ts';

export interface Asked {
  readonly filter?: PayableFilter;
  /** Words of the name of the payee. */
  readonly search?: string;
  readonly batchId?: string;
  /** What is due by this day; today where it is left out. */
  readonly until?: string;
  readonly cursor?: string;
  readonly limit?: number;
}

/** What an administration pays out, the first to fall due first, and what it comes to together. */
export const listPayables: UseCase<Asked, PayablePage> = async (
  { database, clock },
  actor,
  { filter = 'ordered', search, batchId, until, cursor, limit },
) => {
  const { administration } = requireAccountant(actor);
  const most = pageLimit(limit);
  const wanted = {
    administration,
    filter,
    words: foldedWords(search),
    until: until ?? dayOf(clock.now()),
    by: actorReference(actor),
    ...(batchId === undefined ? {} : { batchId }),
  };
  const rows = await listRows(database, { ...wanted, after: positionOf(cursor, 'day'), limit: most + 1 });
  const page = rows.slice(0, most);
  const last = page.at(-1);
  const { total, amount } = await countPayables(database, wanted);
  return {
    items: page.map(viewPayable),
    total,
    amount: amountOf(amount),
    nextCursor: rows.length > most && last !== undefined ? cursorOf({ sort: last.dueOn, id: last.id }) : null,
  };
};
