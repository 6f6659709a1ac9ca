import {
  type sendUnaryData,
  Server,
  ServerCredentials,
  type ServerUnaryCall,
  type ServerWritableStream,
  status,
} from '@grpc/grpc-js';
import type { Engine } from '../engine.ts';
import { type Authenticate, isLoopback } from '../authenticate.ts';
import { activateJobs, streamActivatedJobs } from './activate-jobs.ts';
import { type Answer, refuse } from './answer.ts';
import type { UnaryCall } from './calls.ts';
import * as definitionCalls from './definition-calls.ts';
import { healthHandlers } from './health.ts';
import * as instanceCalls from './instance-calls.ts';
import * as jobCalls from './job-calls.ts';
import { loadGatewayService, loadHealthService } from './load-proto.ts';
import * as messageCalls from './message-calls.ts';
import { createOpenCalls } from './open-calls.ts';
import { rotateSessions } from './session-rotation.ts';

/** The line of the protocol that clients may expect. */
const PROTOCOL_VERSION = '8.5.0';

export interface GrpcOptions {
  readonly host: string;
  /** 0 picks a free port. */
  readonly port: number;
  /** Without it only loopback addresses are served. */
  readonly authenticate?: Authenticate | undefined;
  readonly onFailure: (message: string, cause: unknown) => void;
}

export interface GrpcGateway {
  /** `host:port` as bound. */
  readonly address: string;
  stop(): Promise<void>;
}

interface Guarded {
  readonly metadata: { get(name: string): readonly (string | Buffer)[] };
}

const authorizationOf = ({ metadata }: Guarded): string | undefined => {
  const [value] = metadata.get('authorization');
  return typeof value === 'string' ? value : undefined;
};

const UNAUTHENTICATED = 'Expected valid credentials in the authorization metadata, but found none';

/** Who may call at all, before any handler looks at the request. */
const createGuard =
  (authenticate: Authenticate | undefined) =>
  async (call: Guarded): Promise<Answer | null> =>
    authenticate === undefined || (await authenticate(authorizationOf(call)))
      ? null
      : refuse(status.UNAUTHENTICATED, UNAUTHENTICATED);

type Guard = ReturnType<typeof createGuard>;

const unary =
  <Request>(handle: UnaryCall<Request>, tools: { engine: Engine; guard: Guard; onFailure: GrpcOptions['onFailure'] }) =>
  (call: ServerUnaryCall<Request, object>, send: sendUnaryData<object>) => {
    const deadline = call.getDeadline();
    const context = {
      engine: tools.engine,
      deadline: typeof deadline === 'number' ? deadline : deadline.getTime(),
      onCanceled: (listener: () => void) => void call.once('cancelled', listener),
    };
    const run = async () => (await tools.guard(call)) ?? handle(call.request, context);
    run().then(
      (answer) => (answer.ok ? send(null, answer.message) : send({ code: answer.code, details: answer.details })),
      (thrown: unknown) => {
        tools.onFailure('Expected to handle a gRPC call, but the gateway failed', thrown);
        send({ code: status.INTERNAL, details: 'Expected to handle the call, but the gateway failed' });
      },
    );
  };

const streaming =
  <Request>(
    handle: (call: ServerWritableStream<Request, object>) => void | Promise<void>,
    tools: { guard: Guard; onFailure: GrpcOptions['onFailure'] },
  ) =>
  (call: ServerWritableStream<Request, object>) => {
    const run = async () => {
      const refusal = await tools.guard(call);
      if (refusal === null || refusal.ok) return handle(call);
      call.emit('error', { code: refusal.code, details: refusal.details });
    };
    run().catch((thrown: unknown) => {
      tools.onFailure('Expected to handle a gRPC stream, but the gateway failed', thrown);
      call.emit('error', { code: status.INTERNAL, details: 'Expected to handle the call, but the gateway failed' });
    });
  };

const bind = (server: Server, { host, port }: GrpcOptions): Promise<number> =>
  new Promise((resolve, reject) => {
    server.bindAsync(
      `${host.includes(':') ? `[${host}]` : host}:${port}`,
      ServerCredentials.createInsecure(),
      (failure, bound) => {
        if (failure === null) resolve(bound);
        else reject(new Error(`Expected to listen on ${host}:${port}, but ${failure.message}`, { cause: failure }));
      },
    );
  });

/** How long calls in flight may take to end when the server stops, in milliseconds. */
const GRACE = 5_000;

const shutDown = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const force = setTimeout(() => server.forceShutdown(), GRACE);
    server.tryShutdown(() => {
      clearTimeout(force);
      resolve();
    });
  });

/** Serves the gateway protocol; refuses to listen beyond loopback without authentication. */
export const startGrpcGateway = async (engine: Engine, options: GrpcOptions): Promise<GrpcGateway> => {
  if (options.authenticate === undefined && !isLoopback(options.host)) {
    throw new Error(
      `Expected authentication to serve gRPC on ${options.host}, but none is configured; use 127.0.0.1 without it`,
    );
  }
  const openCalls = createOpenCalls();
  const tools = { engine, guard: createGuard(options.authenticate), onFailure: options.onFailure };
  const address = { host: options.host, port: options.port };
  const server = new Server({ 'grpc.enable_channelz': 0, 'grpc.max_receive_message_length': 4 * 1024 * 1024 });
  server.addService(loadGatewayService(), {
    Topology: unary(
      instanceCalls.topology(() => address, PROTOCOL_VERSION),
      tools,
    ),
    DeployProcess: unary(definitionCalls.deployProcess, tools),
    DeployResource: unary(definitionCalls.deployResource, tools),
    DeleteResource: unary(definitionCalls.deleteResource, tools),
    EvaluateDecision: unary(definitionCalls.evaluateDecision, tools),
    CreateProcessInstance: unary(instanceCalls.createProcessInstance, tools),
    CreateProcessInstanceWithResult: unary(instanceCalls.createProcessInstanceWithResult, tools),
    CancelProcessInstance: unary(instanceCalls.cancelProcessInstance, tools),
    ModifyProcessInstance: unary(instanceCalls.modifyProcessInstance, tools),
    MigrateProcessInstance: unary(instanceCalls.migrateProcessInstance, tools),
    SetVariables: unary(instanceCalls.setVariables, tools),
    ResolveIncident: unary(instanceCalls.resolveIncident, tools),
    ActivateJobs: streaming(activateJobs(engine, openCalls), tools),
    StreamActivatedJobs: streaming(streamActivatedJobs(engine, openCalls), tools),
    CompleteJob: unary(jobCalls.completeJob, tools),
    FailJob: unary(jobCalls.failJob, tools),
    ThrowError: unary(jobCalls.throwError, tools),
    UpdateJobRetries: unary(jobCalls.updateJobRetries, tools),
    UpdateJobTimeout: unary(jobCalls.updateJobTimeout, tools),
    PublishMessage: unary(messageCalls.publishMessage, tools),
    BroadcastSignal: unary(messageCalls.broadcastSignal, tools),
  });
  server.addService(loadHealthService(), healthHandlers(engine, openCalls));
  address.port = await bind(server, options);
  rotateSessions(server);
  return {
    address: `${options.host}:${address.port}`,
    stop: async () => {
      openCalls.abortAll();
      await shutDown(server);
    },
  };
};
