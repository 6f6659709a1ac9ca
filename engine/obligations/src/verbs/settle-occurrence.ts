import { type Judgment, settle } from '../change/settle.ts';
import { findOccurrence, lockOccurrence } from '../storage/occurrences.ts';
import type { Surroundings } from '../surroundings.ts';
import type { OccurrenceState } from '../views/obligation.ts';
import { lockOwn } from './own-obligation.ts';
import type { OfCase } from './start-obligation.ts';

export interface OccurrenceReply {
  readonly occurrenceId: string;
  readonly occurrenceState: OccurrenceState;
}

/** Settles an occurrence in the name of a process, or has it ask its holder again; its own process is not told of it. */
export const settleOccurrence = async (
  surroundings: Surroundings,
  settling: OfCase & { readonly occurrenceId: string; readonly judgment: Judgment },
): Promise<OccurrenceReply> => {
  const { tx, row, voice, occurrenceId, judgment } = settling;
  const known = await findOccurrence(tx, occurrenceId);
  const obligation = await lockOwn(settling, { id: known?.obligation_id, pointer: '/occurrenceId' });
  const occurrence = await lockOccurrence(tx, occurrenceId);
  if (occurrence === undefined) throw new Error(`Expected occurrence ${occurrenceId} to stay, but it is gone`);
  const settled = await settle(surroundings, tx, {
    obligation,
    occurrence,
    judgment,
    voice: { ...voice, author: null, caseId: row.id },
  });
  return { occurrenceId, occurrenceState: settled.occurrence.state };
};
