import { type sendUnaryData, Server, type ServerUnaryCall, type ServerWritableStream, status } from '@grpc/grpc-js';
import { isLoopback } from '@irisflow/protocol';
import type { GatewayEngine } from '../engine.ts';
import type { DeleteHistoryOf } from '../../batch-operations/history-of.ts';
import { NOBODY } from '../../actor.ts';
import type { Caller } from '../../pipeline/caller.ts';
import { actorOf, type Authenticate, jobTypesOf, tenantsOf } from '../authenticate.ts';
import { activateJobs } from './activate-jobs.ts';
import { refuse } from './answer.ts';
import type { UnaryCall } from './calls.ts';
import { type Connections, followConnections } from './connections.ts';
import { credentialsOf, type GatewayTls } from './gateway-tls.ts';
import * as creationCalls from './creation-calls.ts';
import * as definitionCalls from './definition-calls.ts';
import { healthHandlers } from './health.ts';
import * as instanceCalls from './instance-calls.ts';
import * as jobCalls from './job-calls.ts';
import { loadGatewayService, loadHealthService } from './load-proto.ts';
import * as messageCalls from './message-calls.ts';
import { modifyProcessInstance } from './modification-calls.ts';
import { createOpenCalls, type OpenCalls } from './open-calls.ts';
import { reportHandshakes } from './report-handshakes.ts';
import { rotateSessions } from './session-rotation.ts';
import { streamActivatedJobs } from './stream-jobs.ts';

export interface GrpcOptions {
  readonly host: string;
  /** 0 picks a free port. */
  readonly port: number;
  /** Whether this process has callers of its own; `both` unless told. */
  readonly callers?: 'both' | 'others' | undefined;
  /** Certificates; without them the gateway speaks in the clear. */
  readonly tls?: GatewayTls | undefined;
  /** Without it only loopback addresses are served. */
  readonly authenticate?: Authenticate | undefined;
  /** Whether callers only work in the tenants that their authentication names. */
  readonly isTenancyOn: boolean;
  readonly deleteHistoryOf: DeleteHistoryOf;
  readonly onFailure: (message: string, cause: unknown) => void;
  /** Hears of callers who were turned away. */
  readonly onRefusal: (message: string) => void;
}

export interface GrpcGateway {
  /** `host:port` as bound. */
  readonly address: string;
  /** The same for callers in this process: with TLS a port of its own on loopback, in the clear. */
  readonly ownAddress: string;
  stop(): Promise<void>;
}

interface Guarded {
  getPeer(): string;
  readonly metadata: { get(name: string): readonly (string | Buffer)[] };
}

const authorizationOf = ({ metadata }: Guarded): string | undefined => {
  const [value] = metadata.get('authorization');
  return typeof value === 'string' ? value : undefined;
};

const UNAUTHENTICATED = refuse(
  status.UNAUTHENTICATED,
  'Expected valid credentials in the authorization metadata, but found none',
);

const NOT_FOR_WORKERS = refuse(
  status.PERMISSION_DENIED,
  'Expected a caller of the whole engine, but this one serves types of jobs alone',
);

/** Calls that last are asked this often whether their caller still counts, in milliseconds. */
const ASK_AGAIN_EVERY = 5_000;

/** What a request may say about itself. */
interface Referenced {
  readonly operationReference?: string;
}

interface Tools {
  readonly engine: GatewayEngine;
  readonly guard: Guard;
  /** Whether a call is for callers that are bound to types of jobs as well; the engine says which job is of such a type. */
  readonly servedTo: 'unbound' | 'everybody';
  readonly onFailure: GrpcOptions['onFailure'];
}

/** Who may call at all, and as whom, before any handler looks at the request. */
const createGuard =
  ({ authenticate, isTenancyOn, onRefusal }: Pick<GrpcOptions, 'authenticate' | 'isTenancyOn' | 'onRefusal'>) =>
  async (call: Guarded & { readonly request: unknown }): Promise<Caller | null> => {
    const { operationReference = null } = call.request as Referenced;
    if (authenticate === undefined) return { tenantIds: null, actor: NOBODY, operationReference };
    const admission = await authenticate(authorizationOf(call));
    if (admission === false) {
      onRefusal(`Expected valid credentials of ${call.getPeer()}, but found none`);
      return null;
    }
    return {
      tenantIds: isTenancyOn ? tenantsOf(admission) : null,
      jobTypes: jobTypesOf(admission),
      actor: actorOf(admission),
      operationReference,
    };
  };

