import type { Queryable } from '@irisflow/database';
import { type Actor, type KnownPerson, appendAudit } from '@irisflow/access';
import {
  authorizationInForce,
  isOnPaper,
  ownAccess,
  type PublishedProcedure,
  type ProcedureDescription,
  type AuthorizationRow,
  type SourceOfProcedure,
} from '@irisflow/procedures';
import { isoOf, type LocalizedText } from '@irisflow/foundation';
import { answerConsultation, insertConsultation } from '../storage/consultations.ts';
import type { Surroundings } from '../surroundings.ts';
import type { SourceAnswer, SourceQuestion } from './prefill-sources.ts';

export type SourceDescription = ProcedureDescription['sources'][number];

export interface Asker {
  readonly person: KnownPerson;
  readonly actor: Actor;
  readonly procedure: PublishedProcedure;
  readonly nationalNumber: string;
}

export interface Asked {
  readonly source: SourceDescription;
  readonly answer: SourceAnswer;
  /** Null when the source was not asked. */
  readonly consultationId: string | null;
}

/** By which a form may ask a source today, or why it may not. */
const permitted = async (
  surroundings: Surroundings,
  tx: Queryable,
  wanted: SourceOfProcedure,
): Promise<AuthorizationRow | 'ON_PAPER' | 'NO_AUTHORIZATION'> =>
  (await isOnPaper(surroundings, tx, wanted))
    ? 'ON_PAPER'
    : ((await authorizationInForce(surroundings, tx, wanted)) ?? 'NO_AUTHORIZATION');

/** Logs that a source is about to be asked; what may not be asked is not, and that is audited. */
const announce = async (
  surroundings: Surroundings,
  { actor, procedure, nationalNumber }: Asker,
  source: SourceDescription,
): Promise<{ readonly id: string; readonly authorization: AuthorizationRow } | { readonly refusal: string }> => {
  const { database, clock, numbers } = surroundings;
  const { administration, key: procedureKey, version } = procedure;
  const sourceKey = source.key;
  return database.transaction(async (tx) => {
    const permission = await permitted(surroundings, tx, { administration, procedureKey, sourceKey });
    const isRefused = typeof permission === 'string';
    const announced = isRefused
      ? { refusal: permission }
      : {
          authorization: permission,
          id: await insertConsultation(tx, {
            administration,
            subjectIndex: numbers.index(nationalNumber),
            caseId: null,
            authorizationId: permission.id,
            at: isoOf(clock.now()),
            sourceKey,
            source: source.name,
            purpose: permission.purpose as LocalizedText,
            legalBasis: permission.legal_basis as LocalizedText,
            reason: null,
            consultedBy: administration,
            questionKey: null,
            processId: null,
            processInstanceKey: null,
            elementId: null,
          }),
        };
    await appendAudit(surroundings, tx, {
      actor,
      action: isRefused ? 'consultation.refused' : 'consultation.asked',
      object: 'id' in announced ? `consultation:${announced.id}` : `procedure:${procedureKey}`,
      administration,
      ...(isRefused ? { outcome: permission } : {}),
      detail: { source: sourceKey, procedureVersion: version, form: true },
    });
    return announced;
  });
};

const answerOf = async ({ prefill, clock }: Surroundings, key: string, question: SourceQuestion) => {
  try {
    return await prefill(key, question);
  } catch {
    // A source that breaks its promise has not answered; the consultation happened all the same.
    return { ok: false, reason: `UNAVAILABLE at ${isoOf(clock.now())}` } as const;
  }
};

const onlyFields = (answer: SourceAnswer, fields: readonly string[]): SourceAnswer =>
  answer.ok
    ? { ...answer, values: Object.fromEntries(Object.entries(answer.values).filter(([name]) => fields.includes(name))) }
    : answer;

/** Asks one source about the person who fills a form, when the procedure is authorized to; only authorized fields come back. */
export const askForForm = async (
  surroundings: Surroundings,
  asker: Asker,
  source: SourceDescription,
): Promise<Asked> => {
  const announced = await announce(surroundings, asker, source);
  if ('refusal' in announced) return { source, answer: { ok: false, reason: announced.refusal }, consultationId: null };
  const { id, authorization } = announced;
  const { database, clock } = surroundings;
  const access = await ownAccess(surroundings, {
    administration: asker.procedure.administration,
    sourceKey: source.key,
  });
  const answer = await answerOf(surroundings, source.key, {
    ...(access === null ? {} : { access }),
    nationalNumber: asker.nationalNumber,
    consultationId: id,
    purpose: (authorization.purpose as LocalizedText)[asker.person.language],
    legalBasis: (authorization.legal_basis as LocalizedText)[asker.person.language],
  });
  const outcome = answer.ok ? 'answered' : answer.reason;
  await answerConsultation(database, { id, caseId: null, outcome, at: isoOf(clock.now()) });
  return { source, answer: onlyFields(answer, authorization.fields), consultationId: id };
};
