import { dayOf } from '@irisflow/calendar';
import { moveCase, cancelRequests, closeCaseRow } from '@irisflow/casework';
import { endStatuses } from '@irisflow/procedures';
import type { UseCase } from './surroundings.ts';
import { entryOf, noteInTimeline } from './note-in-timeline.ts';
import { once, type ConnectorCall } from './once.ts';

/** Closes a case: nothing is asked of the applicant any more and its terms stop. A status that says how it ended stays. */
export const closeCase: UseCase<ConnectorCall & { reason: string }, Record<string, never>> = async (
  surroundings,
  actor,
  call,
) =>
  once(surroundings, actor, {
    ...call,
    operation: 'close',
    work: async ({ tx, row, step }) => {
      await cancelRequests(tx, row.id, dayOf(surroundings.clock.now()));
      await moveCase(surroundings, tx, row, endStatuses.includes(row.status) ? row.status : 'closed');
      await closeCaseRow(tx, { id: row.id, at: surroundings.clock.now() });
      await noteInTimeline(surroundings, { tx, row, step }, entryOf('closed'));
      return {};
    },
  });