type Guard = ReturnType<typeof createGuard>;

const isBound = ({ jobTypes = null }: Caller): boolean => jobTypes !== null;

const unary =
  <Request>(handle: UnaryCall<Request>, { engine, guard, servedTo, onFailure }: Tools) =>
  (call: ServerUnaryCall<Request, object>, send: sendUnaryData<object>) => {
    const deadline = call.getDeadline();
    const run = async () => {
      const caller = await guard(call);
      if (caller === null) return UNAUTHENTICATED;
      if (isBound(caller) && servedTo === 'unbound') return NOT_FOR_WORKERS;
      return handle(call.request, {
        engine: engine.as(caller),
        deadline: typeof deadline === 'number' ? deadline : deadline.getTime(),
        onCanceled: (listener) => {
          call.once('cancelled', listener);
          return () => void call.off('cancelled', listener);
        },
      });
    };
    run().then(
      (answer) => (answer.ok ? send(null, answer.message) : send({ code: answer.code, details: answer.details })),
      (thrown: unknown) => {
        onFailure('Expected to handle a gRPC call, but the gateway failed', thrown);
        send({ code: status.INTERNAL, details: 'Expected to handle the call, but the gateway failed' });
      },
    );
  };

/** Ends a call whose caller no longer counts; what it had taken and not sent goes back. */
const askAgain = (call: ServerWritableStream<unknown, object>, { guard, onFailure }: Tools): void => {
  const end = () => {
    clearInterval(timer);
    if (call.cancelled) return;
    call.emit('cancelled', 'cancelled');
    call.emit('error', { code: UNAUTHENTICATED.code, details: UNAUTHENTICATED.details });
  };
  const ask = async () => {
    if ((await guard(call)) === null) end();
  };
  const timer = setInterval(() => {
    ask().catch((thrown: unknown) => onFailure('Expected to ask whether a caller still counts, but failed', thrown));
  }, ASK_AGAIN_EVERY);
  timer.unref();
  for (const event of ['cancelled', 'finish', 'close', 'error']) call.once(event, () => clearInterval(timer));
};

const streaming =
  <Request>(
    handlerFor: (engine: GatewayEngine) => (call: ServerWritableStream<Request, object>) => void | Promise<void>,
    tools: Tools,
  ) =>
  (call: ServerWritableStream<Request, object>) => {
    const { engine, guard, onFailure } = tools;
    const run = async () => {
      const caller = await guard(call);
      if (caller !== null) {
        if (isBound(caller)) askAgain(call, tools);
        return handlerFor(engine.as(caller))(call);
      }
      call.emit('error', { code: UNAUTHENTICATED.code, details: UNAUTHENTICATED.details });
    };
    run().catch((thrown: unknown) => {
      onFailure('Expected to handle a gRPC stream, but the gateway failed', thrown);
      call.emit('error', { code: status.INTERNAL, details: 'Expected to handle the call, but the gateway failed' });
    });
  };

interface Binding {
  readonly host: string;
  readonly port: number;
  readonly tls?: GatewayTls | undefined;
}

const bind = (server: Server, { host, port, tls }: Binding): Promise<number> =>
  new Promise((resolve, reject) => {
    server.bindAsync(`${host.includes(':') ? `[${host}]` : host}:${port}`, credentialsOf(tls), (failure, bound) => {
      if (failure === null) resolve(bound);
      else reject(new Error(`Expected to listen on ${host}:${port}, but ${failure.message}`, { cause: failure }));
    });
  });

const LOOPBACK = '127.0.0.1';

/** A certificate names the host that others use: callers in this process need neither. */
const bindForOurselves = async (server: Server, { tls, callers }: GrpcOptions): Promise<string | null> =>
  tls === undefined || callers === 'others' ? null : `${LOOPBACK}:${await bind(server, { host: LOOPBACK, port: 0 })}`;

/** Bytes of one request: what clients of Zeebe expect. */
const MAX_REQUEST_BYTES = 4 * 1024 * 1024;

