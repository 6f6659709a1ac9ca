import { CASE_HANDLE, caseNamedBy } from './case-handle.ts';
import { failureOf, incident, retryLater } from './failures.ts';
import type { ConsultationTerms } from './run-context.ts';
import type { RunParts } from './run-surroundings.ts';

export type Questioner = RunParts & { readonly caseHandle: string | undefined; readonly questionKey: string };

/** Asks a source and logs that it was asked, once, with the outcome; the answer waits until the log has accepted. */
export async function consultWithTrace<T>(
  questioner: Questioner,
  subject: string,
  ask: (terms: ConsultationTerms) => Promise<T>,
): Promise<T> {
  const terms = termsOf(questioner);
  const at = questioner.surroundings.now().toISOString();
  const trace = (outcome: string) => record(questioner, { subject, terms, at, outcome });
  let answer: T;
  try {
    answer = await ask(terms);
  } catch (error) {
    const failure = failureOf(error);
    await trace(failure.kind === 'bpmnError' ? failure.code : 'technical-failure');
    throw error;
  }
  await trace('found');
  return answer;
}

function termsOf({ connector, job, caseHandle }: Questioner): ConsultationTerms {
  const { purpose, legalBasis } = connector.consults ?? {};
  const terms = {
    purpose: job.customHeaders['purpose'] ?? purpose,
    legalBasis: job.customHeaders['legalBasis'] ?? legalBasis,
    caseId: caseHandle === undefined ? job.caseId : caseNamedBy(caseHandle),
  };
  const missing = Object.entries(terms).find(([, value]) => typeof value !== 'string' || value === '')?.[0];
  if (missing === undefined) return terms as ConsultationTerms;
  const place = missing === 'caseId' ? `the variable "${CASE_HANDLE}"` : `the task header "${missing}"`;
  throw incident(
    `Expected ${place} at element "${job.elementId}" before a consultation by ${connector.type}, but it is missing.`,
  );
}

type Trace = {
  readonly subject: string;
  readonly terms: ConsultationTerms;
  readonly at: string;
  readonly outcome: string;
};

async function record(questioner: Questioner, { subject, terms, at, outcome }: Trace): Promise<void> {
  const { connector, job, surroundings, questionKey, caseHandle = '' } = questioner;
  if (surroundings.consultationLog === undefined || connector.consults === undefined) {
    throw incident(`Expected a consultation log and a declared source for ${connector.type}, but one is missing.`);
  }
  try {
    await surroundings.consultationLog({
      // The instant is part of the key: a job that is tried again asks again, and each question counts.
      consultationKey: `${questionKey}-${at}`,
      caseHandle,
      jobKey: job.key,
      connectorType: connector.type,
      source: connector.consults.source,
      subject,
      purpose: terms.purpose,
      legalBasis: terms.legalBasis,
      at,
      outcome,
    });
  } catch {
    throw retryLater(
      `UNAVAILABLE: Expected the consultation log to accept a record of ${connector.type}, but it did not.`,
    );
  }
}
