import type { Queryable } from '@irisflow/database';
import { actingFor } from '@irisflow/access';
import { listCaseDocuments, recordOpening } from '@irisflow/casework';
import { CaseworkError, requireSaid } from '@irisflow/foundation';
import { findOpinion } from '../storage/opinions.ts';
import { MAX_SAID } from '../said.ts';
import type { UseCase } from '../surroundings.ts';
import type { AskedOpinion, OpinionOutcome } from '../views/opinion.ts';
import { type Asked, lockAsked, requireAnswerable } from './asked-access.ts';
import { viewAsked } from './asked-opinions.ts';
import { finishOpinion } from './end-opinion.ts';
import { opinionCategory } from './opinion-documents.ts';

export interface Answer {
  readonly opinionId: string;
  readonly outcome: OpinionOutcome;
  readonly conditions?: string;
  readonly motivation: string;
  /** Files that were added for this answer. */
  readonly documents: readonly string[];
}

const conditionsOf = ({ outcome, conditions = '' }: Answer): string | null =>
  outcome === 'conditional'
    ? requireSaid(conditions, { what: 'the conditions', pointer: '/conditions', most: MAX_SAID })
    : null;

/** Only what whoever answers added to this case themselves goes with the answer. */
const requireAdded = async (tx: Queryable, { clerk, row }: Asked, { documents }: Answer): Promise<string[]> => {
  const wanted = [...new Set(documents)];
  const own = (await listCaseDocuments(tx, row.id)).filter(
    (one) => one.category === opinionCategory && one.added_by === clerk.person.id,
  );
  const stranger = wanted.find((one) => !own.some(({ id }) => id === one));
  if (stranger === undefined) return wanted;
  throw new CaseworkError(
    'INPUT_INVALID',
    `Expected documents that were added for this answer, but ${stranger.slice(0, 80)} is none`,
    { errors: [{ pointer: '/documents', keyword: 'unknown' }] },
  );
};

/** Gives an opinion, once. */
export const answerOpinion: UseCase<Answer, AskedOpinion> = async (given, actor, answer) => {
  const motivation = requireSaid(answer.motivation, { what: 'a motivation', pointer: '/motivation', most: MAX_SAID });
  const conditions = conditionsOf(answer);
  const surroundings = actingFor(given, actor, 'opinions');
  const view = await surroundings.database.transaction(async (tx) => {
    const found = await lockAsked(tx, actor, answer.opinionId);
    await requireAnswerable(surroundings, tx, found);
    const { clerk, row, opinion } = found;
    const answerDocuments = await requireAdded(tx, found, answer);
    await finishOpinion(surroundings, tx, {
      actor,
      row,
      opinion,
      end: {
        state: 'given',
        endedBy: clerk.person.id,
        outcome: answer.outcome,
        conditions,
        motivation,
        answerDocuments,
      },
    });
    await recordOpening(surroundings, tx, { clerk, row, category: 'opinion' });
    const after = (await findOpinion(tx, opinion.id)) ?? opinion;
    return viewAsked(given, tx, { ...found, opinion: after });
  });
  surroundings.outboxBell.ring();
  return view;
};
