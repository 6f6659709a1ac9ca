import {
  type Actor,
  appendAudit,
  actingFor,
  countRequestRow,
  fingerprintOf,
  requireClerk,
  sealDetail,
} from '@irisflow/access';
import { conditionsOf } from '../filter/compile-filter.ts';
import type { Surroundings } from '../surroundings.ts';
import type { ViewDefinition } from '../views/view-definition.ts';
import { isAnswer } from './cells.ts';

/** A list that stays open asks again every few seconds: the same question is noted once in this time. */
const ONCE_IN_MS = 3600_000;

const isNew = async (surroundings: Surroundings, actor: Actor, key: string): Promise<boolean> => {
  const { database, clock } = actingFor(surroundings, actor, 'requestCounts');
  const { count } = await countRequestRow(database, { key, windowMs: ONCE_IN_MS, at: clock.now() });
  return count === 1;
};

/**
 * Puts on record that somebody looked along what people answered or are called, whomever they found: who, when, by which fields and how. What
 * they looked for is sealed beside the chain, for the auditor, because it may name somebody.
 */
export const noteFilter = async (
  surroundings: Surroundings,
  actor: Actor,
  { filter }: ViewDefinition,
): Promise<void> => {
  const asked = conditionsOf(filter)
    .map(({ condition }) => condition)
    .filter(({ field }) => isAnswer(field) || field === 'applicant');
  if (asked.length === 0) return;
  const { person, administration } = requireClerk(actor);
  if (!(await isNew(surroundings, actor, `filter:${person.id}:${fingerprintOf(asked)}`))) return;
  await surroundings.database.transaction(async (tx) => {
    const before = asked.map(({ field, operator, values }) => ({ field, operator, values }));
    const content = { reason: null, before, after: null, names: asked.map(({ field }) => field) };
    await appendAudit(surroundings, tx, {
      actor,
      action: 'answers.filtered',
      object: `administration:${administration}`,
      administration,
      detail: {
        fields: asked.map(({ field, operator }) => `${field} ${operator}`).join(', '),
        sealed: await sealDetail(surroundings, tx, { administration, content }),
      },
    });
  });
};
