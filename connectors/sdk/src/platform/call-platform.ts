import type { CallingJob } from '../calling-job.ts';
import type { InboundResponse } from '../exchange.ts';
import { incident, notYet, retryLater } from '../failures.ts';
import { pauseOf } from '../retry-after.ts';
import { expectShape } from '../schema-check.ts';
import type { PlatformAccess } from './platform-access.ts';
import {
  PLATFORM_CALLS,
  platformCallUrl,
  type PlatformCallName,
  type PlatformRequest,
  type PlatformResponse,
} from './platform-api.ts';

export type CaseCall<Name extends PlatformCallName> = {
  readonly name: Name;
  readonly caller: CallingJob;
  readonly idempotencyKey: string;
  readonly body: PlatformRequest<Name>;
};

/** Makes one call for a case; checks both ways against the agreed shapes. */
export const callPlatform = async <Name extends PlatformCallName>(
  { url, token, fetch }: PlatformAccess,
  { name, caller, idempotencyKey, body }: CaseCall<Name>,
): Promise<PlatformResponse<Name>> => {
  const { request, response: shape } = PLATFORM_CALLS[name];
  const response = await fetch({
    url: platformCallUrl(url, name),
    method: 'POST',
    headers: {
      ...callingHeaders(token, caller),
      'idempotency-key': idempotencyKey,
      'content-type': 'application/json',
      accept: 'application/json',
    },
    body: JSON.stringify(expectShape(request, body, `the request "${name}"`)),
  });
  if (response.status < 200 || response.status > 299) throw refusalOf(name, response);
  const answer: unknown = response.text === '' ? {} : parseJson(response.text);
  return expectShape(shape, answer, `the platform's answer to "${name}"`) as PlatformResponse<Name>;
};

/** Who asks, and for which case; the platform lets nobody in without. */
export const callingHeaders = (
  token: string,
  { caseHandle, jobKey, connectorType }: CallingJob,
): Readonly<Record<string, string>> => ({
  authorization: `Bearer ${token}`,
  'irisflow-case': caseHandle,
  'irisflow-job': jobKey,
  'irisflow-connector': connectorType,
});

const longestReason = 500;

/** What a refusal means for the job: too early, a pause, or a person who must look. */
export const refusalOf = (what: string, response: InboundResponse): Error => {
  const { status, headers } = response;
  const found = `Expected the platform to accept "${what}", but found status ${status}`;
  const { title, detail, code } = (parseJson(response.text) ?? {}) as Readonly<Record<string, unknown>>;
  if (code === 'CASE_NOT_STARTED')
    return notYet(`${found}: the case does not know its process yet.`, pauseOf(headers).afterMs ?? 1000);
  // Who must look is told what the platform expected, as it says it itself.
  const why = [detail, title].find((said): said is string => typeof said === 'string' && said !== '');
  const told = why === undefined ? `${found}.` : `${found}: ${why.slice(0, longestReason)}`;
  if (status === 429 || status >= 500) return retryLater(`UNAVAILABLE: ${told}`, pauseOf(headers));
  return incident(told);
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
