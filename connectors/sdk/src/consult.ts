import { CASE_HANDLE, caseNamedBy } from './case-handle.ts';
import { consultedSource } from './consulted-source.ts';
import type { CallingJob } from './calling-job.ts';
import type { ConsultationPermission, Consultations } from './connector-ports.ts';
import { bpmnError, failureOf, incident, retryLater } from './failures.ts';
import type { ConsultationTerms } from './run-context.ts';
import type { RunParts } from './run-surroundings.ts';

export type Questioner = RunParts & { readonly caseHandle: string | undefined; readonly questionKey: string };

type Permitted = Extract<ConsultationPermission, { readonly permitted: true }>;

/**
 * Asks the platform, then the source, then tells the platform the outcome. Without permission the source hears nothing; the
 * answer waits until the outcome is logged.
 */
export const consultWithTrace = async <T>(
  questioner: Questioner,
  subject: string,
  ask: (terms: ConsultationTerms) => Promise<T>,
): Promise<T> => {
  const asking = prepare(questioner);
  const { purpose, legalBasis, fields, access, consultationId } = await permissionFor(questioner, asking, subject);
  if (access !== undefined) questioner.ownAccess.take(access);
  questioner.allowedFields.narrow(fields);
  const record = (outcome: string) =>
    logged(questioner, asking.consultations.record({ ...asking.key, consultationId, outcome }));
  let answer: T;
  try {
    answer = await ask({ purpose, legalBasis, caseId: asking.caseId, consultationId });
  } catch (error) {
    const failure = failureOf(error);
    await record(failure.kind === 'bpmnError' ? failure.code : 'technical-failure');
    throw error;
  }
  await record('found');
  questioner.answered.push(consultationId);
  return answer;
};

type Asking = {
  readonly consultations: Consultations;
  readonly source: string;
  /** What the source notes. */
  readonly caseId: string;
  readonly key: CallingJob & { readonly consultationKey: string };
};

const prepare = ({ connector, job, surroundings, caseHandle, questionKey }: Questioner): Asking => {
  const { consultations, now } = surroundings;
  const source = consultedSource(connector, job.variables);
  if (consultations === undefined || source === undefined) {
    throw incident(`Expected a consultation log and a declared source for ${connector.type}, but one is missing.`);
  }
  const caseId = caseHandle === undefined ? job.caseId : caseNamedBy(caseHandle);
  if (caseId === undefined || caseId === '') {
    throw incident(
      `Expected the variable "${CASE_HANDLE}" at element "${job.elementId}" before a consultation by ${connector.type}, but it is missing.`,
    );
  }
  const caller = { caseHandle: caseHandle ?? '', jobKey: job.key, connectorType: connector.type };
  // The instant is part of the key: a job that is tried again asks again, and each question counts.
  const consultationKey = `${questionKey}-${now().toISOString()}`;
  return { consultations, source, caseId, key: { ...caller, consultationKey } };
};

const permissionFor = async (questioner: Questioner, asking: Asking, subject: string): Promise<Permitted> => {
  const { source, key, consultations } = asking;
  const permission = await logged(questioner, consultations.ask({ ...key, source, subject }));
  if (permission.permitted) return permission;
  const { refusal } = permission;
  throw bpmnError('NO_AUTHORIZATION', `The platform does not permit this consultation (${refusal}).`, { refusal });
};

/** Hands over what a run learned; a run that asked nobody has nothing to say. */
export const keepAnswer = async (
  questioner: Questioner,
  { question, answer }: { readonly question: unknown; readonly answer: unknown },
): Promise<void> => {
  const { answered, surroundings } = questioner;
  if (answered.length === 0 || surroundings.consultations?.keep === undefined) return;
  const { key } = prepare(questioner);
  await logged(
    questioner,
    surroundings.consultations.keep({ ...key, consultationIds: [...answered], question, answer }),
  );
};

const logged = async <T>({ connector }: Questioner, work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    if (['incident', 'notYet'].includes(failureOf(error).kind)) throw error;
    throw retryLater(
      `UNAVAILABLE: Expected the consultation log to accept a record of ${connector.type}, but it did not.`,
    );
  }
};
