import { room } from '@irisflow/access';
import { askAgain } from './ask-again.ts';
import { settleChange } from './changes/settle-change.ts';
import { correctFact } from './correct-fact.ts';
import { hasOpenApart, listFacts, listMyFacts } from './list-facts.ts';
import type { Surroundings } from './surroundings.ts';

export const factsRoom = (surroundings: Surroundings) =>
  room(surroundings, { listFacts, listMyFacts, hasOpenApart, askAgain, correctFact, settleChange });
