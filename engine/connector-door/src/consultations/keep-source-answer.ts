import { appendAudit, requireConnector } from '@irisflow/access';
import { insertReply, lockSealedCase, type CaseRow } from '@irisflow/casework';
import { findQuestions, keepAnswer } from '@irisflow/facts';
import { CaseworkError } from '@irisflow/foundation';
import { authorizationInForce } from '@irisflow/procedures';
import type { Queryable } from '@irisflow/database';
import { knownReply, type ConnectorCall } from '../once.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';

export interface SourceAnswer extends ConnectorCall {
  /** The questions of the case that it answers, all to one source. */
  readonly consultationIds: readonly string[];
  readonly question: unknown;
  readonly answer: unknown;
}

type Values = Readonly<Record<string, unknown>>;

const valuesOf = (value: unknown): Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Values) : {};

/** The questions that it answers, each of this case and to one source. */
const requireQuestions = async (tx: Queryable, row: CaseRow, ids: readonly string[]) => {
  const isId = ids.every((id) => /^[0-9]{1,18}$/.test(id));
  const questions = isId ? await findQuestions(tx, { caseId: row.id, ids }) : [];
  const sources = new Set(questions.map(({ source_key: key }) => key));
  const last = questions.at(-1);
  if (last !== undefined && sources.size === 1 && questions.length === new Set(ids).size)
    return { last, aboutOthers: questions.some(({ reason }) => reason !== null) };
  throw new CaseworkError('NOT_FOUND', 'Expected questions of this case to one source, but found others');
};

/** The fields of an answer that may be used; without an authorization none, whatever the connector sends. */
const permittedFields = async (surroundings: Surroundings, tx: Queryable, row: CaseRow, sourceKey: string) => {
  const { administration, procedure_key: procedureKey } = row;
  const found = await authorizationInForce(surroundings, tx, { administration, procedureKey, sourceKey });
  // A key to wait on says nothing of anybody.
  return (found?.fields ?? []).filter((name) => name !== 'mutationKey');
};

/** Keeps what a source answered for the case, sealed; the same key again keeps nothing more. */
export const keepSourceAnswer: UseCase<SourceAnswer, Record<string, never>> = async (surroundings, caller, given) => {
  const actor = requireConnector(caller);
  const { database, clock } = surroundings;
  const { idempotencyKey: key, consultationIds, question, answer } = given;
  return database.transaction(async (tx) => {
    const row = await lockSealedCase(tx, actor);
    const { id: caseId, administration } = row;
    const operation = 'source-answers';
    if ((await knownReply(tx, { caseId, idempotencyKey: key, operation })) !== null) return {};
    const { last, aboutOthers } = await requireQuestions(tx, row, consultationIds);
    const fields = await permittedFields(surroundings, tx, row, last.source_key);
    await keepAnswer(surroundings, tx, {
      caseId,
      administration,
      sourceKey: last.source_key,
      consultationId: last.id,
      askedBy: 'process',
      aboutOthers,
      input: valuesOf(question),
      output: Object.fromEntries(Object.entries(valuesOf(answer)).filter(([name]) => fields.includes(name))),
    });
    // Asked again after a failure, a source may say something else: what was kept first stands.
    await insertReply(tx, { caseId, key, operation, requestSha256: null, reply: {}, at: clock.now() });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'consultation.kept',
      object: `consultation:${last.id}`,
      administration,
      detail: { source: last.source_key, case: caseId },
    });
    return {};
  });
};
