import {
  expectShape,
  incident,
  retryLater,
  type ConsultationLog,
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

/** The platform as a connector reaches it. */
export const platformAccess = (context: RunContext): PlatformAccess => ({
  url: context.setting('PLATFORM_URL'),
  token: context.secret('PLATFORM_TOKEN'),
  fetch: context.fetch,
});

export type CaseCall<Name extends PlatformCallName> = {
  readonly name: Name;
  readonly caseId: string;
  readonly idempotencyKey: string;
  readonly body: PlatformRequest<Name>;
};

/** Makes one call for a case; checks both ways against the agreed shapes. */
export async function callPlatform<Name extends PlatformCallName>(
  { url, token, fetch }: PlatformAccess,
  { name, caseId, idempotencyKey, body }: CaseCall<Name>,
): Promise<PlatformResponse<Name>> {
  const { request, response: shape } = PLATFORM_CALLS[name];
  const response = await fetch({
    url: platformCallUrl(url, caseId, name),
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
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

/** The case on whose behalf a connector runs; raises an incident when the process has no `caseId`. */
export function requireCaseId({ caseId }: RunContext): string {
  if (caseId !== undefined && caseId !== '') return caseId;
  throw incident('Expected the process variable "caseId" to name a case, but it is missing.');
}

/** A consultation log that lives in the platform's case file. */
export function platformConsultationLog(access: PlatformAccess): ConsultationLog {
  return async ({ caseId, consultationKey, source, subject, purpose, legalBasis, at, outcome }) => {
    const body = { source, subject, purpose, legalBasis, at, outcome };
    await callPlatform(access, { name: 'logConsultation', caseId, idempotencyKey: consultationKey, body });
  };
}

/** Reads documents of a case from the platform. */
export function platformDocuments({ url, token, fetch }: PlatformAccess): DocumentReader {
  return async (caseId, documentId) => {
    const response = await fetch({
      url: platformDocumentUrl(url, caseId, documentId),
      headers: { authorization: `Bearer ${token}` },
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
  if (status === 429 || status >= 500) return retryLater(`UNAVAILABLE: ${found}.`, pauseOf(headers));
  const { title } = (parseJson(response.text) ?? {}) as { readonly title?: unknown };
  return incident(`${found}${typeof title === 'string' ? ` (${title})` : ''}.`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
