import type { AllowedFields } from './allowed-fields.ts';
import type { Connector } from './connector.ts';
import type { OwnAccess } from './own-access.ts';
import type { AllowList, ConnectorPorts, Consultations } from './connector-ports.ts';
import type { Location, OutboundOptions } from './create-egress.ts';
import type { InboundResponse, OutboundRequest } from './exchange.ts';
import type { ConnectorLogEntry } from './run-context.ts';

/** The part of an activated job that a connector run depends on. */
export type ConnectorJob = {
  readonly key: string;
  /** Only where no process asks; a job of the engine has its case handle. */
  readonly caseId?: string | undefined;
  readonly processInstanceKey: string;
  readonly elementInstanceKey: string;
  readonly bpmnProcessId: string;
  readonly elementId: string;
  readonly customHeaders: Readonly<Record<string, unknown>>;
  readonly variables: Readonly<Record<string, unknown>>;
};

/** What surrounds a run; the worker runner and the testing kit each bring their own. */
export type RunSurroundings = {
  readonly secrets: Readonly<Record<string, string>>;
  readonly settings: Readonly<Record<string, string>>;
  readonly ports: ConnectorPorts;
  readonly consultations: Consultations | undefined;
  readonly allowList: AllowList | undefined;
  readonly now: () => Date;
  readonly log: (entry: ConnectorLogEntry) => void;
  readonly fetch: (request: OutboundRequest, options: OutboundOptions) => Promise<InboundResponse>;
  readonly locate: (host: string, options: OutboundOptions) => Promise<Location>;
  readonly signal: AbortSignal;
};

/** One run: which connector, for which job, in which surroundings, until when. */
export type RunParts = {
  readonly connector: Connector;
  readonly job: ConnectorJob;
  readonly surroundings: RunSurroundings;
  readonly allowedFields: AllowedFields;
  /** Of the administration of the case, where the platform says so. */
  readonly ownAccess: OwnAccess;
  /** The questions that a source answered so far, by the platform's ids. */
  readonly answered: string[];
  readonly signal: AbortSignal;
};
