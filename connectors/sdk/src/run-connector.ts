import type { Static, TObject, TSchema } from 'typebox';

import type { ConnectorDefinition } from './connector.ts';
import type { AllowList, ConnectorPorts, Consultations } from './connector-ports.ts';
import { executeConnector, type RunOutcome } from './execute-connector.ts';
import { createEgress, type EgressPolicy, type Location, type OutboundOptions } from './create-egress.ts';
import type { InboundResponse, OutboundRequest } from './exchange.ts';
import type { ConnectorLogEntry } from './run-context.ts';
import type { ConnectorJob } from './run-surroundings.ts';

/** The world around a run outside any engine; everything has a quiet default. */
export type RunOptions = {
  readonly secrets?: Readonly<Record<string, string>>;
  readonly settings?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly caseHandle?: string;
  readonly jobKey?: string;
  /** What the source notes as the case when no process asks, such as for an application that is being filled. */
  readonly caseId?: string;
  readonly idempotencyKey?: string;
  readonly processId?: string;
  readonly elementId?: string;
  readonly ports?: ConnectorPorts;
  readonly consultations?: Consultations;
  readonly allowList?: AllowList;
  readonly egress?: EgressPolicy;
  /** Instead of the egress guard. */
  readonly fetch?: (request: OutboundRequest, options: OutboundOptions) => Promise<InboundResponse>;
  /** The same for where a host is. */
  readonly locate?: (host: string, options: OutboundOptions) => Promise<Location>;
  readonly now?: () => Date;
  readonly log?: (entry: ConnectorLogEntry) => void;
  readonly signal?: AbortSignal;
};

/** Runs a connector once, exactly as a worker would, without a gateway. The idempotency key has the form `1-2`. */
export const runConnector = async <Input extends TObject, Output extends TSchema, Code extends string>(
  connector: ConnectorDefinition<Input, Output, Code>,
  input: Static<Input>,
  options: RunOptions = {},
): Promise<RunOutcome> => {
  const egress = createEgress(options.egress);
  const job = jobOf(connector, input, options);
  try {
    return await executeConnector(connector, job, {
      ...QUIET,
      consultations: undefined,
      allowList: undefined,
      fetch: egress.fetch,
      locate: egress.locate,
      signal: new AbortController().signal,
      ...options,
    });
  } finally {
    await egress.close();
  }
};

const QUIET = {
  secrets: {},
  settings: {},
  ports: {},
  now: () => new Date(),
  log: () => undefined,
} as const;

const jobOf = (
  { fields }: Pick<ConnectorDefinition, 'fields'>,
  input: Readonly<Record<string, unknown>>,
  options: RunOptions,
): ConnectorJob => {
  const isFixed = ([name]: readonly [string, unknown]) => fields[name]?.isFixed === true;
  const given = Object.entries(input);
  const variables = Object.fromEntries(given.filter((entry) => !isFixed(entry)));
  const [processInstanceKey = '1', elementInstanceKey = '2'] = (options.idempotencyKey ?? '1-2').split('-');
  return {
    key: options.jobKey ?? '3',
    caseId: options.caseId,
    processInstanceKey,
    elementInstanceKey,
    bpmnProcessId: options.processId ?? 'process',
    elementId: options.elementId ?? 'Connector',
    customHeaders: { ...Object.fromEntries(given.filter(isFixed)), ...options.headers },
    variables: options.caseHandle === undefined ? variables : { caseHandle: options.caseHandle, ...variables },
  };
};
