import type { ConnectorPorts } from './connector-ports.ts';
import type { Location } from './create-egress.ts';
import type { GuardedFetch } from './exchange.ts';

/** One line for the operator. Values of secrets are removed from it; personal data has no place in it. */
export type ConnectorLogEntry = {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  readonly fields?: Readonly<Record<string, string | number | boolean>>;
};

/** Everything a connector may touch besides its input. */
export type RunContext = {
  /** Stable for one activation of the task: a job that is delivered twice carries the same key. */
  readonly idempotencyKey: string;
  /** The sealed handle of the case for which the connector runs, from the reserved process variable `caseHandle`. */
  readonly caseHandle: string | undefined;
  readonly jobKey: string;
  readonly connectorType: string;
  readonly signal: AbortSignal;
  readonly ports: ConnectorPorts;
  readonly now: () => Date;
  readonly log: (entry: ConnectorLogEntry) => void;
  /** The value of a declared secret; raises an incident when the operator has not configured it. */
  readonly secret: (name: string) => string;
  /** The value of a declared setting; raises an incident when the operator has not configured it. */
  readonly setting: (name: string) => string;
  /**
   * The key of the administration whose case it is, as the platform says: what was configured for one is not used for another.
   * Raises an incident without a case.
   */
  readonly administration: () => Promise<string>;
  /**
   * HTTP through the egress guard: only to the hosts of the connector's own settings (or, with `targets: 'many'`, to those that
   * the administration allows), never to the platform; bounded time and size, no redirects.
   */
  readonly fetch: GuardedFetch;
  /**
   * Where a host (`name:port`) is, for protocols other than HTTP, judged by the same guard: whoever connects does so to the address
   * that is answered, and encrypts unless the operator trusts the host.
   */
  readonly locate: (host: string) => Promise<Location>;
  /**
   * Asks an authentic source about `subject` when the platform permits it, and raises NO_AUTHORIZATION when not. The platform
   * logs that it was asked and, before the answer is handed over, with which outcome: no knowledge without a trace.
   */
  readonly consult: <T>(subject: string, ask: (terms: ConsultationTerms) => Promise<T>) => Promise<T>;
};

/** Why a source may be asked: taken from the authorization that the platform found, never from the model. */
export type ConsultationTerms = {
  readonly purpose: string;
  readonly legalBasis: string;
  /** The case that the handle names, for the source's own log. */
  readonly caseId: string;
  /** Under which the platform logged the question. */
  readonly consultationId: string;
};
