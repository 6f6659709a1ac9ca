import { fileURLToPath } from 'node:url';
import {
  type ClientReadableStream,
  credentials,
  loadPackageDefinition,
  type Metadata,
  type ServiceError,
} from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';

type Reply = Readonly<Record<string, unknown>>;

/** The wire itself, for what client libraries hide. */
export interface RawGateway {
  /** Names of the calls that the interface offers. */
  readonly methods: readonly string[];
  call(name: string, request: object, metadata?: Metadata): Promise<Reply>;
  stream(name: string, request: object, metadata?: Metadata): ClientReadableStream<Reply>;
  close(): void;
}

interface Methods {
  readonly [name: string]: (request: object, ...rest: readonly unknown[]) => ClientReadableStream<Reply>;
}

export const connectRaw = (
  address: string,
  service = 'gateway_protocol.Gateway',
  file = 'gateway.proto',
): RawGateway => {
  const definition = loadSync(fileURLToPath(new URL(`../../proto/${file}`, import.meta.url)), {
    keepCase: true,
    longs: String,
    enums: String,
    defaults: true,
    oneofs: true,
  });
  const root: unknown = service
    .split('.')
    .reduce<unknown>((node, name) => (node as Record<string, unknown>)[name], loadPackageDefinition(definition));
  const Client = root as new (address: string, channel: unknown) => Methods & { close(): void };
  const client = new Client(address, credentials.createInsecure());
  return {
    methods: Object.keys(definition[service] ?? {}),
    call: (name, request, metadata) =>
      new Promise((resolve, reject) => {
        const done = (failure: ServiceError | null, reply: Reply) =>
          failure === null ? resolve(reply) : reject(failure);
        client[name]?.(request, ...(metadata === undefined ? [] : [metadata]), done);
      }),
    stream: (name, request, metadata) => {
      const method = client[name];
      if (method === undefined) throw new TypeError(`Expected a method of ${service}, but found ${name}`);
      return method.call(client, request, ...(metadata === undefined ? [] : [metadata]));
    },
    close: () => client.close(),
  };
};

/** Collects what a stream sends until it ends; fails as the stream fails. */
export const collect = (stream: ClientReadableStream<Reply>): Promise<Reply[]> =>
  new Promise((resolve, reject) => {
    const messages: Reply[] = [];
    stream.on('data', (message: Reply) => void messages.push(message));
    stream.on('end', () => resolve(messages));
    stream.on('error', reject);
  });
