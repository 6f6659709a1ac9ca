import { closeOpenRequests } from '../storage/case-parts.ts';
import { closeCaseRow } from '../storage/cases.ts';
import { listTerms, upsertTerm } from '../storage/terms.ts';
import type { UseCase } from '../surroundings.ts';
import { dayOf } from '../terms/calendar-date.ts';
import { meetTerm } from '../terms/term.ts';
import { entryOf, noteInTimeline } from './note-in-timeline.ts';
import { once, type ConnectorCall } from './once.ts';

/** Closes a case: nothing is asked of the applicant any more and its terms stop. */
export const closeCase: UseCase<ConnectorCall & { reason: string }, Record<string, never>> = async (
  surroundings,
  actor,
  call,
) =>
  once(surroundings, actor, {
    ...call,
    operation: 'close',
    work: async (tx, row) => {
      const at = surroundings.clock.now();
      await closeOpenRequests(tx, row.id, 'canceled');
      for (const term of await listTerms(tx, [row.id]))
        if (term.state === 'running' || term.state === 'suspended')
          await upsertTerm(tx, { ...term, ...meetTerm(term, dayOf(at)) });
      await closeCaseRow(tx, { id: row.id, at });
      await noteInTimeline(surroundings, tx, row, entryOf('closed'));
      return {};
    },
  });
