import { type Actor, appendAudit, canonicalJson } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import type { RightSourceRow } from '@irisflow/procedures';
import type { Asked } from '../storage/asked-rights.ts';
import { followNewest, insertQuestion } from '../storage/questions.ts';
import type { Surroundings } from '../surroundings.ts';
import type { Told, Wanted } from './tell-right.ts';

/** By which it is known that a source says something else: keyed, so that nobody finds out what it was. */
export const digestOf = (
  { numbers }: Pick<Surroundings, 'numbers'>,
  { answer, because, right, values }: Told,
): string => numbers.index(canonicalJson({ answer, because, right: right?.id ?? null, values }));

interface Noted {
  readonly actor: Actor;
  readonly asked: Asked;
  readonly source: RightSourceRow;
  readonly wanted: Wanted;
  readonly told: Told;
}

/** Writes down with whoever holds the rights who asked for one, why, and what was told. */
export const noteQuestion = async (
  surroundings: Surroundings,
  tx: Queryable,
  { actor, asked, source, wanted, told }: Noted,
): Promise<void> => {
  const { administration, key: sourceKey } = source;
  const { answer, because, right } = told;
  await insertQuestion(tx, {
    consultationId: asked.id,
    administration,
    sourceKey,
    askedBy: asked.administration,
    purpose: asked.purpose,
    legalBasis: asked.legalBasis,
    at: surroundings.clock.now(),
    onDay: wanted.onDay,
    answer,
    because,
    rightId: right?.id ?? null,
    caseId: right?.case_id ?? null,
    fields: Object.keys(told.values),
    subjectIndex: wanted.subjectIndex,
    rightNumber: wanted.number,
    digest: digestOf(surroundings, told),
    lookOn: told.nextDay,
  });
  if (asked.caseId !== null) await followNewest(tx, { consultationId: asked.id, caseId: asked.caseId });
  await appendAudit(surroundings, tx, {
    actor,
    action: 'rightSource.asked',
    object: right === null ? `rightSource:${sourceKey}` : `right:${right.id}`,
    administration,
    outcome: answer,
    detail: { source: sourceKey, by: asked.administration, consultation: asked.id },
  });
};
