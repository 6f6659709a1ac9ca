import {
  bpmnError,
  incident,
  pauseOf,
  retryLater,
  type ConnectorFailure,
  type InboundResponse,
} from '@irisflow/connector-sdk';

/** A quota of requests is one of 24 hours that glide: a quarter of an hour later some are free again. */
const LIMIT_PAUSE_MS = 15 * 60_000;

/** What the CRM says of the data: a process can answer to that. Anything else is a fault of the model or of the configuration. */
const ABOUT_DATA: ReadonlySet<string> = new Set([
  'DELETED_ENTITY',
  'DUPLICATES_DETECTED',
  'DUPLICATE_VALUE',
  'ENTITY_IS_DELETED',
  'FIELD_CUSTOM_VALIDATION_EXCEPTION',
  'FIELD_FILTER_VALIDATION_EXCEPTION',
  'FIELD_INTEGRITY_EXCEPTION',
  'INVALID_CROSS_REFERENCE_KEY',
  'INVALID_EMAIL_ADDRESS',
  'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
  'NUMBER_OUTSIDE_VALID_RANGE',
  'REQUIRED_FIELD_MISSING',
  'STRING_TOO_LONG',
]);

type CrmError = { readonly errorCode?: string; readonly fields?: readonly string[] };

/** The first error of an answer. Its message is left where it is: it may quote what it is about. */
const readError = (text: string): CrmError => {
  try {
    const [first] = JSON.parse(text) as readonly CrmError[];
    return first ?? {};
  } catch {
    return {};
  }
};

/** Turns an answer of the CRM that is not a success into what must happen to the job. */
export const translateCrmRefusal = (response: InboundResponse): ConnectorFailure => {
  const { status, headers, text } = response;
  const { errorCode = '', fields = [] } = readError(text);
  if (errorCode === 'REQUEST_LIMIT_EXCEEDED')
    return retryLater('RATE_LIMITED: Expected the CRM to answer, but the quota of requests is used up.', {
      afterMs: LIMIT_PAUSE_MS,
    });
  if (status === 429)
    return retryLater('RATE_LIMITED: Expected the CRM to answer, but it asks for patience.', pauseOf(headers));
  if (errorCode === 'UNABLE_TO_LOCK_ROW')
    return retryLater('UNAVAILABLE: Expected the CRM to change a record, but somebody else is changing it.');
  if (status >= 500) return retryLater(`UNAVAILABLE: Expected the CRM to answer, but found status ${status}.`);
  if (status === 300) return bpmnError('CRM_AMBIGUOUS', 'The CRM knows several records under this external number.');
  if (ABOUT_DATA.has(errorCode))
    return bpmnError('CRM_REFUSED', `The CRM refused the data (${errorCode}).`, { reason: errorCode, fields });
  return incident(`Expected the CRM to accept the request, but found status ${status} (${errorCode || 'no reason'}).`);
};
