import type { Queryable } from '@irisflow/database';
import { type ConnectorActor, appendAudit, requireConnector } from '@irisflow/access';
import { type ConnectorCall, knownReply, refuseTransferred, requestOf } from '../once.ts';
import {
  type CaseRow,
  insertConsultation,
  insertParty,
  insertReply,
  lockSealedCase,
  noteUnanswered,
} from '@irisflow/casework';
import { isoOf } from '@irisflow/foundation';
import { ownAccess } from '@irisflow/procedures';
import type { Surroundings, UseCase } from '../surroundings.ts';
import { judgeQuestion, type Ground, type Permission, type Refusal } from '@irisflow/facts';

/** A subject as registers write it: the digits of a number, whatever stands between them. */
export const subjectNumber = (written: string): string => written.replaceAll(/\D/g, '');

export interface Question extends ConnectorCall {
  /** Key of the source. */
  readonly source: string;
  /** National number of the person the question is about. */
  readonly subject: string;
}

interface Asking {
  readonly actor: ConnectorActor;
  readonly question: Question;
  readonly row: CaseRow;
  readonly number: string;
  readonly numberIndex: string;
}

const placeOf = ({ actor, question, row }: Asking) => ({
  source: question.source,
  ...actor.work,
  instance: row.process_instance_key,
  procedureVersion: row.procedure_version,
});

const refuse = async (
  surroundings: Surroundings,
  tx: Queryable,
  asking: Asking,
  refusal: Refusal,
): Promise<Permission> => {
  const { actor, row } = asking;
  await appendAudit(surroundings, tx, {
    actor,
    action: 'consultation.refused',
    object: `case:${row.id}`,
    administration: row.administration,
    outcome: refusal,
    detail: placeOf(asking),
  });
  await noteUnanswered(tx, {
    caseId: row.id,
    administration: row.administration,
    sourceKey: asking.question.source,
    subjectIndex: asking.numberIndex,
    outcome: refusal,
    at: surroundings.clock.now(),
  });
  return { permitted: false, refusal };
};

/** Whoever is asked about under a reason becomes a party of the case, known to us or not. */
const noteParty = async ({ random, numbers, clock }: Surroundings, tx: Queryable, asking: Asking): Promise<void> => {
  const id = random.id();
  await insertParty(tx, {
    id,
    caseId: asking.row.id,
    administration: asking.row.administration,
    role: 'concerned',
    // A connector knows the applicant alone; the number finds others when they sign in.
    personId: null,
    numberSealed: numbers.seal(asking.number, id),
    numberIndex: asking.numberIndex,
    since: isoOf(clock.now()),
  });
};

const permit = async (
  surroundings: Surroundings,
  tx: Queryable,
  asking: Asking,
  ground: Ground,
): Promise<Permission> => {
  const { actor, question, row, numberIndex } = asking;
  if (ground.reason !== null) await noteParty(surroundings, tx, asking);
  const consultationId = await insertConsultation(tx, {
    administration: row.administration,
    subjectIndex: numberIndex,
    caseId: row.id,
    authorizationId: ground.authorizationId,
    at: isoOf(surroundings.clock.now()),
    sourceKey: question.source,
    source: ground.source,
    purpose: ground.purpose,
    legalBasis: ground.legalBasis,
    reason: ground.reason,
    consultedBy: row.administration,
    questionKey: question.idempotencyKey,
    processId: actor.work.process,
    processInstanceKey: row.process_instance_key,
    elementId: actor.work.element,
  });
  await appendAudit(surroundings, tx, {
    actor,
    action: 'consultation.asked',
    object: `consultation:${consultationId}`,
    administration: row.administration,
    detail: {
      ...placeOf(asking),
      case: row.id,
      authorization: ground.authorizationId,
      aboutApplicant: ground.reason === null,
    },
  });
  const { legalBasis, fields } = ground;
  return {
    permitted: true,
    consultationId,
    purpose: ground.purpose[row.language],
    legalBasis: legalBasis[row.language],
    fields,
  };
};

const judge = async (surroundings: Surroundings, tx: Queryable, asking: Asking): Promise<Permission> => {
  if (asking.number === '') return refuse(surroundings, tx, asking, 'SUBJECT_UNREADABLE');
  const verdict = await judgeQuestion(surroundings, tx, { ...asking, source: asking.question.source });
  return 'refusal' in verdict
    ? refuse(surroundings, tx, asking, verdict.refusal)
    : permit(surroundings, tx, asking, verdict.ground);
};

/**
 * Tells the connector of a source by what the administration of the case reaches it. Beside the reply and not in it: what is
 * kept for the same question holds no secret. Another connector than the one of the source is told nothing.
 */
const withAccess = async (
  surroundings: Surroundings,
  { connector, case: { administration } }: ConnectorActor,
  { source, permission }: { readonly source: string; readonly permission: Permission },
): Promise<Permission> => {
  if (!permission.permitted || connector !== source) return permission;
  const access = await ownAccess(surroundings, { administration, sourceKey: source });
  return access === null ? permission : { ...permission, access };
};

/**
 * A connector asks before it asks a source. What may be asked is logged as asked before the source hears of it; what may
 * not be asked is audited. The same key again answers as the first time.
 */
export const askConsultation: UseCase<Question, Permission> = async (surroundings, caller, question) => {
  const actor = requireConnector(caller);
  const { database, numbers, clock } = surroundings;
  const { idempotencyKey: key } = question;
  const number = subjectNumber(question.subject);
  const permission = await database.transaction(async (tx) => {
    const row = await lockSealedCase(tx, actor);
    const caseId = row.id;
    const call = { ...question, caseId, operation: 'consultations' };
    const known = await knownReply<Permission>(tx, call);
    if (known !== null) return known.reply;
    refuseTransferred(row);
    const asking = { actor, question, row, number, numberIndex: numbers.index(number) };
    const reply = await judge(surroundings, tx, asking);
    await insertReply(tx, {
      caseId,
      key,
      operation: call.operation,
      requestSha256: requestOf(call),
      reply,
      at: clock.now(),
    });
    return reply;
  });
  return withAccess(surroundings, actor, { source: question.source, permission });
};
