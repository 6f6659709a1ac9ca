import {
  expectShape,
  incident,
  notYet,
  retryLater,
  type CallingJob,
  type Consultations,
  type DocumentReader,
  type GuardedFetch,
  type InboundResponse,
  type RunContext,
} from '@irisflow/connector-sdk';

import {
  PLATFORM_CALLS,
  platformCallUrl,
  platformDocumentUrl,
  type PlatformCallName,
  type PlatformRequest,
  type PlatformResponse,
} from './platform-api.ts';
import { pauseOf } from './registers/translate-refusal.ts';

/** The longest document that is read for sending. */
const MAX_DOCUMENT_BYTES = 20 * 1024 * 1024;

/** Where the platform is and how to knock. */
export type PlatformAccess = { readonly url: string; readonly token: string; readonly fetch: GuardedFetch };

/** The settings and secrets that `platformAccess` reads. */
export const PLATFORM_SETTINGS = ['PLATFORM_URL'] as const;
export const PLATFORM_SECRETS = ['PLATFORM_TOKEN'] as const;

/** The platform as a connector reaches it: by the port that leads there, for the guarded way out never does. */
export function platformAccess(context: RunContext): PlatformAccess {
  const { platform } = context.ports;
  if (platform === undefined) throw incident('Expected a way to the platform, but this worker has none.');
  return { url: context.setting('PLATFORM_URL'), token: context.secret('PLATFORM_TOKEN'), fetch: platform };
}

export type CaseCall<Name extends PlatformCallName> = {
  readonly name: Name;
  readonly caller: CallingJob;
  readonly idempotencyKey: string;
  readonly body: PlatformRequest<Name>;
};

/** Makes one call for a case; checks both ways against the agreed shapes. */
export async function callPlatform<Name extends PlatformCallName>(
  { url, token, fetch }: PlatformAccess,
  { name, caller, idempotencyKey, body }: CaseCall<Name>,
): Promise<PlatformResponse<Name>> {
  const { request, response: shape } = PLATFORM_CALLS[name];
  const response = await fetch({
    url: platformCallUrl(url, name),
    method: 'POST',
    headers: {
      ...headersOf(token, caller),
      'idempotency-key': idempotencyKey,
      'content-type': 'application/json',
      accept: 'application/json',
    },
    body: JSON.stringify(expectShape(request, body, `the request "${name}"`)),
  });
  if (response.status < 200 || response.status > 299) throw refusalOf(name, response);
  const answer: unknown = response.text === '' ? {} : parseJson(response.text);
  return expectShape(shape, answer, `the platform's answer to "${name}"`) as PlatformResponse<Name>;
}

/** Who asks, and for which case; the platform lets nobody in without. */
const headersOf = (
  token: string,
  { caseHandle, jobKey, connectorType }: CallingJob,
): Readonly<Record<string, string>> => ({
  authorization: `Bearer ${token}`,
  'irisflow-case': caseHandle,
  'irisflow-job': jobKey,
  'irisflow-connector': connectorType,
});

/** The job for whose case a connector runs; raises an incident when its process carries no case handle. */
export function requireCaseHandle({ caseHandle, jobKey, connectorType }: RunContext): CallingJob {
  if (caseHandle !== undefined) return { caseHandle, jobKey, connectorType };
  throw incident('Expected the process variable "caseHandle" that the platform gives, but it is missing.');
}

/** Asks the platform before a source is asked, and tells it the outcome. */
export const platformConsultations = (access: PlatformAccess): Consultations => ({
  ask: ({ consultationKey, source, subject, ...caller }) =>
    callPlatform(access, {
      name: 'askConsultation',
      caller,
      idempotencyKey: consultationKey,
      body: { source, subject },
    }),
  record: async ({ consultationKey, consultationId, outcome, ...caller }) => {
    const idempotencyKey = `${consultationKey}-outcome`;
    const body = { consultationId, outcome };
    await callPlatform(access, { name: 'recordConsultationOutcome', caller, idempotencyKey, body });
  },
});

/** Reads documents of a job's case from the platform. */
export function platformDocuments({ url, token, fetch }: PlatformAccess): DocumentReader {
  return async (caller, documentId) => {
    const response = await fetch({
      url: platformDocumentUrl(url, documentId),
      headers: headersOf(token, caller),
      maxBytes: MAX_DOCUMENT_BYTES,
    });
    if (response.status !== 200) throw refusalOf(`document ${documentId}`, response);
    return {
      fileName: decodeURIComponent(response.headers['x-file-name'] ?? documentId),
      mediaType: response.headers['content-type'] ?? 'application/octet-stream',
      bytes: response.bytes,
    };
  };
}

function refusalOf(what: string, response: InboundResponse): Error {
  const { status, headers } = response;
  const found = `Expected the platform to accept "${what}", but found status ${status}`;
  const { title, code } = (parseJson(response.text) ?? {}) as { readonly title?: unknown; readonly code?: unknown };
  if (code === 'CASE_NOT_STARTED')
    return notYet(`${found}: the case does not know its process yet.`, pauseOf(headers).afterMs ?? 1000);
  if (status === 429 || status >= 500) return retryLater(`UNAVAILABLE: ${found}.`, pauseOf(headers));
  return incident(`${found}${typeof title === 'string' ? ` (${title})` : ''}.`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
