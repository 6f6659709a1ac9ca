import { job } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { doEach } from '@irisflow/foundation';
import { type DueQuestion, listDueQuestions } from '../storage/questions.ts';
import type { Surroundings } from '../surroundings.ts';
import { followQuestion } from './follow-question.ts';

const PAGE = 200;

const listAllDue = async ({ database, clock }: Surroundings): Promise<DueQuestion[]> => {
  const today = dayOf(clock.now());
  const all: DueQuestion[] = [];
  for (;;) {
    const due = await listDueQuestions(database, { today, after: all.at(-1)?.consultationId ?? '0', limit: PAGE });
    all.push(...due);
    if (due.length < PAGE) return all;
  }
};

/** Tells cases that are open what changed of the rights that they asked for; answers how many were told. */
export const followRights = async (surroundings: Surroundings): Promise<number> => {
  const due = await listAllDue(surroundings);
  if (due.length === 0) return 0;
  try {
    return await doEach('tell cases of rights that changed', due, (one) =>
      followQuestion(surroundings, job('rightSources'), one),
    );
  } finally {
    surroundings.outboxBell.ring();
  }
};
