import { type Actor, answering } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { findCase, hasEnded } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import type { LocalizedText } from '@irisflow/foundation';
import { authorizationInForce, findRightSource } from '@irisflow/procedures';
import { digestOf, noteQuestion } from '../answer/note-question.ts';
import { tellRight, type Wanted } from '../answer/tell-right.ts';
import { findAsked } from '../storage/asked-rights.ts';
import { type DueQuestion, lockDueQuestion, lookAgain } from '../storage/questions.ts';
import type { Surroundings } from '../surroundings.ts';
import { type Following, logConsultation, tellCase } from './tell-case.ts';

const stop = (tx: Queryable, consultationId: string) =>
  lookAgain(tx, { consultationId, lookOn: null, followed: false });

/**
 * Looks whether a source would answer a question of a case otherwise today, and tells the case where it would. Whatever keeps
 * the case from asking keeps it from being told: that it is over, that its authorization is, or that the source is none any more.
 */
export const followQuestion = async (
  given: Surroundings,
  actor: Actor,
  { consultationId, caseId }: DueQuestion,
): Promise<boolean> => {
  const surroundings = answering(given, actor, { question: consultationId, caseId });
  const today = dayOf(surroundings.clock.now());
  return surroundings.database.transaction(async (tx) => {
    const due = await lockDueQuestion(tx, { consultationId, today });
    const asked = await findAsked(tx, consultationId);
    const row = await findCase(tx, caseId);
    if (due === undefined || asked === undefined || row === undefined) return false;
    const { subjectIndex, sourceKey, administration } = asked;
    const source = await findRightSource(tx, sourceKey);
    const ground = await authorizationInForce(surroundings, tx, {
      administration,
      procedureKey: row.procedure_key,
      sourceKey,
    });
    if (hasEnded(row) || source === undefined || ground === null || subjectIndex === null) {
      await stop(tx, consultationId);
      return false;
    }
    const fields = source.fields.filter((name) => ground.fields.includes(name));
    const wanted: Wanted = { source, subjectIndex, onDay: due.on_day, number: due.right_number, fields, today };
    const told = await tellRight(surroundings, tx, wanted);
    if (digestOf(surroundings, told) === due.told_digest) {
      await lookAgain(tx, { consultationId, lookOn: told.nextDay, followed: true });
      return false;
    }
    const following: Following = { asked: { ...asked, subjectIndex }, row, told };
    const why = {
      id: ground.id,
      purpose: ground.purpose as LocalizedText,
      legalBasis: ground.legal_basis as LocalizedText,
    };
    const newId = await logConsultation(surroundings, tx, { following, ground: why });
    const again = { ...asked, id: newId, purpose: why.purpose, legalBasis: why.legalBasis };
    await noteQuestion(surroundings, tx, { actor, asked: again, source, wanted, told });
    await tellCase(surroundings, tx, { following, consultationId: newId });
    await stop(tx, consultationId);
    return true;
  });
};
