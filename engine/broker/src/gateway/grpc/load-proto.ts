import { fileURLToPath } from 'node:url';
import { loadPackageDefinition, type ServiceDefinition } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';

type Node = { readonly [name: string]: unknown };

const load = (file: string): Node => {
  const definition = loadSync(fileURLToPath(new URL(`../../../proto/${file}`, import.meta.url)), {
    keepCase: true,
    longs: String,
    enums: String,
    defaults: true,
    oneofs: true,
  });
  return loadPackageDefinition(definition);
};

const serviceAt = (root: Node, path: readonly string[]): ServiceDefinition => {
  let node: unknown = root;
  for (const name of path) node = (node as Node)[name];
  return (node as { readonly service: ServiceDefinition }).service;
};

/** The service that clients of the engine speak. */
export const loadGatewayService = (): ServiceDefinition =>
  serviceAt(load('gateway.proto'), ['gateway_protocol', 'Gateway']);

/** The common health service. */
export const loadHealthService = (): ServiceDefinition =>
  serviceAt(load('health.proto'), ['grpc', 'health', 'v1', 'Health']);
