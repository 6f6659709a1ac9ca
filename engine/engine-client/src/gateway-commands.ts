import { ZBClient, type ZBClientOptions } from 'zeebe-node';
import { EngineFailure, type EngineFailureKind } from './engine-failure.ts';
import type { Engine, Variables } from './engine.ts';
import type { RestAddress } from './rest-transport.ts';

type Document = NonNullable<Parameters<ZBClient['createProcessInstance']>[0]['variables']>;

/** Variables come from parsed JSON, which the client's type wants to see spelled out. */
const documentOf = (variables: Variables): Document => variables as Document;

/** gRPC status codes that say something else than "refused". Without an answer nobody knows whether it was done. */
const kindByStatus: Readonly<Record<number, EngineFailureKind>> = {
  1: 'uncertain',
  2: 'uncertain',
  3: 'invalid',
  4: 'uncertain',
  5: 'notFound',
  6: 'conflict',
  8: 'unavailable',
  9: 'conflict',
  11: 'invalid',
  13: 'uncertain',
  14: 'uncertain',
};

const statusOf = (thrown: unknown): number | null => {
  const code: unknown = typeof thrown === 'object' && thrown !== null && 'code' in thrown ? thrown.code : null;
  return typeof code === 'number' ? code : null;
};

/** What a gRPC call that failed says about the command. */
export const toFailure = (operation: string, thrown: unknown): EngineFailure => {
  const status = statusOf(thrown);
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  const kind = status === null ? 'uncertain' : (kindByStatus[status] ?? 'refused');
  return new EngineFailure(kind, `Expected the engine to ${operation}, but it answered: ${reason}`, thrown);
};

type GatewayCommands = Pick<
  Engine,
  'startInstance' | 'publishMessage' | 'cancelInstance' | 'setVariables' | 'setRetries' | 'resolveIncident' | 'close'
>;

const REQUEST_TIMEOUT_MS = 15_000;

const UNAUTHENTICATED = 16;

export interface GatewayAddress extends Pick<RestAddress, 'headers' | 'refused'> {
  /** Such as `127.0.0.1:26500`. */
  readonly grpcAddress: string;
  /** The tenant in which the platform works, for an engine whose tenancy is on. */
  readonly tenantId?: string;
  /** How the client connects and signs in. */
  readonly client?: Pick<ZBClientOptions, 'useTLS' | 'customSSL' | 'basicAuth' | 'oAuth'>;
  /** Completes a client before its first call. */
  readonly prepare?: (client: ZBClient) => void;
}

/** Sends a command, and again with other credentials when the engine does not take them; then it did nothing. */
const createAsker = ({ headers, refused }: GatewayAddress) => {
  const credentials = async () => {
    try {
      return await headers?.();
    } catch (thrown) {
      throw new EngineFailure('unavailable', thrown instanceof Error ? thrown.message : String(thrown), thrown);
    }
  };
  return async <T>(operation: string, send: () => Promise<T>): Promise<T> => {
    const shown = await credentials();
    try {
      return await send().catch((thrown: unknown) => {
        if (statusOf(thrown) !== UNAUTHENTICATED || shown === undefined) throw thrown;
        refused?.(shown);
        return send();
      });
    } catch (thrown) {
      throw toFailure(operation, thrown);
    }
  };
};

/** The commands that go through the gateway protocol, with `zeebe-node`. */
export const openGatewayCommands = (address: GatewayAddress): GatewayCommands => {
  const { grpcAddress, tenantId, client: how, prepare } = address;
  // Retries are the outbox's: it knows what is safe to repeat.
  const client = new ZBClient(grpcAddress, {
    ...how,
    loglevel: 'NONE',
    retry: false,
    longPoll: REQUEST_TIMEOUT_MS,
    ...(tenantId === undefined ? {} : { tenantId }),
  });
  prepare?.(client);
  const ask = createAsker(address);
  return {
    startInstance: async ({ processDefinitionId, version, variables }) => {
      const start = { bpmnProcessId: processDefinitionId, version, variables: documentOf(variables) };
      const started = await ask(`start process ${processDefinitionId}`, () => client.createProcessInstance(start));
      return started.processInstanceKey;
    },
    publishMessage: async ({ timeToLiveMs, variables, ...message }) => {
      const published = { ...message, variables: documentOf(variables), timeToLive: timeToLiveMs };
      const { key } = await ask(`publish message ${message.name}`, () => client.publishMessage(published));
      return String(key);
    },
    cancelInstance: async (processInstanceKey) => {
      await ask(`cancel instance ${processInstanceKey}`, () => client.cancelProcessInstance(processInstanceKey));
    },
    setVariables: async ({ scopeKey, variables }) => {
      const change = { elementInstanceKey: scopeKey, variables: documentOf(variables), local: true };
      await ask(`set variables in ${scopeKey}`, () => client.setVariables(change));
    },
    setRetries: async ({ jobKey, retries }) => {
      await ask(`set the retries of job ${jobKey}`, () => client.updateJobRetries({ jobKey, retries }));
    },
    resolveIncident: async (incidentKey) => {
      await ask(`resolve incident ${incidentKey}`, () => client.resolveIncident({ incidentKey }));
    },
    close: async () => {
      await client.close();
    },
  };
};
