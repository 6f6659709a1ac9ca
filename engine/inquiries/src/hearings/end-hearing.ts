import type { Actor } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { insertOutbox } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { endHearingRow, type HearingEnd } from '../storage/hearings.ts';
import type { Surroundings } from '../surroundings.ts';
import { type ClerkHearing, traceHearing } from './hearing-access.ts';
import { hearingTexts } from './hearing-texts.ts';
import { msOf } from './view-hearings.ts';

export interface HearingEnding {
  readonly actor: Actor;
  readonly found: ClerkHearing;
  readonly end: Omit<HearingEnd, 'id' | 'at' | 'endedBy'>;
  readonly applicantCame: boolean;
}

/** Ends a hearing, in one transaction with its message to the process and its trace on the case: a cancellation too, for it waits. */
export const endHearing = async (surroundings: Surroundings, tx: Queryable, ending: HearingEnding): Promise<void> => {
  const { actor, found, end, applicantCame } = ending;
  const { clerk, row, hearing } = found;
  const at = surroundings.clock.now();
  await endHearingRow(tx, { ...end, id: hearing.id, at, endedBy: clerk.person.id });
  await insertOutbox(tx, {
    caseId: row.id,
    at,
    message: {
      kind: 'publishMessage',
      name: 'hearing.held',
      key: hearing.id,
      variables: {
        hearing: {
          hearingId: hearing.id,
          key: hearing.key,
          outcome: end.state,
          heldOn: dayOf(msOf(hearing)),
          applicantCame,
          caseId: row.id,
        },
      },
    },
  });
  const text = hearingTexts[end.state](hearing.label);
  await traceHearing(surroundings, tx, found, { actor, hearing, what: end.state, text });
};
