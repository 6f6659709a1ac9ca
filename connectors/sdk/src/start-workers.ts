import { ZBClient, type ZeebeJob } from 'zeebe-node';

import { answerJob, putBack } from './answer-job.ts';
import { CASE_HANDLE } from './case-handle.ts';
import { createCircuit, noteIn, type Circuit } from './circuit.ts';
import type { Connector } from './connector.ts';
import type { AllowList, ConnectorPorts, Consultations } from './connector-ports.ts';
import { createEgress, type EgressPolicy } from './create-egress.ts';
import { executeConnector } from './execute-connector.ts';
import type { EngineCredentials } from './gateway/engine-credentials.ts';
import { observeRun, type Observer } from './observe-run.ts';
import { withJitter } from './pause.ts';
import { createRate, type Rate } from './rate.ts';
import type { ConnectorLogEntry } from './run-context.ts';
import type { RunSurroundings } from './run-surroundings.ts';

const DEFAULT_CONCURRENCY = 8;
const LONG_POLL_MS = 30_000;
// The client looks this often whether it may poll again; its default of 300 ms is felt between two tasks of one process.
const POLL_CHECK_MS = 50;
// Time to deliver the answer after the longest run, before the engine offers the job to another worker.
const LEASE_MARGIN_MS = 15_000;
const STOP_GRACE_MS = 5_000;
const SPREAD_MS = 2_000;
// The client's own default is to repeat for ever, also what can never succeed; an unanswered job comes back by its lease.
const ANSWER_TRIES = 10;

/** Gateway address as `host:port`; how to show it who calls, when it wants to know. */
export type GatewayOptions = Partial<EngineCredentials['client']> & {
  readonly address: string;
  readonly tenantId?: string;
  /** Completes the client before its first call, e.g. with tokens that somebody else renews. */
  readonly prepare?: (client: object) => void;
  /** Told when the gateway may have refused the token: on every lost connection. */
  readonly refused?: () => void;
};

export type WorkerOptions = {
  readonly connectors: readonly Connector[];
  readonly zeebe: GatewayOptions;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly settings?: Readonly<Record<string, string>>;
  readonly ports?: ConnectorPorts;
  readonly consultations?: Consultations;
  readonly allowList?: AllowList;
  readonly egress?: EgressPolicy;
  /** Jobs that one connector runs at the same time, 8 unless given. */
  readonly concurrency?: number;
  readonly now?: () => Date;
  readonly log?: (entry: ConnectorLogEntry) => void;
  /** Told of each run once it has ended, for numbers of the operator; what it throws is nobody's trouble. */
  readonly observe?: Observer;
};

/** Running workers, to be ended with `stop`: it lets running jobs finish for five seconds, then puts them back. */
export type Workers = { readonly stop: () => Promise<void> };

/** Starts one worker a connector. A gateway that is away, now or later, is waited for. */
export const startWorkers = (options: WorkerOptions): Workers => {
  const { address, prepare, refused, ...client } = options.zeebe;
  const zeebe = new ZBClient(address, {
    ...client,
    loglevel: 'NONE',
    longPoll: LONG_POLL_MS,
    pollInterval: POLL_CHECK_MS,
    maxRetries: ANSWER_TRIES,
  });
  prepare?.(zeebe);
  const egress = createEgress(options.egress);
  const stopping = new AbortController();
  const surroundings: RunSurroundings = {
    secrets: options.secrets ?? {},
    settings: options.settings ?? {},
    ports: options.ports ?? {},
    consultations: options.consultations,
    allowList: options.allowList,
    now: options.now ?? (() => new Date()),
    log: options.log ?? (() => undefined),
    fetch: egress.fetch,
    locate: egress.locate,
    signal: stopping.signal,
  };
  const workers = options.connectors.map((connector) =>
    zeebe.createWorker({
      taskType: connector.type,
      taskHandler: createHandler(connector, surroundings, options.observe),
      timeout: connector.timeoutMs + LEASE_MARGIN_MS,
      maxJobsToActivate: options.concurrency ?? DEFAULT_CONCURRENCY,
      fetchVariable: [...new Set([CASE_HANDLE, ...Object.keys(connector.input.properties)])],
      loglevel: 'NONE',
      ...(refused === undefined ? {} : { onConnectionError: refused }),
    }),
  );
  return {
    stop: async () => {
      const grace = setTimeout(() => stopping.abort(), STOP_GRACE_MS);
      // The workers first: once its client is closing, zeebe-node drops the answers of jobs that are still running.
      await Promise.all(workers.map((worker) => worker.close()));
      clearTimeout(grace);
      await zeebe.close();
      await egress.close();
    },
  };
};

type Handler = (job: Readonly<ZeebeJob>) => Promise<'JOB_ACTION_ACKNOWLEDGEMENT'>;

const createHandler = (connector: Connector, surroundings: RunSurroundings, observe: Observer | undefined): Handler => {
  const nowMs = () => surroundings.now().getTime();
  const guards = { circuit: createCircuit(nowMs), rate: createRate(connector.ratePerMinute, nowMs) };
  return async (job) => {
    try {
      await handle({ connector, surroundings, ...guards, job, observe });
    } catch (error) {
      // Most often NOT_FOUND: the job was answered by another worker or its process is over. The lease settles the rest.
      const message = `Expected the engine to take the answer to job ${job.key}, but: ${(error as Error).message}`;
      surroundings.log({ level: 'warn', message, fields: { connector: connector.type, jobKey: job.key } });
    }
    return 'JOB_ACTION_ACKNOWLEDGEMENT';
  };
};

type Handling = {
  readonly connector: Connector;
  readonly surroundings: RunSurroundings;
  readonly circuit: Circuit;
  readonly rate: Rate;
  readonly job: Readonly<ZeebeJob>;
  readonly observe: Observer | undefined;
};

const handle = async (handling: Handling): Promise<void> => {
  const { connector, surroundings, circuit, job } = handling;
  const wait = waitOf(handling);
  if (wait !== undefined) {
    // Later than it may, by a little that differs: jobs that waited together do not come back together.
    await putBack(job, wait.message, wait.pauseMs + withJitter(SPREAD_MS));
    return;
  }
  const outcome = await observeRun({ connector, log: surroundings.log, observe: handling.observe }, () =>
    executeConnector(connector, job, surroundings),
  );
  if (surroundings.signal.aborted && outcome.kind === 'retry') {
    await putBack(job, 'The worker was stopped during the run.', 0);
    return;
  }
  noteIn(circuit, outcome);
  if (outcome.kind === 'retry' || outcome.kind === 'incident') {
    const fields = { connector: connector.type, elementId: job.elementId, jobKey: job.key };
    surroundings.log({ level: outcome.kind === 'retry' ? 'warn' : 'error', message: outcome.message, fields });
  }
  await answerJob(job, outcome, connector);
};

/** Why a job is put back without having been tried. */
const waitOf = ({ connector, circuit, rate }: Handling): { message: string; pauseMs: number } | undefined => {
  const brokenMs = connector.targets === 'many' ? 0 : circuit.pauseMs();
  if (brokenMs > 0)
    return {
      message: `UNAVAILABLE: Expected ${connector.type} to be reachable, but it failed repeatedly.`,
      pauseMs: brokenMs,
    };
  const fullMs = rate.pauseMs();
  if (fullMs === 0) return undefined;
  return {
    message: `RATE_LIMITED: Expected ${connector.type} to run at most ${connector.ratePerMinute} times a minute.`,
    pauseMs: fullMs,
  };
};
