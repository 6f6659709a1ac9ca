import type { CommandKind, CommandOf, DecisionDefinition } from '@irisflow/core';
import type { ActivatedJob, JobKey } from '@irisflow/protocol';
import type { Actor } from '../actor.ts';
import type { Caller } from '../pipeline/caller.ts';
import type { SettledCommand } from '../pipeline/work.ts';
import type { ResourceContent } from '../storage/rows/definition-rows.ts';
import type { JobRequest, Waiter } from '../scheduling/worker-line.ts';

/** What both gateways ask of the engine: they translate and never decide. */
export interface GatewayEngine {
  readonly isLeader: boolean;
  /** Tenants in which the caller may work; null while tenancy is off. */
  readonly tenantIds: ReadonlySet<string> | null;
  /** Types of the jobs that the caller may do, where it may do nothing else; null where it may do everything. */
  readonly jobTypes: ReadonlySet<string> | null;
  /** Who the caller is. */
  readonly actor: Actor;
  /** The engine as this caller may use it: things of other tenants look as if they were not there. */
  as(caller: Caller): GatewayEngine;
  submit<Kind extends CommandKind>(
    command: CommandOf<Kind>,
    contents?: readonly ResourceContent[],
  ): Promise<SettledCommand<Kind>>;
  /** The caller no longer waits for the answer under this request id. */
  forget(requestId: string): void;
  nextRequestId(): string;
  /** A decision of a deployed file. */
  findDecision(requirementsKey: string, decisionId: string): DecisionDefinition | undefined;
  activate(
    request: JobRequest,
    limit: number,
  ): Promise<{ readonly jobs: ActivatedJob[]; readonly isOverloaded: boolean }>;
  wait(waiter: Waiter): void;
  leave(waiter: Waiter): void;
  giveBack(jobKey: JobKey): void;
  /** The job can never be handed out: an incident says so. */
  park(jobKey: JobKey, message: string): void;
}
