import {
  lockSealedCase,
  answerConsultation,
  consultationOutcome,
  noteAnswered,
  noteUnanswered,
} from '@irisflow/casework';
import { CaseworkError, isoOf } from '@irisflow/foundation';
import { endIdentifier } from '@irisflow/parties';
import type { ConnectorCall } from '../once.ts';
import type { UseCase } from '../surroundings.ts';

export interface Outcome extends ConnectorCall {
  readonly consultationId: string;
  /** The source's own word: `found`, a BPMN error code or `technical-failure`. */
  readonly outcome: string;
}

/** Completes an entry of the log with what became of the question. An outcome is written once and never changes. */
export const recordOutcome: UseCase<Outcome, Record<string, never>> = async (surroundings, actor, given) => {
  const { database, clock } = surroundings;
  const { consultationId: id, outcome } = given;
  if (!/^[0-9]{1,18}$/.test(id))
    throw new CaseworkError('INPUT_INVALID', 'Expected the id of a consultation, but found something else');
  await database.transaction(async (tx) => {
    const { id: caseId, person_id: partyId } = await lockSealedCase(tx, actor);
    const at = clock.now();
    const asked = await answerConsultation(tx, { id, caseId, outcome, at: isoOf(at) });
    if (asked === undefined)
      throw new CaseworkError('NOT_FOUND', `Expected consultation ${id} of this case, but there is none`);
    if (!asked.wasOpen) return;
    const { source_key: sourceKey, subject_index: subjectIndex, administration } = asked;
    const place = { caseId, sourceKey, subjectIndex: subjectIndex ?? '' };
    if (consultationOutcome(outcome) === 'answered') await noteAnswered(tx, place);
    else await noteUnanswered(tx, { ...place, administration, outcome, at });
    // Whoever it was of is found by it still; nothing new begins with it.
    if (outcome === 'ID_CANCELED' && subjectIndex !== null) {
      const because = { reason: outcome, by: `source:${sourceKey}`, administration };
      await endIdentifier(tx, { partyId, index: subjectIndex, state: 'canceled', at: isoOf(at), because });
    }
  });
  return {};
};
