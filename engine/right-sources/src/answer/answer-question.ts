import { type Actor, answering } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { CaseworkError, type LocalizedText } from '@irisflow/foundation';
import { answersTo, findRightSource } from '@irisflow/procedures';
import { findAsked, permittedFields } from '../storage/asked-rights.ts';
import type { Surroundings } from '../surroundings.ts';
import type { RightAnswer } from '../views/right-source.ts';
import { noteQuestion } from './note-question.ts';
import { tellRight } from './tell-right.ts';

export interface RightQuestion {
  /** Of the log: what may be asked stands there before it is answered. */
  readonly consultationId: string;
  /** As on which day; today where it is left out. */
  readonly onDay?: string | null | undefined;
  /** Of which right, where somebody may hold several. */
  readonly rightNumber?: string | null | undefined;
}

export interface ToldRight {
  readonly answer: RightAnswer;
  readonly values: Readonly<Record<string, unknown>>;
  readonly words: Readonly<Record<string, LocalizedText>>;
}

const notAsked = (): CaseworkError =>
  new CaseworkError('NOT_FOUND', 'Expected an open question to rights that may be asked, but there is none');

/**
 * Answers a question of the log from the rights of another administration, and writes down there who asked. Without such a
 * question, which names its case or form, its authorization and whom it is about, there is nothing to answer.
 */
export const answerQuestion = async (
  given: Surroundings,
  actor: Actor,
  { consultationId, onDay = null, rightNumber = null }: RightQuestion,
): Promise<ToldRight> => {
  if (!/^[0-9]{1,18}$/.test(consultationId)) throw notAsked();
  const surroundings = answering(given, actor, { question: consultationId, caseId: null });
  return surroundings.database.transaction(async (tx) => {
    const asked = await findAsked(tx, consultationId);
    if (asked === undefined || !asked.isOpen || asked.subjectIndex === null) throw notAsked();
    const source = await findRightSource(tx, asked.sourceKey);
    if (source === undefined || !answersTo(source, asked.administration)) throw notAsked();
    const permitted = await permittedFields(tx, asked);
    // That there is such a right would be told as well.
    if (permitted === null) throw notAsked();
    const wanted = {
      source,
      subjectIndex: asked.subjectIndex,
      onDay,
      number: rightNumber,
      fields: source.fields.filter((name) => permitted.includes(name)),
      today: dayOf(surroundings.clock.now()),
    };
    const told = await tellRight(surroundings, tx, wanted);
    await noteQuestion(surroundings, tx, { actor, asked, source, wanted, told });
    const { answer, values, words } = told;
    return { answer, values, words };
  });
};
