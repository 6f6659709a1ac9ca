import { job } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { doEach } from '@irisflow/foundation';
import { listDueQuestions } from '../storage/questions.ts';
import type { Surroundings } from '../surroundings.ts';
import { followQuestion } from './follow-question.ts';

const PAGE = 200;

/** Tells cases that are open what changed of the rights that they asked for; answers how many were told. */
export const followRights = async (surroundings: Surroundings): Promise<number> => {
  const { database, clock, outboxBell } = surroundings;
  const today = dayOf(clock.now());
  let told = 0;
  for (let after = '0'; ;) {
    const due = await listDueQuestions(database, { today, after, limit: PAGE });
    told += await doEach('tell cases of rights that changed', due, (one) =>
      followQuestion(surroundings, job('rightSources'), one),
    );
    if (told > 0) outboxBell.ring();
    after = due.at(-1)?.consultationId ?? after;
    if (due.length < PAGE) return told;
  }
};