/** Calls that one connection may have open at a time; those of its client beyond that wait for the others. */
const MAX_CONCURRENT_CALLS = 1_000;

/** How long calls in flight may take to end when the server stops, in milliseconds. */
const GRACE = 5_000;

const shutDown = (server: Server, connections: Connections): Promise<void> =>
  new Promise((resolve) => {
    const force = setTimeout(() => {
      server.forceShutdown();
      connections.cut();
    }, GRACE);
    server.tryShutdown(() => {
      clearTimeout(force);
      resolve();
    });
  });

interface Serving {
  readonly address: { readonly host: string; readonly port: number };
  readonly openCalls: OpenCalls;
}

/** Every call of the protocol. Who is bound to types of jobs takes and answers jobs, and the client's greeting is answered. */
const callsOf = (engine: GatewayEngine, options: GrpcOptions, { address, openCalls }: Serving) => {
  const forEverybody: Tools = {
    engine,
    guard: createGuard(options),
    servedTo: 'everybody',
    onFailure: options.onFailure,
  };
  const tools: Tools = { ...forEverybody, servedTo: 'unbound' };
  return {
    Topology: unary(
      instanceCalls.topology(() => address),
      forEverybody,
    ),
    DeployProcess: unary(definitionCalls.deployProcess, tools),
    DeployResource: unary(definitionCalls.deployResource, tools),
    DeleteResource: unary(definitionCalls.deleteResource(options.deleteHistoryOf), tools),
    EvaluateDecision: unary(definitionCalls.evaluateDecision, tools),
    EvaluateConditional: unary(creationCalls.evaluateConditional, tools),
    CreateProcessInstance: unary(creationCalls.createProcessInstance, tools),
    CreateProcessInstanceWithResult: unary(creationCalls.createProcessInstanceWithResult, tools),
    CancelProcessInstance: unary(instanceCalls.cancelProcessInstance, tools),
    ModifyProcessInstance: unary(modifyProcessInstance, tools),
    MigrateProcessInstance: unary(instanceCalls.migrateProcessInstance, tools),
    SetVariables: unary(instanceCalls.setVariables, tools),
    ResolveIncident: unary(instanceCalls.resolveIncident, tools),
    ActivateJobs: streaming((caller) => activateJobs(caller, openCalls), forEverybody),
    StreamActivatedJobs: streaming((caller) => streamActivatedJobs(caller, openCalls), forEverybody),
    CompleteJob: unary(jobCalls.completeJob, forEverybody),
    FailJob: unary(jobCalls.failJob, forEverybody),
    ThrowError: unary(jobCalls.throwError, forEverybody),
    UpdateJobRetries: unary(jobCalls.updateJobRetries, tools),
    UpdateJobTimeout: unary(jobCalls.updateJobTimeout, tools),
    PublishMessage: unary(messageCalls.publishMessage, tools),
    BroadcastSignal: unary(messageCalls.broadcastSignal, tools),
  };
};

/** Serves the gateway protocol; refuses to listen beyond loopback without authentication. */
export const startGrpcGateway = async (engine: GatewayEngine, options: GrpcOptions): Promise<GrpcGateway> => {
  if (options.authenticate === undefined && !isLoopback(options.host)) {
    throw new Error(
      `Expected authentication to serve gRPC on ${options.host}, but none is configured; use 127.0.0.1 without it`,
    );
  }
  const openCalls = createOpenCalls();
  const address = { host: options.host, port: options.port };
  const server = new Server({
    'grpc.enable_channelz': 0,
    'grpc.max_receive_message_length': MAX_REQUEST_BYTES,
    'grpc.max_concurrent_streams': MAX_CONCURRENT_CALLS,
  });
  server.addService(loadGatewayService(), callsOf(engine, options, { address, openCalls }));
  server.addService(loadHealthService(), healthHandlers(engine, openCalls));
  address.port = await bind(server, options);
  const ownAddress = await bindForOurselves(server, options);
  rotateSessions(server);
  reportHandshakes(server, options.onRefusal);
  const connections = followConnections(server);
  const bound = `${options.host}:${address.port}`;
  return {
    address: bound,
    ownAddress: ownAddress ?? bound,
    stop: async () => {
      openCalls.abortAll();
      await shutDown(server, connections);
    },
  };
};
