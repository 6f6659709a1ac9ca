import { requireConnector } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { moveCase, cancelRequests, closeCaseRow, lockSealedCase } from '@irisflow/casework';
import { cancelHearingsOfCase, prepareCancellations } from '@irisflow/inquiries';
import { endStatuses } from '@irisflow/procedures';
import type { UseCase } from './surroundings.ts';
import { entryOf, noteInTimeline } from './note-in-timeline.ts';
import { knownReply, once, type ConnectorCall } from './once.ts';

const operation = 'close';

/** Closes a case: nothing is asked of the applicant any more, its terms stop, and whoever is summoned hears that nobody is heard. A status that says how it ended stays. */
export const closeCase: UseCase<ConnectorCall & { reason: string }, Record<string, never>> = async (
  surroundings,
  actor,
  call,
) => {
  const { caseId } = requireConnector(actor).case;
  const { database } = surroundings;
  const known = await knownReply<Record<string, never>>(database, { ...call, caseId, operation });
  if (known !== null) return known.reply;
  const seen = await database.transaction((tx) => lockSealedCase(tx, actor));
  const letters = await prepareCancellations(surroundings, seen);
  return once(surroundings, actor, {
    ...call,
    operation,
    work: async ({ tx, row, step }) => {
      await cancelRequests(tx, row.id, dayOf(surroundings.clock.now()));
      await moveCase(surroundings, tx, row, endStatuses.includes(row.status) ? row.status : 'closed');
      await cancelHearingsOfCase(surroundings, { tx, row, voice: step }, letters);
      await closeCaseRow(tx, { id: row.id, at: surroundings.clock.now() });
      await noteInTimeline(surroundings, { tx, row, step }, entryOf('closed'));
      return {};
    },
  });
};
