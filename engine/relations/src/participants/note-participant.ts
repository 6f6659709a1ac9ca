import { type CaseRow, noteByOffice, timelineText } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { inEveryLocale } from '@irisflow/foundation';
import { type ProcedureDescription, roleLabel } from '@irisflow/procedures';
import type { Surroundings } from '../surroundings.ts';

interface Note {
  readonly what: 'participantAdded' | 'participantEnded';
  readonly row: CaseRow;
  readonly description: ProcedureDescription;
  readonly participant: { readonly name: string; readonly role: string };
}

/** The applicant reads who takes part in their case, and from when on no more. */
export const noteParticipant = (
  surroundings: Surroundings,
  tx: Queryable,
  { what, row, description, participant }: Note,
) => {
  const role = roleLabel(description, participant.role);
  return noteByOffice(surroundings, tx, {
    row,
    kind: what,
    text: timelineText(
      what,
      inEveryLocale((locale) => `${participant.name} (${role[locale]})`),
    ),
    isPublic: true,
  });
};
