/**
 * How a connector says that it has no result. A business answer is a BPMN error that the model may catch; a technical
 * trouble is tried again later and becomes an incident when the retries are used up; an incident waits for a person at once.
 */
export type Failure =
  | { readonly kind: 'bpmnError'; readonly code: string; readonly variables: Readonly<Record<string, unknown>> }
  | { readonly kind: 'retry'; readonly afterMs: number | undefined }
  | { readonly kind: 'notYet'; readonly afterMs: number }
  | { readonly kind: 'incident' };

const FAILURE = Symbol('irisflow.connector.failure');

/** An error that carries what must happen to the job. */
export type ConnectorFailure = Error & { readonly [FAILURE]: Failure };

const failure = (message: string, what: Failure): ConnectorFailure =>
  Object.assign(new Error(message), { [FAILURE]: Object.freeze(what) });

/** Throw it to raise the BPMN error `code` with `variables`; the code must be among the connector's declared `errors`. */
export const bpmnError = (
  code: string,
  message: string,
  variables: Readonly<Record<string, unknown>> = {},
): ConnectorFailure => failure(message, { kind: 'bpmnError', code, variables });

/** Throw it to try the job again, after `afterMs` milliseconds or else after the connector's own back-off. */
export const retryLater = (message: string, pause: { readonly afterMs?: number } = {}): ConnectorFailure =>
  failure(message, { kind: 'retry', afterMs: pause.afterMs });

/** Throw it when it is only too early: the job is offered again after `afterMs` milliseconds, and no try is used up. */
export const notYet = (message: string, afterMs: number): ConnectorFailure =>
  failure(message, { kind: 'notYet', afterMs });

/** Throw it when trying again cannot help and a person must look: a wrong setting, a refused request, a wrong model. */
export const incident = (message: string): ConnectorFailure => failure(message, { kind: 'incident' });

/** Whether a thrown value is trouble that may pass by itself. */
export const isRetried = (thrown: unknown): boolean => failureOf(thrown).kind === 'retry';

/** What a thrown value asks for where it says so itself; undefined for an error of somebody else. */
export const failureKindOf = (thrown: unknown): Failure['kind'] | undefined =>
  thrown instanceof Error && FAILURE in thrown ? failureOf(thrown).kind : undefined;

/** What a thrown value asks for. An unknown error may be transient, so it is tried again. */
export const failureOf = (thrown: unknown): Failure => {
  if (thrown instanceof Error && FAILURE in thrown) return (thrown as ConnectorFailure)[FAILURE];
  return { kind: 'retry', afterMs: undefined };
};
